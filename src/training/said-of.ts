import type { Science } from '../experiment/parameters';
import type { PatchedImages } from '../images/patched-images';
import { settingsOf, type Architecture, type Said } from '../network/architecture';
import { architectureOf } from '../network/architectures';
import type { WeightMatrix } from '../network/matrices';

export interface SaidParams {
  readonly experiment: Science;
  /** Of a step of its run, in the network's order. */
  readonly matrices: readonly WeightMatrix[];
  readonly images: PatchedImages;
}

/**
 * The network of an experiment, and images as it sees them.
 * @returns null where the matrices are those of another network, or the images are not for it.
 */
export function networkFor({
  experiment,
  matrices,
  images,
}: SaidParams): { readonly architecture: Architecture; readonly seen: PatchedImages } | null {
  const architecture = architectureOf(experiment);
  const shapes = architecture.matrices(experiment);
  const seen = architecture.seen(images);
  const fits =
    matrices.length === shapes.length &&
    matrices.every(({ rows, columns }, i) => rows === shapes[i]!.rows && columns === shapes[i]!.columns) &&
    seen.dimension === shapes[0]!.columns;
  return fits ? { architecture, seen } : null;
}

/** What the network of an experiment says of images under given matrices, in double precision; null as `networkFor`. */
export function saidOf(params: SaidParams): Said | null {
  const network = networkFor(params);
  return network && network.architecture.forward(params.matrices, settingsOf(params.experiment), network.seen);
}
