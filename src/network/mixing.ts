import type { MatrixName } from '../experiment/networks';
import type { WeightMatrix } from './matrices';

/** A matrix of normals in front of the units of a layer. @param scale their standard deviation. */
export function mixingMatrix(
  name: MatrixName,
  rows: number,
  columns: number,
  scale: number,
  normal: () => number,
): WeightMatrix<Float64Array> {
  const values = Float64Array.from({ length: rows * columns }, () => scale * normal());
  return { name, role: 'mixing', rows, columns, values };
}
