import type { Experiment } from '../experiment/parameters';
import type { MnistSource } from './mnist-pack';
import { mnistImages } from './mnist';
import type { ImageSet } from './patched-images';
import { syntheticImages } from './synthetic';

/** The images of an experiment, wherever they come from. At σ = 0 these are the clean images. */
export async function makeImages(experiment: Experiment, mnist: MnistSource): Promise<ImageSet> {
  return experiment.data === 'synthetic' ? syntheticImages(experiment) : mnistImages(experiment, mnist);
}
