import { dot } from './dot';
import type { Tridiagonal } from './tridiagonal';

/** One solve brings the error to rounding when the eigenvalue is exact to rounding; the others are for clusters. */
const solves = 3;

/**
 * Orthonormal eigenvectors, [values.length × n] row-major, of a symmetric tridiagonal matrix for its leading
 * eigenvalues, by inverse iteration (Wilkinson; LAPACK stein). Every vector is kept orthogonal to all before it, not
 * only to near neighbours, so that equal eigenvalues need no special care. Cost n·r² for r vectors.
 * @param values eigenvalues exact to rounding, descending; the first is positive and the largest in size.
 */
export function leadingEigenvectors(matrix: Tridiagonal, values: Float64Array): Float64Array {
  const n = matrix.diagonal.length;
  const vectors = new Float64Array(values.length * n);
  // The start vectors need only differ and lean to no eigenvector: a fixed sequence, so that results repeat.
  let state = 1;
  // A pivot of zero is the singularity that is wanted; a rounding error of T stands in for it.
  const smallestPivot = Number.EPSILON * values[0];
  for (let k = 0; k < values.length; k++) {
    const x = vectors.subarray(k * n, (k + 1) * n);
    for (let i = 0; i < n; i++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      x[i] = state / 2 ** 32 - 0.5;
    }
    const solve = shiftedSolver(matrix, values[k], smallestPivot);
    for (let pass = 0; pass < solves; pass++) {
      solve(x);
      orthonormaliseLast(vectors, n, k);
    }
  }
  return vectors;
}

/**
 * Makes row k, [n], of `vectors` a unit vector orthogonal to the orthonormal rows before it. Twice is enough
 * (Gram–Schmidt with one repetition; Giraud et al. 2005).
 */
export function orthonormaliseLast(vectors: Float64Array, n: number, k: number): void {
  const last = k * n;
  normalise(vectors, last, n);
  for (let pass = 0; pass < 2; pass++) {
    for (let start = 0; start < last; start += n) {
      const along = dot(vectors, start, vectors, last, n);
      for (let i = 0; i < n; i++) vectors[last + i] -= along * vectors[start + i];
    }
    normalise(vectors, last, n);
  }
}

function normalise(x: Float64Array, start: number, n: number): void {
  // The solves of inverse iteration reach 1/ε and more, whose squares are far from overflow.
  const norm = Math.sqrt(dot(x, start, x, start, n));
  for (let i = start; i < start + n; i++) x[i] /= norm;
}

/** Solves (T − value·I) x = b in place, by elimination with partial pivoting (LAPACK gttrf). */
function shiftedSolver(
  { diagonal, offDiagonal }: Tridiagonal,
  value: number,
  smallestPivot: number,
): (x: Float64Array) => void {
  const n = diagonal.length;
  const main = diagonal.map((entry) => entry - value);
  const above = new Float64Array(n);
  above.set(offDiagonal.subarray(1));
  const second = new Float64Array(n);
  const multiples = new Float64Array(n);
  const swapped = new Uint8Array(n);
  for (let i = 0; i < n - 1; i++) {
    const below = offDiagonal[i + 1];
    if (Math.abs(below) > Math.abs(main[i])) {
      swapped[i] = 1;
      multiples[i] = main[i] / below;
      const old = above[i];
      main[i] = below;
      above[i] = main[i + 1];
      second[i] = above[i + 1];
      main[i + 1] = old - multiples[i] * above[i];
      above[i + 1] = -multiples[i] * second[i];
    } else {
      if (Math.abs(main[i]) < smallestPivot) main[i] = smallestPivot;
      multiples[i] = below / main[i];
      main[i + 1] -= multiples[i] * above[i];
    }
  }
  if (n > 0 && Math.abs(main[n - 1]) < smallestPivot) main[n - 1] = smallestPivot;
  return (x) => {
    for (let i = 0; i < n - 1; i++) {
      if (swapped[i] === 1) {
        const upper = x[i];
        x[i] = x[i + 1];
        x[i + 1] = upper - multiples[i] * x[i];
      } else {
        x[i + 1] -= multiples[i] * x[i];
      }
    }
    for (let i = n - 1; i >= 0; i--) {
      if (i + 1 < n) x[i] -= above[i] * x[i + 1];
      if (i + 2 < n) x[i] -= second[i] * x[i + 2];
      x[i] /= main[i];
    }
  };
}
