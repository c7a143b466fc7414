import { shortestFrame } from './batch';

/** The store's only source of time: what it does later, it does by this. */
export interface Clock {
  /** Resolves at the next painted frame while the page is visible; waits while it is hidden. */
  frame(): Promise<void>;
  /** Milliseconds since some fixed moment. */
  now(): number;
  /** Acts once, so many ms from now. @returns what forgets it. */
  after(ms: number, act: () => void): () => void;
}

/** Resolves at the next frame that is no sooner than a run moves when it is watched. @param moved when it did last. */
export async function frameAfter(clock: Clock, moved: number): Promise<void> {
  do await clock.frame();
  while (clock.now() - moved < shortestFrame);
}

/** As `Clock.after`, by the timers of the platform. */
export function timer(ms: number, act: () => void): () => void {
  const id = setTimeout(act, ms);
  return () => clearTimeout(id);
}

/** Animation frames of the page; a hidden page trains nothing, and goes on when it is shown again. */
export function pageClock(): Clock {
  return {
    now: () => performance.now(),
    after: timer,
    async frame() {
      while (document.hidden)
        await new Promise((resolve) => document.addEventListener('visibilitychange', resolve, { once: true }));
      await new Promise((resolve) => requestAnimationFrame(resolve));
    },
  };
}
