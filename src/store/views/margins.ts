import type { Science } from '../../experiment/parameters';
import { matrixShapes } from '../../network/architectures';
import { outputs } from '../../network/architectures/cnn/forward';
import type { ImageSample } from '../../training/image-sample';
import type { ShownFilters } from './shown-filters';

/** Multiply-adds that the page may do for margins while it also paints. */
const affordable = 2e7;

/**
 * Margins y·f(x) of sampled images under the filters that are shown: right where positive.
 * @returns null where the sample is of other images, or would hold up the page.
 */
export function marginsOf({ noisy }: ImageSample, { filters }: ShownFilters, experiment: Science): Float64Array | null {
  const cost = noisy.count * noisy.patches * filters.length;
  const shape = matrixShapes(experiment)[0]!;
  if (noisy.dimension !== shape.columns || filters.length !== shape.rows * shape.columns || cost > affordable)
    return null;
  const { m, q, kappa } = experiment;
  return outputs({ filters, width: m, q, kappa }, noisy).map((f, i) => f * noisy.labels[i]!);
}
