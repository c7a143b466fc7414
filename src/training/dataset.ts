import type { Experiment } from '../experiment/parameters';
import { makeImages } from '../images/make-images';
import type { MnistSource } from '../images/sources/digits/pack';
import type { PatchedImages } from '../images/patched-images';
import { makeProblem } from './problem';

/** Everything that an experiment is computed from, in double precision. */
export interface Dataset {
  readonly train: PatchedImages;
  readonly test: PatchedImages;
  /** Orthonormal basis of the signal span, [r × d], row-major. */
  readonly signal: Float64Array;
  /** At initialisation, [2m × d], row-major; the first m rows are class +1. */
  readonly filters: Float64Array;
}

export async function makeDataset(experiment: Experiment, mnist: MnistSource): Promise<Dataset> {
  const images = await makeImages(experiment, mnist);
  const { train, test, filters } = makeProblem(experiment, images);
  return { train, test: test!, signal: images.signal, filters };
}
