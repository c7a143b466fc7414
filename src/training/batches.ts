import { randomStream } from '../images/random';
import type { PatchedImages } from '../images/patched-images';

/** The images of a step, ascending; steps count from 0. The same for the same step, in whatever order they are asked for. */
export type BatchStream = (step: number) => Int32Array;

/**
 * Batches of an experiment: each epoch is a fresh shuffle of all images, cut into as many batches of equal size as it holds;
 * what is left over waits for the next. Every epoch has a stream of its own, so that no step depends on another.
 * @param size of a batch, at most `count`.
 */
export function shuffledBatches(seed: number, count: number, size: number): BatchStream {
  const perEpoch = Math.floor(count / size);
  let epoch = -1,
    order: Int32Array = new Int32Array(0);
  return (step) => {
    const of = Math.floor(step / perEpoch);
    if (of !== epoch) {
      order = shuffled(count, randomStream(seed, `batches of epoch ${of}`).below);
      epoch = of;
    }
    const from = (step % perEpoch) * size;
    return order.subarray(from, from + size).toSorted();
  };
}

/** Fisher and Yates. @param below uniform integers in [0, bound). */
function shuffled(count: number, below: (bound: number) => number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = below(i + 1),
      kept = order[i]!;
    order[i] = order[j]!;
    order[j] = kept;
  }
  return order;
}

/** Some of the images, copied. @param indices each in [0, count). */
export function imagesAt({ patches, dimension, values, labels }: PatchedImages, indices: Int32Array): PatchedImages {
  const size = patches * dimension;
  const chosen = new Float64Array(indices.length * size);
  indices.forEach((index, i) => chosen.set(values.subarray(index * size, (index + 1) * size), i * size));
  return {
    count: indices.length,
    patches,
    dimension,
    values: chosen,
    labels: Float64Array.from(indices, (index) => labels[index]!),
  };
}
