import { largestMagnitude } from './grey';

/** Filters below this part of the largest one's magnitude fade to grey. */
const FAINT = 0.1;

/**
 * The value that is white in each filter's tile, [count]: the filter's own largest magnitude, so that what it looks
 * like can be read however long it is; but at least a tenth of the largest of all. Filters that training has left
 * hundreds of times shorter than the others fade to flat grey, as they contribute nothing.
 */
export function filterScales(filters: ArrayLike<number>, dimension: number): Float64Array {
  const scales = new Float64Array(dimension > 0 ? Math.floor(filters.length / dimension) : 0);
  for (let i = 0; i < scales.length; i++) scales[i] = largestMagnitude(filters, i * dimension, dimension);
  const floor = FAINT * largestMagnitude(scales);
  return scales.map((scale) => Math.max(scale, floor));
}
