import type { Matrix } from './matrix';

/** Dense helpers for this room's tests, written for plainness. */

/** Uniform in [−½, ½), a 32-bit linear congruential sequence (Numerical Recipes); fixtures/spectrum/make.py draws the same. */
export function uniform(rows: number, columns: number, seed: number): Matrix {
  let state = seed >>> 0;
  const values = Float64Array.from({ length: rows * columns }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.5;
  });
  return { rows, columns, values };
}

export function matrixOf(rows: number, columns: number, entry: (i: number, j: number) => number): Matrix {
  const values = Float64Array.from({ length: rows * columns }, (_, at) =>
    entry(Math.floor(at / columns), at % columns),
  );
  return { rows, columns, values };
}

export function diagonalOf(rows: number, columns: number, entries: readonly number[]): Matrix {
  return matrixOf(rows, columns, (i, j) => (i === j ? (entries[i] ?? 0) : 0));
}

export function transpose({ rows, columns, values }: Matrix): Matrix {
  return matrixOf(columns, rows, (i, j) => values[j * columns + i]);
}

export function multiply(a: Matrix, b: Matrix): Matrix {
  const values = new Float64Array(a.rows * b.columns);
  for (let i = 0; i < a.rows; i++) {
    for (let k = 0; k < a.columns; k++) {
      for (let j = 0; j < b.columns; j++)
        values[i * b.columns + j] += a.values[i * a.columns + k] * b.values[k * b.columns + j];
    }
  }
  return { rows: a.rows, columns: b.columns, values };
}

/** A times a product of four random reflections: orthogonally equivalent to A, with its columns well mixed. */
export function rotateColumns(a: Matrix, seed: number): Matrix {
  const values = Float64Array.from(a.values);
  const mirrors = Float64Array.from(uniform(4, a.columns, seed).values);
  for (let start = 0; start < mirrors.length; start += a.columns) {
    const v = mirrors.subarray(start, start + a.columns);
    const squares = v.reduce((sum, entry) => sum + entry * entry, 0);
    for (let i = 0; i < a.rows; i++) {
      const row = values.subarray(i * a.columns, (i + 1) * a.columns);
      const along = row.reduce((sum, entry, j) => sum + entry * v[j], 0);
      for (let j = 0; j < a.columns; j++) row[j] -= ((2 * along) / squares) * v[j];
    }
  }
  return { ...a, values };
}

/** A dense matrix whose singular values are known to rounding. */
export function withSingularValues(rows: number, columns: number, s: readonly number[], seed: number): Matrix {
  const tall = rotateColumns(diagonalOf(rows, columns, s), seed);
  return transpose(rotateColumns(transpose(tall), seed + 1));
}

/** Largest |a_i − b_i|. */
export function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Infinity;
  return Array.from(a).reduce((most, value, i) => (Math.abs(value - b[i]) <= most ? most : Math.abs(value - b[i])), 0);
}
