import type { Science } from '../experiment/parameters';
import type { Assets } from './assets';
import type { ImageSet } from './patched-images';
import { draws } from './draws';
import { mislabelled } from './mislabelled';

/** The images of an experiment, wherever they come from. At σ = 0 these are the clean images. Labels may be wrong, of training images alone. */
export async function makeImages(science: Science, assets: Assets): Promise<ImageSet> {
  return mislabelled(await draws[science.data](science, assets), science);
}
