import { sourceOf } from '../images/sources/list';
import { dimensionOf, type ImageShape } from '../images/sources/source';
import type { Science } from './parameters';

/** Patches and patch side of an experiment's images, whatever they are: real layouts fix them. */
export function imageShape(science: Science): ImageShape {
  return sourceOf(science).shape(science);
}

/** Numbers in a patch of an experiment's images, d. */
export function patchDimension(science: Science): number {
  return dimensionOf(imageShape(science));
}

/** Where an image's patches lie in a picture of it, in pixels; what none covers is gutter. */
export interface PatchPlaces {
  readonly width: number;
  readonly height: number;
  readonly side: number;
  /** Planes of a patch's values: grey, or red, green and blue. */
  readonly channels: 1 | 3;
  /** Upper left corner of every patch. Sliding windows may overlap. */
  readonly places: readonly (readonly [x: number, y: number])[];
}

/** A line between patches that are apart in the data: neighbours in the grid have nothing to do with each other. */
const gutter = 1;

/** The picture of one image: patches in the most nearly square grid, row by row, or windows where they were cut out. */
export function patchPlaces(science: Science): PatchPlaces {
  const { patches, side, channels, windows } = imageShape(science);
  const columns = windows?.columns ?? Math.ceil(Math.sqrt(patches));
  const pitch = windows?.stride ?? side + gutter;
  const end = (count: number) => (count - 1) * pitch + side;
  return {
    width: end(columns),
    height: end(Math.ceil(patches / columns)),
    side,
    channels,
    places: Array.from(
      { length: patches },
      (_, p) => [(p % columns) * pitch, Math.floor(p / columns) * pitch] as const,
    ),
  };
}
