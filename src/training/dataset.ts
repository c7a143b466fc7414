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
}

export async function makeDataset(experiment: Science, assets: Assets): Promise<Dataset> {
  const images = await makeImages(experiment, assets);
  const { matrices } = makeProblem(experiment, images);
  return { train: images.train, test: images.test(), signal: images.signal, matrices };
}
