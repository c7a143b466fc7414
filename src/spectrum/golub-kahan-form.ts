import { reflect } from './householder';
import type { OnProgress } from './progress';
import type { Tridiagonal } from './tridiagonal';

/**
 * Householder reduction to an upper bidiagonal matrix B (Golub & Kahan 1965),
 * returned as the tridiagonal matrix with zero diagonal and off-diagonal
 * b_11, b_12, b_22, b_23, … . Its eigenvalues are ± the singular values of `a`,
 * each with an absolute error of order ε·s_1, however small it is.
 *
 * `a` is [rows × columns] row-major with columns ≤ rows, and is overwritten.
 */
export function golubKahanForm(a: Float64Array, rows: number, columns: number, onProgress: OnProgress): Tridiagonal {
  const offDiagonal = new Float64Array(2 * columns);
  const u = new Float64Array(rows);
  const w = new Float64Array(columns);
  const v = new Float64Array(columns);
  for (let k = 0; k < columns; k++) {
    for (let i = k; i < rows; i++) u[i] = a[i * columns + k];
    const left = reflect(u, k, rows, k);
    offDiagonal[2 * k + 1] = left.image;
    multiplyTransposed(a, rows, columns, k, u, left.factor, w);

    for (let j = k + 1; j < columns; j++) v[j] = a[k * columns + j] - u[k] * w[j];
    if (k + 1 < columns) {
      const right = reflect(v, k + 1, columns, k + 1);
      offDiagonal[2 * k + 2] = right.image;
      updateBothSides(a, rows, columns, k, u, w, v, right.factor);
    }
    onProgress(1 - (1 - (k + 1) / columns) ** 3);
  }
  return { diagonal: new Float64Array(2 * columns), offDiagonal };
}

/** w = factor · Aᵀu, over the block right of column k and from row k down. */
function multiplyTransposed(
  a: Float64Array,
  rows: number,
  columns: number,
  k: number,
  u: Float64Array,
  factor: number,
  w: Float64Array,
): void {
  w.fill(0, k + 1);
  for (let i = k; i < rows; i++) {
    const row = i * columns;
    const multiple = factor * u[i];
    for (let j = k + 1; j < columns; j++) w[j] += multiple * a[row + j];
  }
}

/** A ← (A − u wᵀ)(I − factor·v vᵀ) on the block below and right of (k, k), a row at a time while it is in cache. */
function updateBothSides(
  a: Float64Array,
  rows: number,
  columns: number,
  k: number,
  u: Float64Array,
  w: Float64Array,
  v: Float64Array,
  factor: number,
): void {
  for (let i = k + 1; i < rows; i++) {
    const row = i * columns;
    const ui = u[i];
    let along = 0;
    for (let j = k + 1; j < columns; j++) {
      const value = a[row + j] - ui * w[j];
      a[row + j] = value;
      along += value * v[j];
    }
    along *= factor;
    for (let j = k + 1; j < columns; j++) a[row + j] -= along * v[j];
  }
}
