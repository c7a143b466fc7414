import { dot } from './dot';
import { gramProduct } from './gram-product';
import { leadingEigenvectors, orthonormaliseLast } from './inverse-iteration';
import type { Matrix } from './matrix';
import { nonZeroPart, type NonZeroPart } from './non-zero-part';
import { energyRank } from './ranks';
import { tridiagonalise, type Reduction } from './tridiagonal';
import { tridiagonalEigenvalues } from './tridiagonal-eigenvalues';

export interface SignalSpan {
  /** Orthonormal rows, [dimension × columns] row-major, leading first; in each the entry of largest size is positive. */
  readonly basis: Float64Array<ArrayBuffer>;
  readonly dimension: number;
}

/**
 * The fewest leading right singular vectors of a matrix that hold `share` of its energy ‖A‖²_F. Empty for the zero
 * matrix. Where the last value kept equals the next, any vector of their common space may be the one kept.
 * @param share in [0, 1].
 * @throws RangeError where an entry is not finite.
 */
export function signalSpan(matrix: Matrix, share = 0.9): SignalSpan {
  return leadingSpan(matrix, (singular) => energyRank(singular, share));
}

/** The leading right singular vectors of a matrix, orthonormal rows, at most so many. @throws RangeError where an entry is not finite. */
export function rightSingularVectors(matrix: Matrix, most: number): SignalSpan {
  return leadingSpan(matrix, (singular) => Math.min(most, energyRank(singular, 1)));
}

/** From the eigenvectors of AᵀA or AAᵀ, the smaller: vectors are exact to ε·(s_1/s)², ample for the leading ones. */
function leadingSpan(matrix: Matrix, count: (singular: Float64Array) => number): SignalSpan {
  const part = nonZeroPart(matrix);
  const order = part.columnOffsets.length;
  const householder = gramProduct(part, () => {});
  const reduction = tridiagonalise(householder, order, () => {});
  const squares = tridiagonalEigenvalues({
    diagonal: reduction.diagonal.slice(),
    offDiagonal: reduction.offDiagonal.slice(),
  });
  const singular = squares.map((square) => Math.sqrt(Math.max(square, 0)));
  const dimension = count(singular);
  const vectors = leadingEigenvectors(reduction, squares.subarray(0, dimension));
  for (let k = 0; k < dimension; k++)
    backTransform(vectors.subarray(k * order, (k + 1) * order), householder, reduction);

  const basis = new Float64Array(dimension * matrix.columns);
  for (let k = 0; k < dimension; k++) {
    const vector = vectors.subarray(k * order, (k + 1) * order);
    const row = basis.subarray(k * matrix.columns, (k + 1) * matrix.columns);
    if (part.transposed) {
      toRightVector(part, vector, row);
      // The division by s that turns a left vector into a right one magnifies its rounding.
      orthonormaliseLast(basis, matrix.columns, k);
    } else {
      part.columnOffsets.forEach((column, j) => (row[column] = vector[j]));
    }
    fixSign(row);
  }
  return { basis, dimension };
}

/** z ← Q z, from the reflectors that the reduction left in the rows of the matrix. */
function backTransform(z: Float64Array, householder: Float64Array, { factors }: Reduction): void {
  const n = z.length;
  for (let k = 1; k < n; k++) {
    const v = k * n;
    const along = factors[k] * dot(householder, v, z, 0, k);
    for (let j = 0; j < k; j++) z[j] -= along * householder[v + j];
  }
}

/** row = Aᵀu, of the length s; the rows of a transposed part are A's columns. */
function toRightVector(
  { values, rowOffsets, columnOffsets, scale }: NonZeroPart,
  u: Float64Array,
  row: Float64Array,
): void {
  for (const column of rowOffsets) {
    let sum = 0;
    for (let j = 0; j < u.length; j++) sum += values[column + columnOffsets[j]] * scale * u[j];
    row[column] = sum;
  }
}

function fixSign(row: Float64Array): void {
  const head = row.reduce((best, entry) => (Math.abs(entry) > Math.abs(best) ? entry : best), 0);
  if (head < 0) for (let j = 0; j < row.length; j++) row[j] = 0 - row[j]; // Not −x, which makes −0 of 0.
}
