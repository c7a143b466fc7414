import type { Science } from '../experiment/parameters';
import { makeImages } from '../images/make-images';
import type { Assets } from '../images/assets';
import type { PatchedImages } from '../images/patched-images';
import type { WeightMatrix } from '../network/matrices';
import { makeProblem } from './problem';

/** Everything that an experiment is computed from, in double precision. */
export interface Dataset {
  readonly train: PatchedImages;
  readonly test: PatchedImages;
  /** Orthonormal basis of the signal span, [r × d], row-major. */
  readonly signal: Float64Array;
  /** The network at initialisation. */
  readonly matrices: readonly WeightMatrix<Float64Array>[];
  /** Numbers of the training images that each step takes, [steps × batch]; null where each takes all. */
  readonly batches: { readonly values: Int32Array; readonly size: number } | null;
}

export async function makeDataset(experiment: Science, assets: Assets): Promise<Dataset> {
  const images = await makeImages(experiment, assets);
  const { matrices, batches: stream } = makeProblem(experiment, images);
  const { batch, steps } = experiment;
  const values = new Int32Array(stream ? steps * batch : 0);
  if (stream) for (let step = 0; step < steps; step++) values.set(stream(step), step * batch);
  return {
    train: images.train,
    test: images.test(),
    signal: images.signal,
    matrices,
    batches: stream && { values, size: batch },
  };
}
