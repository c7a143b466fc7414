import type { TrainingProblem } from '../../src/training/trainer';

/** An implementation of the same full-batch gradient descent step: the project's own, or what one would pick instead. */
export interface Peer {
  start(problem: TrainingProblem): Promise<PeerRun>;
}

export interface PeerRun {
  /** What it runs on, where it can tell. */
  readonly device: string;
  /** Makes steps; resolves when they are done, not only queued. */
  advance(steps: number): Promise<void>;
  /** [2m × d], row-major, the first m rows class +1. */
  filters(): Promise<ArrayLike<number>>;
  dispose(): void;
}
