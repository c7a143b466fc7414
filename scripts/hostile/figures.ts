/** What came of so many attempts. */
export interface Figures {
  readonly tried: number;
  /** That were taken as they are, or mended; the others were refused in words. */
  readonly taken: number;
  /** What went wrong, in words, each with what caused it: none is to be there. */
  readonly faults: readonly string[];
  /** Of one attempt, in ms of the processor: what else a machine does meanwhile is not its doing. */
  readonly slowest: number;
}

/** Longer than this nothing may keep the page from answering, in ms of the processor. */
const mostTime = 1000;

/** Faults after so many are counted alone. */
const mostTold = 20;

interface Attempts {
  readonly count: number;
  /**
   * Says whether it was taken; throws where something is wrong. One that runs elsewhere says how long it kept that from answering,
   * in ms.
   */
  attempt(number: number): Attempted | Promise<Attempted>;
  /** What it was, for those who read of a fault. */
  name(number: number): string;
  /** Done after each, and not timed. */
  between?(number: number): Promise<unknown> | undefined;
  /** How many are under way at a time. */
  readonly lanes?: number;
}

type Attempted = boolean | { readonly taken: boolean; readonly longest: number };

/** Makes attempts, and times them. */
export async function tryAll({ count, attempt, name, between, lanes = 1 }: Attempts): Promise<Figures> {
  const faults: string[] = [];
  let next = 0,
    taken = 0,
    slowest = 0;
  // At once: who waits for so many attempts need not wait for all of them.
  const tell = (fault: string) => {
    faults.push(fault);
    if (faults.length <= mostTold) console.error(`  ${fault}`);
  };
  const lane = async () => {
    while (next < count) {
      const i = next++;
      const began = process.cpuUsage();
      try {
        const came = await attempt(i);
        const { user, system } = process.cpuUsage(began);
        const { taken: isTaken, longest } =
          typeof came === 'boolean' ? { taken: came, longest: (user + system) / 1000 } : came;
        taken += Number(isTaken);
        slowest = Math.max(slowest, longest);
        if (longest > mostTime) tell(`${name(i)}: took ${Math.round(longest)} ms`);
      } catch (error) {
        tell(`${name(i)}: ${String(error)}`);
      }
      await between?.(i);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return { tried: count, taken, faults, slowest };
}
