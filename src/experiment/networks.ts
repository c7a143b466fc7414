import type { Science } from './parameters';

/**
 * The networks that can be trained, each with the names of its weight matrices in their order. The first matrix leads:
 * its rows are filters, which live in the space of patches.
 */
export const networks = { cnn: ['filters'] } as const;
export type NetworkName = keyof typeof networks;
export type MatrixName = (typeof networks)[NetworkName][number];

/** The network that an experiment trains. */
export const networkOf: (experiment: Science) => NetworkName = () => 'cnn';

/**
 * What the rows of a weight matrix are: `filters` in the space of patches, of which a share lies in the signal span, or
 * `mixing` of the units of the layer below.
 */
export type MatrixRole = 'filters' | 'mixing';
