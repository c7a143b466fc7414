import { reflect } from './householder';
import type { OnProgress } from './progress';

/** A symmetric tridiagonal matrix T. */
export interface Tridiagonal {
  readonly diagonal: Float64Array;
  /** offDiagonal[i] couples i − 1 and i; offDiagonal[0] is 0. */
  readonly offDiagonal: Float64Array;
}

/** T with A = Q T Qᵀ, Q = H_{n−1} ⋯ H_1 and H_k = I − factors[k] v_k v_kᵀ. */
export interface Reduction extends Tridiagonal {
  readonly factors: Float64Array;
}

/**
 * Householder reduction of a symmetric [n × n] matrix to tridiagonal form
 * (Golub & Van Loan, Matrix Computations, §8.3.1), from the last row up.
 * `a` is overwritten: row k keeps v_k in its first k places. Only the lower
 * half is read. About 4n³/3 operations.
 *
 * The rank-2 update that ends one step and the matrix-vector product that opens
 * the next are one pass over the matrix, since both are bound by memory.
 */
export function tridiagonalise(a: Float64Array, n: number, onProgress: OnProgress): Reduction {
  const diagonal = new Float64Array(n);
  const offDiagonal = new Float64Array(n);
  const factors = new Float64Array(n);
  // The pending update is A −= v wᵀ + w vᵀ; u is the reflector under way and p = A u.
  let v = new Float64Array(n);
  let u = new Float64Array(n);
  const w = new Float64Array(n);
  const p = new Float64Array(n);
  for (let k = n - 1; k >= 1; k--) {
    const row = k * n;
    for (let j = 0; j <= k; j++) a[row + j] -= v[k] * w[j] + w[k] * v[j];
    diagonal[k] = a[row + k];
    const { image, factor } = reflect(a, row, row + k, row + k - 1);
    offDiagonal[k] = image;
    factors[k] = factor;
    u.set(a.subarray(row, row + k));
    updateAndMultiply(a, n, k, v, w, u, p);
    let dot = 0;
    for (let j = 0; j < k; j++) dot += p[j] * u[j];
    // Never factor², which overflows where what is left of a rank-deficient matrix is next to nothing.
    const half = (factor * (factor * dot)) / 2;
    for (let j = 0; j < k; j++) w[j] = factor * p[j] - half * u[j];
    [v, u] = [u, v];
    onProgress(1 - (k / n) ** 3);
  }
  if (n > 0) diagonal[0] = a[0] - 2 * v[0] * w[0];
  return { diagonal, offDiagonal, factors };
}

/** On the leading [k × k] block: A −= v wᵀ + w vᵀ, then p = A u. Rows in pairs, to load each vector once for two. */
function updateAndMultiply(
  a: Float64Array,
  n: number,
  k: number,
  v: Float64Array,
  w: Float64Array,
  u: Float64Array,
  p: Float64Array,
): void {
  p.fill(0, 0, k);
  let i = 0;
  for (; i + 1 < k; i += 2) {
    const r0 = i * n,
      r1 = r0 + n;
    const v0 = v[i],
      v1 = v[i + 1],
      w0 = w[i],
      w1 = w[i + 1],
      u0 = u[i],
      u1 = u[i + 1];
    let sum0 = 0,
      sum1 = 0;
    for (let j = 0; j < i; j++) {
      const vj = v[j],
        wj = w[j],
        uj = u[j];
      const a0 = a[r0 + j] - v0 * wj - w0 * vj;
      const a1 = a[r1 + j] - v1 * wj - w1 * vj;
      a[r0 + j] = a0;
      a[r1 + j] = a1;
      sum0 += a0 * uj;
      sum1 += a1 * uj;
      p[j] += a0 * u0 + a1 * u1;
    }
    const corner = (a[r0 + i] -= 2 * v0 * w0);
    const below = (a[r1 + i] -= v1 * w0 + w1 * v0);
    const end = (a[r1 + i + 1] -= 2 * v1 * w1);
    p[i] = sum0 + corner * u0 + below * u1;
    p[i + 1] = sum1 + below * u0 + end * u1;
  }
  if (i < k) {
    const r = i * n;
    let sum = 0;
    for (let j = 0; j < i; j++) {
      const value = (a[r + j] -= v[i] * w[j] + w[i] * v[j]);
      sum += value * u[j];
      p[j] += value * u[i];
    }
    const corner = (a[r + i] -= 2 * v[i] * w[i]);
    p[i] = sum + corner * u[i];
  }
}
