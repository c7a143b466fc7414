import type { Problem } from '../../../../problems/problem';
import type { BankProblem } from '../filter-bank';
import type { KernelVariant } from '../kernel';

/** Whose sums are meant. */
export type ImagesOf = 'train' | 'test';

/** What the thread that leads tells the one beside it, in this order. */
export type ToBeside =
  /** Once: what is to be held, filters of class −1 alone. */
  | { readonly kind: 'hold'; readonly variant: KernelVariant; readonly problem: BankProblem }
  /** What class +1 has in the sums of some panels of rows: to go on from. After the last panel all sums are answered. */
  | { readonly kind: 'sums'; readonly of: ImagesOf; readonly first: number; readonly sums: Float32Array }
  /** A step by the sums of the training images. */
  | { readonly kind: 'step' }
  /** Asks for the filters. */
  | { readonly kind: 'read' };

export type FromBeside =
  | { readonly kind: 'ready' }
  | { readonly kind: 'sums'; readonly sums: Float32Array }
  | { readonly kind: 'filters'; readonly filters: Float32Array }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** A thread beside this one, as the one that leads sees it. */
export interface Beside {
  post(message: ToBeside, transfer?: ArrayBuffer[]): void;
  /** Hears what it answers, and that it has ended by itself. */
  listen(heard: (message: FromBeside) => void): void;
  end(): void;
}
