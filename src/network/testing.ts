import type { PatchedImages } from '../images/patched-images';
import { randomStream } from '../images/random';
import type { Network } from './two-layers';

export interface Shape {
  readonly n: number;
  readonly patches: number;
  readonly dimension: number;
  readonly width: number;
}

/** For tests: normal images with balanced labels, and normal filters. */
export function randomProblem(
  { n, patches, dimension, width }: Shape,
  seed: number,
  scale = 1,
): { images: PatchedImages; filters: Float64Array } {
  const { normal } = randomStream(seed, 'problem');
  const values = Float64Array.from({ length: n * patches * dimension }, normal);
  const labels = Float64Array.from({ length: n }, (_, i) => (i % 2 === 0 ? 1 : -1));
  return {
    images: { count: n, patches, dimension, values, labels },
    filters: Float64Array.from({ length: 2 * width * dimension }, () => scale * normal()),
  };
}

/** For tests: a network with every filter there twice, class by class. */
export function doubled({ filters, width, q, kappa }: Network): Network {
  const half = filters.length / 2;
  const plus = filters.subarray(0, half),
    minus = filters.subarray(half);
  return { filters: Float64Array.from([...plus, ...plus, ...minus, ...minus]), width: 2 * width, q, kappa };
}
