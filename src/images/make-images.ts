import type { Experiment } from '../experiment/parameters';
import type { MnistSource } from './sources/digits/pack';
import { mnistImages } from './sources/digits/draw';
import type { ImageSet } from './patched-images';
import { syntheticImages } from './sources/synthetic/draw';

/** The images of an experiment, wherever they come from. At σ = 0 these are the clean images. */
export async function makeImages(experiment: Experiment, mnist: MnistSource): Promise<ImageSet> {
  return experiment.data === 'synthetic' ? syntheticImages(experiment) : mnistImages(experiment, mnist);
}
