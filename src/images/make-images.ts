import type { Science } from '../experiment/parameters';
import type { Assets } from './assets';
import type { ImageSet } from './patched-images';
import { draws } from './draws';

/** The images of an experiment, wherever they come from. At σ = 0 these are the clean images. */
export async function makeImages(science: Science, assets: Assets): Promise<ImageSet> {
  return draws[science.data](science, assets);
}
