import { ProblemError } from '../../../problems/problem';
import { areaAverage, centreSquare } from '../../area-average';
import type { ImageCollection } from '../../own/collection';

/** Pictures as numbers: [count × channels × side²], planes of red, green and blue. */
export interface Planes {
  readonly values: Float64Array;
  /** [count × side²]: 1 where the picture is 0 in all channels, before anything is subtracted. */
  readonly background: Uint8Array;
}

/** Rec. 601: what is seen of red, green and blue. */
const luma = [0.299, 0.587, 0.114] as const;

/** Some images of a collection: the square in their middle, averaged to `side`, in [0, 1]. */
export function planesOf(
  { height, width, channels, pixels }: ImageCollection,
  chosen: readonly number[],
  side: number,
  wanted: 1 | 3,
): Planes {
  const area = side * side,
    size = height * width * channels;
  const square = centreSquare(height, width);
  const values = new Float64Array(chosen.length * wanted * area);
  const background = new Uint8Array(chosen.length * area);
  const read = new Float64Array(channels * area);
  chosen.forEach((image, i) => {
    for (let channel = 0; channel < channels; channel++) {
      const at = { width, pitch: channels, at: image * size + channel };
      areaAverage(pixels, at, square, side, read, channel * area);
    }
    const start = i * wanted * area;
    for (let j = 0; j < area; j++) {
      const [red, green, blue] =
        channels === 1 ? [read[j]!, read[j]!, read[j]!] : [read[j]!, read[area + j]!, read[2 * area + j]!];
      if (red === 0 && green === 0 && blue === 0) background[i * area + j] = 1;
      if (wanted === 3) {
        values[start + j] = red / 255;
        values[start + area + j] = green / 255;
        values[start + 2 * area + j] = blue / 255;
      } else {
        const grey = channels === 1 ? red : luma[0] * red + luma[1] * green + luma[2] * blue;
        values[start + j] = grey / 255;
      }
    }
  });
  return { values, background };
}

/**
 * Subtracts the mean image of the training images from all, where `centre` says so, and scales all alike, so that the
 * training images have a root mean square norm of `mu`. In place.
 * @param size numbers of one image. @throws ProblemError `nothing-left` where the training images are then all zero.
 */
export function centreAndScale(
  train: Float64Array,
  test: Float64Array,
  size: number,
  { centre, mu }: { readonly centre: boolean; readonly mu: number },
): void {
  const count = train.length / size;
  if (centre) {
    const mean = new Float64Array(size);
    for (let i = 0; i < train.length; i++) mean[i % size]! += train[i]!;
    for (let j = 0; j < size; j++) mean[j]! /= count;
    for (const set of [train, test]) for (let i = 0; i < set.length; i++) set[i]! -= mean[i % size]!;
  }
  let energy = 0;
  for (const value of train) energy += value * value;
  // What is left of equal images is rounding.
  if (energy / train.length < 1e-20) throw new ProblemError({ kind: 'nothing-left' });
  const factor = mu / Math.sqrt(energy / count);
  for (const set of [train, test]) for (let i = 0; i < set.length; i++) set[i]! *= factor;
}
