import type { Science } from './parameters';

/**
 * The networks that can be trained, each with the names of its weight matrices in their order. The first matrix leads:
 * its rows are filters, which live in the space of patches.
 */
export const networks = {
  cnn: ['filters'],
  deep: ['filters', 'W2', 'W3', 'W4'],
  transformer: ['filters', 'c', 'Wq', 'Wk', 'Wv', 'Wm'],
  dense: ['filters'],
} as const;
export type NetworkName = keyof typeof networks;
export type MatrixName = (typeof networks)[NetworkName][number];

/** The network that an experiment trains. */
export const networkOf: (experiment: Science) => NetworkName = ({ net }) => net;

/** The names of an experiment's weight matrices: a deep network has as many as its depth, less the head. */
export function matrixNames(experiment: Science): readonly MatrixName[] {
  const names: readonly MatrixName[] = networks[networkOf(experiment)];
  return networkOf(experiment) === 'deep' ? names.slice(0, experiment.depth - 1) : names;
}

/**
 * What the rows of a weight matrix are: `filters` in the space of patches, of which a share lies in the signal span,
 * `mixing` of the units of the layer below, or the one vector of a class `token`, which stays as drawn.
 */
export type MatrixRole = 'filters' | 'mixing' | 'token';

/** Whether the network that an experiment trains has attention. */
export const attends = (experiment: Science): boolean => networkOf(experiment) === 'transformer';

/** Whether attention reads the filters' products as they are, without an activation. */
export const hasLinearToken = (experiment: Science): boolean => attends(experiment) && experiment.token === 'linear';

/** Whether each filter sees all patches, by an activation that lets it come to follow one signal vector of few. */
export const sharesOut = (experiment: Science): boolean =>
  networkOf(experiment) !== 'dense' && !hasLinearToken(experiment);
