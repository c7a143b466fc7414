import type { Science } from '../../../experiment/parameters';
import { slidingWindows } from '../../sliding-windows';
import { digitShape, mnistSide } from './shape';

/** How a digit becomes patches: an object in a grid, one patch with background pixels, or sliding windows of those. */
export type MnistLayout = Science['layout'];

export interface LayoutShape {
  /** Patches per image, P. */
  readonly patches: number;
  /** Pixels per patch, d = side². */
  readonly dimension: number;
  readonly side: number;
}

export interface LayoutOptions {
  /** Standard deviation of the background noise, σ ≥ 0. */
  readonly sigma: number;
  /** Window side and stride in pixels; only `windows` reads them. */
  readonly side: number;
  readonly stride: number;
  /** Uniform integers in [0, r), r a multiple of 4 (2³², say); one per image. Only `grid` reads it. */
  readonly positions?: () => number;
  /** Standard normals; 784 per image in every layout, whether used or not, so that σ and layout never redraw. */
  readonly normal: () => number;
}

export interface LaidImages {
  /** [n × P × d], row-major: image, then patch, then pixel. */
  readonly values: Float64Array;
  readonly patches: number;
  readonly dimension: number;
}

const imagePixels = mnistSide * mnistSide;
const gridPatches = 4;
const gridSide = mnistSide / 2;

/**
 * P, d and patch side of a layout.
 * @throws RangeError where `windows` has a side that is not an integer from 1 to 28, or a stride that is not one from 1 up.
 */
export function layoutShape(layout: MnistLayout, side: number, stride: number): LayoutShape {
  if (layout === 'windows') {
    if (!Number.isInteger(side) || side < 1 || side > mnistSide)
      throw new RangeError(`window side ${side} is not an integer from 1 to ${mnistSide}`);
    if (!Number.isInteger(stride) || stride < 1) throw new RangeError(`stride ${stride} is not a positive integer`);
  }
  const { patches, side: patchSide } = digitShape({ layout, side, stride });
  return { patches, side: patchSide, dimension: patchSide ** 2 };
}

/**
 * Digits as patches with background noise N(0, σ²). At σ = 0 these are exactly the clean images; with the same streams, a
 * change of σ scales the same noise.
 * @param pixels [n × 784] in [0, 1], row by row; 0 is background.
 * @throws RangeError as `layoutShape`, or where `pixels` does not hold n images; Error where `grid` has no positions.
 */
export function layoutImages(layout: MnistLayout, pixels: Float64Array, n: number, options: LayoutOptions): LaidImages {
  if (pixels.length !== n * imagePixels)
    throw new RangeError(`${pixels.length} pixels are not ${n} images of ${imagePixels}`);
  const { patches, dimension, side } = layoutShape(layout, options.side, options.stride);
  switch (layout) {
    case 'grid':
      return { values: objectInGrid(pixels, n, options), patches, dimension };
    case 'pixels':
      return { values: backgroundPixels(pixels, options), patches, dimension };
    case 'windows':
      return {
        values: slidingWindows(backgroundPixels(pixels, options), n, {
          picture: mnistSide,
          side,
          stride: options.stride,
          channels: 1,
        }),
        patches,
        dimension,
      };
  }
}

/** [n × 4 × 196]: the digit, averaged to 14×14, in one of 2×2 patches; the other three are noise. */
function objectInGrid(pixels: Float64Array, n: number, { sigma, positions, normal }: LayoutOptions): Float64Array {
  if (!positions) throw new Error('the grid layout needs a source of positions');
  const dimension = gridSide * gridSide;
  const values = new Float64Array(n * gridPatches * dimension);
  for (let i = 0; i < n; i++) {
    const object = positions() % gridPatches;
    for (let p = 0; p < gridPatches; p++) {
      const start = (i * gridPatches + p) * dimension;
      for (let j = 0; j < dimension; j++) {
        const z = normal();
        // Added to zero, because 0 · z is −0 for negative z.
        values[start + j] = p === object ? halvedPixel(pixels, i, j) : 0 + sigma * z;
      }
    }
  }
  return values;
}

/** Mean of the 2×2 block of image i that becomes pixel j of its 14×14 version. */
function halvedPixel(pixels: Float64Array, i: number, j: number): number {
  const row = Math.floor(j / gridSide),
    column = j % gridSide;
  const at = i * imagePixels + 2 * row * mnistSide + 2 * column;
  return (pixels[at]! + pixels[at + 1]! + pixels[at + mnistSide]! + pixels[at + mnistSide + 1]!) / 4;
}

/** [n × 784]: noise on the pixels that are zero, the others as they are. */
function backgroundPixels(pixels: Float64Array, { sigma, normal }: LayoutOptions): Float64Array {
  return pixels.map((pixel) => {
    const z = normal();
    return pixel === 0 ? 0 + sigma * z : pixel;
  });
}
