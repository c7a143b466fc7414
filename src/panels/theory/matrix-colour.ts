import type { MatrixRole } from '../../experiment/networks';

/** Whose colour a weight matrix wears, by its role: everything that is learnt wears that of the filters. */
export const matrixColour: Readonly<Record<MatrixRole, 'filters'>> = { filters: 'filters', mixing: 'filters' };
