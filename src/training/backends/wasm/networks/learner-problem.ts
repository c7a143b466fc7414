import type { NetworkName } from '../../../../experiment/networks';
import type { PatchedImages } from '../../../../images/patched-images';
import { entriesOf } from '../../../../network/matrices';
import { imagesAt } from '../../../batches';
import { worthSharing } from '../../../needs-networks';
import type { TrainingProblem } from '../../../trainer';

/** A network and the images that one thread makes it learn from: plain, as it may be posted to another. */
export interface LearnerProblem extends Pick<
  TrainingProblem,
  'width' | 'token' | 'q' | 'kappa' | 'matrices' | 'rates' | 'optimiser'
> {
  readonly network: NetworkName;
  readonly train: PatchedImages;
  readonly test: PatchedImages | null;
  /** Of `train`, how many a step takes at most; null where it takes them all. */
  readonly chosen: number | null;
  /** Parts of these images whose gradients are made one after another, and summed. */
  readonly parts: number;
}

/**
 * Parts of a step's images whose gradients are made apart and summed: two where a step takes long, so that two threads can
 * share it. On one thread as well, which comes to the same bits that way.
 */
export function partsOf({ train, batches, optimiser, matrices }: TrainingProblem): 1 | 2 {
  const images = batches && optimiser.batch ? Math.min(optimiser.batch, train.count) : train.count;
  return images * train.patches * entriesOf(matrices) >= worthSharing ? 2 : 1;
}

/** The images of one part out of `parts`, in their order. */
export function partOf(images: Int32Array, part: number, parts: number): Int32Array {
  const from = (at: number) => Math.ceil((images.length * at) / parts);
  return images.subarray(from(part), from(part + 1));
}

/** All that a problem asks for, by one thread. */
export function learnerProblem(problem: TrainingProblem, parts: number): LearnerProblem {
  const { architecture, width, token, q, kappa, matrices, rates, optimiser, train, test, batches } = problem;
  const chosen = batches && (optimiser.batch || train.count);
  const network = architecture.name;
  return { network, width, token, q, kappa, matrices, rates, optimiser, train, test, chosen, parts };
}

/** What one thread out of `threads` does of it, a part of each step: of images that stay, it need not have more. */
export function sharedProblem(problem: TrainingProblem, thread: number, threads: number): LearnerProblem {
  const whole = learnerProblem(problem, 1);
  const own = (images: PatchedImages) => imagesAt(images, partOf(upTo(0, images.count), thread, threads));
  return {
    ...whole,
    train: whole.chosen === null ? own(whole.train) : whole.train,
    test: whole.test && own(whole.test),
    chosen: whole.chosen === null ? null : Math.ceil(whole.chosen / threads),
  };
}

/** from, from + 1 … below `to`. */
export function upTo(from: number, to: number): Int32Array {
  return Int32Array.from({ length: to - from }, (_, i) => from + i);
}
