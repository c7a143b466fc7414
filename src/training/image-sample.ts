import type { Science } from '../experiment/parameters';
import { makeImages } from '../images/make-images';
import type { Assets } from '../images/assets';
import type { PatchedImages } from '../images/patched-images';

/** A few training images as the network sees them, and the same without noise. */
export interface ImageSample {
  /** Number of the first one among the training images, from 0. */
  readonly from: number;
  readonly noisy: PatchedImages;
  readonly clean: PatchedImages;
}

/** Training images `from` … `from + count − 1`, fewer where there are no more; noisy and clean. */
export async function imageSample(
  { experiment, from, count }: { experiment: Science; from: number; count: number },
  assets: Assets,
): Promise<ImageSample> {
  const noisy = await makeImages(experiment, assets);
  const clean = experiment.sigma === 0 ? noisy : await makeImages({ ...experiment, sigma: 0 }, assets);
  return { from, noisy: some(noisy.train, from, count), clean: some(clean.train, from, count) };
}

function some(
  { count, patches, dimension, values, labels, turned }: PatchedImages,
  from: number,
  wanted: number,
): PatchedImages {
  const to = Math.min(count, from + wanted),
    size = patches * dimension;
  return {
    count: Math.max(0, to - from),
    patches,
    dimension,
    values: values.slice(from * size, to * size),
    labels: labels.slice(from, to),
    ...(turned && { turned: turned.slice(from, to) }),
  };
}
