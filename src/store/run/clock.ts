/** When the next batch may be asked for. */
export interface Clock {
  /** Resolves at the next painted frame while the page is visible; waits while it is hidden. */
  frame(): Promise<void>;
  /** Milliseconds since some fixed moment. */
  now(): number;
}

/** Animation frames of the page; a hidden page trains nothing, and goes on when it is shown again. */
export function pageClock(): Clock {
  return {
    now: () => performance.now(),
    async frame() {
      while (document.hidden)
        await new Promise((resolve) => document.addEventListener('visibilitychange', resolve, { once: true }));
      await new Promise((resolve) => requestAnimationFrame(resolve));
    },
  };
}
