import type { Problem } from '../../../../problems/problem';
import type { BankProblem } from '../filter-bank';
import type { KernelVariant } from '../kernel';
import type { LearnerProblem } from '../networks/learner-problem';

/** Whose sums or outputs are meant. */
export type ImagesOf = 'train' | 'test';

/** What the thread that leads tells the one beside it, in this order: of two layers, whose filters they share, … */
type ToBank =
  /** Once: what is to be held, filters of class −1 alone. */
  | { readonly kind: 'hold'; readonly variant: KernelVariant; readonly problem: BankProblem }
  /** What class +1 has in the sums of some panels of rows: to go on from. After the last panel all sums are answered. */
  | { readonly kind: 'sums'; readonly of: ImagesOf; readonly first: number; readonly sums: Float32Array }
  /** A step by the sums of the training images. */
  | { readonly kind: 'step' }
  /** Asks for the filters. */
  | { readonly kind: 'read' };

/** … and of any network, whose images they share. */
type ToLearner =
  /** Once: the network, and the second part of the images. */
  | { readonly kind: 'hold-network'; readonly variant: KernelVariant; readonly problem: LearnerProblem }
  /** Asks for the gradients of its part of a step. @see Learner.learn */
  | { readonly kind: 'learn'; readonly chosen: Int32Array | null; readonly count: number }
  /** The gradients of the first part: a step by the sum. */
  | { readonly kind: 'step-by'; readonly gradients: readonly Float32Array[] }
  /** Asks for the outputs of its part of a set. */
  | { readonly kind: 'outputs'; readonly of: ImagesOf };

export type ToBeside = ToBank | ToLearner;

export type FromBeside =
  | { readonly kind: 'ready' }
  | { readonly kind: 'sums'; readonly sums: Float32Array }
  | { readonly kind: 'filters'; readonly filters: Float32Array }
  | { readonly kind: 'gradients'; readonly gradients: readonly Float32Array[] }
  | { readonly kind: 'outputs'; readonly outputs: Float64Array }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** A thread beside this one, as the one that leads sees it. */
export interface Beside {
  post(message: ToBeside, transfer?: ArrayBuffer[]): void;
  /** Hears what it answers, and that it has ended by itself. */
  listen(heard: (message: FromBeside) => void): void;
  end(): void;
}

/** What is handed over with arrays. */
export const buffersOf = (arrays: readonly (Float32Array | Float64Array)[]): ArrayBuffer[] =>
  arrays.map(({ buffer }) => buffer as ArrayBuffer);
