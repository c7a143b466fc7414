import type { MatrixShape, WeightMatrix } from './matrices';

/** The network's only matrix: 2m filters of d pixels, the first m of class +1. */
export function filterShape(width: number, dimension: number): MatrixShape {
  return { name: 'filters', role: 'filters', rows: 2 * width, columns: dimension };
}

/** Filters that are given as numbers, [2m × d], row-major. */
export function filterMatrix<Values extends Float64Array | Float32Array>(
  values: Values,
  width: number,
): WeightMatrix<Values> {
  return { ...filterShape(width, values.length / (2 * width)), values };
}
