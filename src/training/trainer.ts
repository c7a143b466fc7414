import type { PatchedImages } from '../images/patched-images';
import type { Architecture, NetworkSettings } from '../network/architecture';
import type { LabelAccuracies } from '../network/loss';
import type { WeightMatrix } from '../network/matrices';
import { ProblemError } from '../problems/problem';
import type { BatchStream } from './batches';
import type { OptimiserSettings } from './optimiser';

export const backends = ['webgl', 'wasm', 'cpu'] as const;
export type Backend = (typeof backends)[number];

/** One network that is to be trained on one set of images: everything a backend needs. */
export interface TrainingProblem extends NetworkSettings {
  readonly architecture: Architecture;
  /** As the network sees them. */
  readonly train: PatchedImages;
  /** Absent for explicit cases that bring no test images. */
  readonly test: PatchedImages | null;
  /** At initialisation. */
  readonly matrices: readonly WeightMatrix<Float64Array>[];
  /** Learning rate per filter, η/m: one step of gradient descent is w ← w − (lr·m)·∂L/∂w, L the mean logistic loss. */
  readonly lr: number;
  /** The same for every matrix, lr·m for filters: gradient descent is W ← W − rate·∂L/∂W. With 0 a matrix stays as drawn. */
  readonly rates: readonly number[];
  /** What becomes of the gradient (`moveBy` in `optimiser.ts` is the rule). */
  readonly optimiser: OptimiserSettings;
  /** The images that each step takes, the mean loss being theirs; null for all. */
  readonly batches: BatchStream | null;
}

/** What a backend knows of the network after its latest step. */
export interface TrainerState {
  readonly step: number;
  /** Mean logistic loss over the training images. */
  readonly loss: number;
  /** Share of training images with y·f > 0. */
  readonly trainAccuracy: number;
  /** The same apart, for images of right and of wrong label. Absent where all are right. */
  readonly byLabel?: LabelAccuracies | undefined;
  /** The same for the test images; null where the problem has none. */
  readonly testAccuracy: number | null;
  /** Mean logistic loss over the test images, from the same outputs; null where there are none. */
  readonly testLoss: number | null;
  /** In the problem's order, copies that the caller owns. Float64Array from `cpu`, Float32Array from the others. */
  readonly matrices: readonly WeightMatrix[];
}

/** One training run on one backend. Deterministic: the same problem gives the same bits on the same backend. */
export interface Trainer {
  readonly backend: Backend;
  /** What it runs on, for the status line and the bench: renderer name, kernel variant. Empty where there is nothing to say. */
  readonly device: string;
  /**
   * Makes `count` steps; resolves when they are done (or safely queued with at most one batch in flight).
   * `onProgress`, given only for steps that may take long, hears the share of the batch that is done, in (0, 1].
   */
  advance(count: number, onProgress?: (share: number) => void): Promise<void>;
  /**
   * Reads the state back. @param tested whether with accuracy and loss on the test images, which cost as much as two steps; null
   * without it. @throws LostContextError where the GPU was taken away.
   */
  read(tested?: boolean): Promise<TrainerState>;
  /** Releases memory, textures and contexts. No call may follow. */
  dispose(): void;
}

export type CreateTrainer = (problem: TrainingProblem) => Promise<Trainer>;

/** The backend cannot run here at all; `problem` says why. */
export class BackendUnavailableError extends ProblemError {
  override name = 'BackendUnavailableError';
}

/** The GPU context was lost: every texture is gone, the run has to be replayed. */
export class LostContextError extends ProblemError {
  override name = 'LostContextError';
}
