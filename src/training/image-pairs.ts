import type { Science } from '../experiment/parameters';
import { sourceOf } from '../images/sources/list';
import { makeImages } from '../images/make-images';
import type { Assets } from '../images/assets';
import type { PatchedImages } from '../images/patched-images';

/** Training images as the network sees them, and the same without noise. */
export interface ImagePair {
  readonly noisy: PatchedImages;
  readonly clean: PatchedImages;
}

/** The images of the last experiment that was asked for: many steps of a run ask for the same. */
export class ImagePairs {
  private key = '';
  private pair: ImagePair | null = null;

  constructor(private readonly assets: Assets) {}

  /** The same object for the same images. */
  async of(experiment: Science): Promise<ImagePair> {
    const source = sourceOf(experiment);
    const key = source.identity(experiment);
    if (this.pair && key === this.key) return this.pair;
    const noisy = (await makeImages(experiment, this.assets)).train;
    const clean = experiment.sigma === 0 ? noisy : (await makeImages({ ...experiment, sigma: 0 }, this.assets)).train;
    this.key = key;
    this.pair = { noisy, clean };
    return this.pair;
  }
}
