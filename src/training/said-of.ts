import type { Science } from '../experiment/parameters';
import type { PatchedImages } from '../images/patched-images';
import { settingsOf, type Said } from '../network/architecture';
import { architectureOf } from '../network/architectures';
import type { WeightMatrix } from '../network/matrices';

export interface SaidParams {
  readonly experiment: Science;
  /** Of a step of its run, in the network's order. */
  readonly matrices: readonly WeightMatrix[];
  readonly images: PatchedImages;
}

/**
 * What the network of an experiment says of images under given matrices, in double precision.
 * @returns null where the matrices are those of another network, or the images are not for it.
 */
export function saidOf({ experiment, matrices, images }: SaidParams): Said | null {
  const architecture = architectureOf(experiment);
  const shapes = architecture.matrices(experiment);
  const seen = architecture.seen(images);
  const fits =
    matrices.length === shapes.length &&
    matrices.every(({ rows, columns }, i) => rows === shapes[i]!.rows && columns === shapes[i]!.columns) &&
    seen.dimension === shapes[0]!.columns;
  return fits ? architecture.forward(matrices, settingsOf(experiment), seen) : null;
}
