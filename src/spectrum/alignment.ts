import { dot } from './dot';
import type { Matrix } from './matrix';

/** How the rows of a matrix lie to vectors, and how much of each lies off their span. */
export interface Alignment {
  /** Cosines ⟨w_r, u_k⟩/‖w_r‖, [rows × r] row-major; 0 for a row of zeros. */
  readonly cosines: Float64Array;
  /** Share of each row's energy outside the span, 1 − Σ_k cos² over an orthonormal basis of it, in [0, 1]; 0 for a row of zeros. [rows] */
  readonly rest: Float64Array;
  /** ‖w_r‖. [rows] */
  readonly norms: Float64Array;
}

/**
 * @param basis orthonormal rows, [r × columns] row-major. @param vectors unit rows of the same span, as many; the basis itself if not given.
 * @throws RangeError where the basis does not fit.
 */
export function alignment({ rows, columns, values }: Matrix, basis: Float64Array, vectors = basis): Alignment {
  if (columns > 0 ? basis.length % columns !== 0 : basis.length > 0) {
    throw new RangeError(`A basis of ${basis.length} values has no rows of ${columns}.`);
  }
  const size = columns > 0 ? basis.length / columns : 0;
  const cosines = new Float64Array(rows * size),
    rest = new Float64Array(rows),
    norms = new Float64Array(rows);
  const row = new Float64Array(columns);
  for (let i = 0; i < rows; i++) {
    let largest = 0;
    for (let j = 0; j < columns; j++) largest = Math.max(largest, Math.abs(values[i * columns + j]));
    if (!(largest > 0)) continue;
    // Relative to the largest entry, so that no square overflows or vanishes.
    for (let j = 0; j < columns; j++) row[j] = values[i * columns + j] / largest;
    const length = Math.sqrt(dot(row, 0, row, 0, columns));
    let inSpan = 0;
    for (let k = 0; k < size; k++) {
      const cosine = dot(row, 0, basis, k * columns, columns) / length;
      cosines[i * size + k] = vectors === basis ? cosine : dot(row, 0, vectors, k * columns, columns) / length;
      inSpan += cosine * cosine;
    }
    rest[i] = Math.max(0, 1 - inSpan);
    norms[i] = length * largest;
  }
  return { cosines, rest, norms };
}
