import type { Science } from '../../experiment/parameters';
import { architectureOf } from '../../network/architectures';
import type { ImageSample } from '../../training/image-sample';
import type { Snapshot } from '../../training/snapshot';

/** Multiply-adds that the page may do for margins while it also paints. */
const affordable = 2e7;

/**
 * Margins y·f(x) of sampled images under the matrices that are shown: right where positive.
 * @returns null where they are those of another network, or would hold up the page.
 */
export function marginsOf({ noisy }: ImageSample, { matrices }: Snapshot, experiment: Science): Float64Array | null {
  const architecture = architectureOf(experiment);
  const shapes = architecture.matrices(experiment);
  const same =
    matrices.length === shapes.length &&
    matrices.every(({ rows, columns }, i) => rows === shapes[i]!.rows && columns === shapes[i]!.columns);
  const weights = shapes.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  if (!same || noisy.dimension !== shapes[0]!.columns || noisy.count * noisy.patches * weights > affordable)
    return null;
  const { m: width, q, kappa } = experiment;
  const { outputs } = architecture.forward(matrices, { width, q, kappa }, noisy);
  return outputs.map((f, i) => f * noisy.labels[i]!);
}
