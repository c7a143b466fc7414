import type { Measured, Usage } from './measure';

/**
 * How much the middle of the last third may lie above that of the second. Runs that are known are kept up to a number of them,
 * which takes megabytes and more than ten minutes; which parts the hand has left open tells in listeners, and React keeps what a
 * part showed last, a table among it, until that is drawn again; whose worker was killed asks for its script once more. How
 * many workers there may be is said below. A leak passes any of these within some minutes.
 */
const tolerances: Usage = { pageMb: 3, workerMb: 1.5, workers: 4, nodes: 1500, listeners: 100, requests: 6 };
const keys = Object.keys(tolerances) as (keyof Usage)[];

/** The middle of each measure over the second and the last third of the minutes. */
export interface Thirds {
  readonly second: Usage;
  readonly last: Usage;
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? 0;
  return (at(Math.floor((sorted.length - 1) / 2)) + at(Math.ceil((sorted.length - 1) / 2))) / 2;
}

/**
 * @param rows the first of a page that was just opened. In the first third every part comes for the first time, its code is
 * compiled, and caches are filled.
 */
export function thirdsOf(rows: readonly Usage[]): Thirds {
  const later = rows.slice(1),
    third = Math.floor(later.length / 3);
  const of = (part: readonly Usage[]) =>
    Object.fromEntries(keys.map((key) => [key, middle(part.map((row) => row[key]))])) as unknown as Usage;
  return third === 0
    ? { second: of(later), last: of(later) }
    : { second: of(later.slice(-2 * third, -third)), last: of(later.slice(-third)) };
}

/**
 * The workers of a page at rest, by their scripts: one that trains and one for spectra, which every rest needs; one for what
 * panels ask for, with networks or the GPU where they asked for these; and one in which backends are raced. One that was
 * killed is there again when it is next called. Each engine of the pool keeps what it had to run. Those of pinned runs are
 * given back.
 */
const workers: Readonly<Record<string, readonly [least: number, most: number]>> = {
  worker: [2, 3],
  'networks-worker': [0, 1],
  'gpu-worker': [0, 2],
};

/** What is otherwise than expected, in words; empty where nothing is. */
function unexpected({ at, scripts }: Measured, engines: number): string[] {
  const names = new Set([...Object.keys(workers), ...scripts]);
  return [...names].flatMap((name) => {
    const [least, beside] = workers[name] ?? [0, null],
      most = beside === null ? 0 : beside + engines;
    const count = scripts.filter((each) => each === name).length;
    return count < least || count > most
      ? [`at ${at} there are ${count} workers of ${name}, not ${least} to ${most}`]
      : [];
  });
}

/**
 * What grew from the second third of the rows to the last, in words; and where there were other workers than expected.
 * @param engines of the page's pool.
 */
export function grown(rows: readonly Measured[], engines: number): string[] {
  const { second, last } = thirdsOf(rows);
  const failures = keys
    .filter((key) => last[key] - second[key] > tolerances[key])
    .map(
      (key) => `${key} grew from ${second[key].toFixed(1)} to ${last[key].toFixed(1)}, by more than ${tolerances[key]}`,
    );
  return [...failures, ...rows.flatMap((row) => unexpected(row, engines))];
}
