import type { Clock } from './clock';

/** Does one job after another as long as there is one. */
export interface Loop {
  /** Something has changed: looks for a job where none is under way, and ends the wait of one that waits. */
  poke(): void;
}

/**
 * @param decide the next job, from what is so now. @param perform does it and never throws; it may wait for something or
 * `poked`, whichever is first, and return without having done anything.
 */
export function createLoop<Job>(
  decide: () => Job | null,
  perform: (job: Job, poked: Promise<void>) => Promise<void>,
): Loop {
  let poke: (() => void) | null = null;

  async function run(): Promise<void> {
    try {
      for (let job = decide(); job !== null; job = decide()) {
        const poked = new Promise<void>((resolve) => void (poke = resolve));
        await perform(job, poked);
      }
    } finally {
      poke = null;
    }
  }

  return {
    poke() {
      if (poke) return poke();
      poke = () => {};
      void run();
    },
  };
}

/** Waits for something. @returns false where the wait was ended by a poke. */
export function comes(what: Promise<void>, poked: Promise<void>): Promise<boolean> {
  return Promise.race([what.then(() => true), poked.then(() => false)]);
}

/** Waits for a while, as `comes`. */
export async function passes(clock: Pick<Clock, 'after'>, ms: number, poked: Promise<void>): Promise<boolean> {
  let forget = () => {};
  const over = new Promise<void>((resolve) => void (forget = clock.after(ms, resolve)));
  try {
    return await comes(over, poked);
  } finally {
    forget();
  }
}
