import { dot } from './dot';
import type { Matrix } from './matrix';

/**
 * Share of a matrix's energy that its rows have in a subspace: ‖WΠ‖²_F / ‖W‖²_F, in [0, 1]; 0 for the zero matrix.
 * @param basis orthonormal rows, [r × columns] row-major.
 * @throws RangeError where the basis does not fit or an entry is not finite.
 */
export function energyInSpan({ rows, columns, values }: Matrix, basis: Float64Array): number {
  if (columns > 0 ? basis.length % columns !== 0 : basis.length > 0) {
    throw new RangeError(`A basis of ${basis.length} values has no rows of ${columns}.`);
  }
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i]));
  if (!Number.isFinite(largest)) throw new RangeError('The matrix has an entry that is not finite.');
  if (largest === 0) return 0;

  const row = new Float64Array(columns);
  let inSpan = 0;
  let total = 0;
  for (let i = 0; i < rows; i++) {
    // Relative to the largest entry, so that no square overflows or vanishes.
    for (let j = 0; j < columns; j++) row[j] = values[i * columns + j] / largest;
    total += dot(row, 0, row, 0, columns);
    for (let at = 0; at < basis.length; at += columns) inSpan += dot(row, 0, basis, at, columns) ** 2;
  }
  return Math.min(1, inSpan / total);
}
