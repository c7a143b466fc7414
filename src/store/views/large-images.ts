import type { Science } from '../../experiment/parameters';
import { imageShape, patchDimension } from '../../experiment/shape';

/** Training images of more than so many megabytes take seconds to draw and room several times over: the page says so. */
const fewest = 100;

/** Megabytes that the training images of an experiment take, at 8 bytes a pixel; null where it is no matter. */
export function largeImagesOf(science: Science): number | null {
  const megabytes = (8 * science.n * imageShape(science).patches * patchDimension(science)) / 1e6;
  return megabytes >= fewest ? Math.round(megabytes) : null;
}
