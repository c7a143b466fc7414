import { largestMagnitude } from '../kit/grey';

/** Filters below this part of the largest one's magnitude are faint. */
const FAINT = 0.1;
/** What is left of the contrast to the page in the faintest of all: enough to see that something is there. */
const FAINTEST = 0.25;

interface FilterStrength {
  /** The value that is white in each filter's tile: its own largest magnitude, so that it can be read however long it is. [count] */
  readonly scales: Float64Array;
  /** From 1, strong, down to ¼: how far a tile stands out from the page. [count] */
  readonly opacity: Float64Array;
}

/**
 * How to show filters whose lengths differ by hundreds. Training leaves many of them as short as they were drawn: they
 * contribute nothing, and pale beside the others.
 */
export function filterStrength(filters: ArrayLike<number>, dimension: number): FilterStrength {
  const scales = new Float64Array(dimension > 0 ? Math.floor(filters.length / dimension) : 0);
  for (let i = 0; i < scales.length; i++) scales[i] = largestMagnitude(filters, i * dimension, dimension);
  const strong = FAINT * largestMagnitude(scales);
  return { scales, opacity: scales.map((scale) => (scale < strong ? Math.max(FAINTEST, scale / strong) : 1)) };
}
