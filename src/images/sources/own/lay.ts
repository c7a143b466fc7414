import { slidingWindows } from '../../sliding-windows';
import type { Planes } from './prepare';

export interface Laid {
  readonly layout: 'grid' | 'pixels' | 'windows';
  /** Of a picture, and of a patch; pixels. */
  readonly picture: number;
  readonly side: number;
  readonly stride: number;
  readonly channels: 1 | 3;
  readonly patches: number;
  readonly sigma: number;
  /** Whether what is no background gets noise as well. */
  readonly everywhere: boolean;
  /** Uniform integers in [0, 2³²): one an image. */
  readonly positions: () => number;
  /** Standard normals; as many whatever σ is, so that a change of σ scales the same noise. */
  readonly normal: () => number;
}

/** Prepared pictures as patches, [n × P × d]: an object among noise, one patch with noise on its background, or windows of that. */
export function layPictures(pictures: Planes, n: number, laid: Laid): Float64Array {
  switch (laid.layout) {
    case 'grid':
      return objectInGrid(pictures, n, laid);
    case 'pixels':
      return noisyBackground(pictures, laid);
    case 'windows':
      return slidingWindows(noisyBackground(pictures, laid), n, laid);
  }
}

function objectInGrid({ values: pictures }: Planes, n: number, laid: Laid): Float64Array {
  const { patches, side, channels, sigma, everywhere, positions, normal } = laid;
  const dimension = channels * side * side;
  const values = new Float64Array(n * patches * dimension);
  for (let i = 0; i < n; i++) {
    const object = positions() % patches;
    for (let p = 0; p < patches; p++) {
      const start = (i * patches + p) * dimension;
      for (let j = 0; j < dimension; j++) {
        const z = normal();
        const own = p === object ? pictures[i * dimension + j]! : 0;
        // Added to zero, because 0 · z is −0 for negative z.
        values[start + j] = p !== object || everywhere ? own + sigma * z : own;
      }
    }
  }
  return values;
}

function noisyBackground(
  { values, background }: Planes,
  { picture, channels, sigma, everywhere, normal }: Laid,
): Float64Array {
  const area = picture * picture,
    size = area * channels;
  return values.map((value, at) => {
    const z = normal();
    const isBackground = background[Math.floor(at / size) * area + (at % area)] === 1;
    return isBackground || everywhere ? value + sigma * z : value;
  });
}
