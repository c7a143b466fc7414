import type { MatrixRole } from '../../experiment/networks';

/** Whose colour a weight matrix wears, by its role: every weight wears that of the filters. */
export const matrixColour: Readonly<Record<MatrixRole, 'filters'>> = {
  filters: 'filters',
  mixing: 'filters',
  token: 'filters',
};
