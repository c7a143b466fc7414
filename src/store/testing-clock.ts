import type { Clock } from './run/clock';

/** Of a page that paints, in ms. */
const frame = 16;

/** A clock for tests that never waits: when nothing is being computed, it is at once the time of what is due next. */
export interface TestClock extends Clock {
  /** Resolves after so many ms of this clock. */
  pass(ms: number): Promise<void>;
  /** The clock stands still until this is done. */
  holdFor<T>(work: Promise<T>): Promise<T>;
  /** Forgets everything that is due. */
  reset(): void;
}

/** Of the platform, also where a test replaces its timers. */
const soon = setImmediate;

export function testClock(): TestClock {
  let now = 0;
  let due: { readonly at: number; readonly act: () => void }[] = [];
  let holds = 0;
  let running = false;

  // What a moment leads to is done before the next one comes.
  const run = () => {
    if (holds === 0) {
      const [next, ...later] = due;
      if (!next) return void (running = false);
      due = later;
      now = next.at;
      next.act();
    }
    soon(run);
  };
  const clock: TestClock = {
    now: () => now,
    after(ms, act) {
      const event = { at: now + ms, act };
      const place = due.findIndex(({ at }) => at > event.at);
      due = due.toSpliced(place < 0 ? due.length : place, 0, event);
      if (!running) soon(run);
      running = true;
      return () => void (due = due.filter((other) => other !== event));
    },
    pass: (ms) => new Promise((resolve) => void clock.after(ms, resolve)),
    frame: () => clock.pass(frame - (now % frame)),
    async holdFor(work) {
      holds += 1;
      try {
        return await work;
      } finally {
        holds -= 1;
      }
    },
    reset() {
      due = [];
    },
  };
  return clock;
}

/** The clock of a test's pages, and of what it waits for itself. */
export const clock = testClock();
