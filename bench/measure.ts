/** Something that can be timed again and again; the answer is milliseconds per unit of work. */
export interface Timed {
  readonly id: string;
  once(): Promise<number>;
}

/** Times in the order A B C A B C …, so that a slow spell of the machine falls on all alike. @returns by id, one number a round. */
export async function interleave(timed: readonly Timed[], rounds: number): Promise<Record<string, number[]>> {
  const times: Record<string, number[]> = Object.fromEntries(timed.map(({ id }) => [id, []]));
  for (let round = 0; round < rounds; round++) {
    for (const { id, once } of timed) times[id]!.push(await once());
  }
  return times;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Linear between order statistics. @param share in [0, 1]. */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) return NaN;
  const sorted = values.toSorted((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  return sorted[below]! + (at - below) * ((sorted[below + 1] ?? sorted[below]!) - sorted[below]!);
}

/** How many times longer `slow` took: the median of the ratios within each round, which drift does not move. */
export function ratio(slow: readonly number[], fast: readonly number[]): number {
  return median(slow.map((time, round) => time / fast[round]!));
}

/** The exponent b of time ≈ a·work^b, by least squares on logarithms. */
export function fittedExponent(work: readonly number[], times: readonly number[]): number {
  const x = work.map(Math.log),
    y = times.map(Math.log);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const mx = mean(x),
    my = mean(y);
  return (
    x.reduce((sum, value, i) => sum + (value - mx) * (y[i]! - my), 0) /
    x.reduce((sum, value) => sum + (value - mx) ** 2, 0)
  );
}

/** Largest difference of two sets of filters, relative to the largest move that training made. */
export function distance(got: ArrayLike<number>, want: ArrayLike<number>, from: ArrayLike<number>): number {
  if (got.length !== want.length) return Infinity;
  let difference = 0,
    move = 0;
  for (let i = 0; i < want.length; i++) {
    difference = Math.max(difference, Math.abs(got[i]! - want[i]!));
    move = Math.max(move, Math.abs(want[i]! - from[i]!));
  }
  return difference / move;
}
