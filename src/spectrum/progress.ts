/** Told how much of a long computation is done, a share in (0, 1] that only grows. */
export type OnProgress = (share: number) => void;

const smallestMove = 1 / 24;

/**
 * One listener for a computation of several stages. Each stage reports its own share in (0, 1]; the listener hears of
 * the whole, at most a few dozen times.
 */
export class Progress {
  private heard = 0;

  constructor(private readonly listener: OnProgress | undefined) {}

  /** A stage that is expected to take `shareOfRest` of the work that is left. */
  stage(shareOfRest: number): OnProgress {
    const start = this.heard;
    const length = (1 - start) * shareOfRest;
    return (share) => {
      if (start + length * share >= this.heard + smallestMove) this.report(start + length * share);
    };
  }

  finish(): void {
    if (this.heard < 1) this.report(1);
  }

  private report(share: number): void {
    this.heard = share;
    this.listener?.(share);
  }
}
