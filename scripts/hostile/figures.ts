/** What came of so many attempts. */
export interface Figures {
  readonly tried: number;
  /** That were taken as they are, or mended; the others were refused in words. */
  readonly taken: number;
  /** What went wrong, in words, each with what caused it: none is to be there. */
  readonly faults: readonly string[];
  /** Of one attempt, in ms. */
  readonly slowest: number;
}

/** Longer than this nothing may keep the page from answering, in ms. */
const mostTime = 1000;

interface Attempts {
  readonly count: number;
  /** Says whether it was taken; throws where something is wrong. */
  attempt(number: number): boolean | Promise<boolean>;
  /** What it was, for those who read of a fault. */
  name(number: number): string;
  /** Done after each, and not timed. */
  between?(number: number): Promise<unknown> | undefined;
  /** How long one may take, in ms. */
  readonly freeze?: number;
}

/** Makes attempts one after the other. */
export async function tryAll({ count, attempt, name, between, freeze = mostTime }: Attempts): Promise<Figures> {
  const faults: string[] = [];
  let taken = 0,
    slowest = 0;
  for (let i = 0; i < count; i++) {
    const began = performance.now();
    try {
      if (await attempt(i)) taken += 1;
    } catch (error) {
      faults.push(`${name(i)}: ${String(error)}`);
    }
    const took = performance.now() - began;
    if (took > freeze) faults.push(`${name(i)}: took ${Math.round(took)} ms`);
    slowest = Math.max(slowest, took);
    await between?.(i);
  }
  return { tried: count, taken, faults, slowest };
}
