import type { Science } from '../../experiment/parameters';
import { outputs } from '../../network/architectures/cnn/forward';
import type { ImageSample } from '../../training/image-sample';
import type { ShownFilters } from './shown-filters';

/** Multiply-adds that the page may do for margins while it also paints. */
const affordable = 2e7;

/**
 * Margins y·f(x) of sampled images under the filters that are shown: right where positive.
 * @returns null where the sample is of other images, or would hold up the page.
 */
export function marginsOf(
  { noisy }: ImageSample,
  { filters, side }: ShownFilters,
  { m, q, kappa }: Science,
): Float64Array | null {
  const cost = noisy.count * noisy.patches * filters.length;
  if (noisy.dimension !== side * side || filters.length !== 2 * m * side * side || cost > affordable) return null;
  return outputs({ filters, width: m, q, kappa }, noisy).map((f, i) => f * noisy.labels[i]!);
}
