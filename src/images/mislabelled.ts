import type { Science } from '../experiment/parameters';
import type { ImageSet } from './patched-images';
import { randomStream } from './random';

/**
 * The same images, each training label turned with probability φ, from its own stream: images and test labels stay, and
 * what is wrong at a lower φ is wrong at a higher one too.
 */
export function mislabelled(images: ImageSet, { flip, seed }: Pick<Science, 'flip' | 'seed'>): ImageSet {
  if (flip === 0) return images;
  const { uint32 } = randomStream(seed, 'turned labels');
  const { labels } = images.train;
  const turned = Uint8Array.from(labels, () => (uint32() < flip * 2 ** 32 ? 1 : 0));
  return {
    ...images,
    train: { ...images.train, labels: labels.map((label, i) => (turned[i] ? -label : label)), turned },
  };
}
