import type { Tridiagonal } from './tridiagonal';

/** Wilkinson shifts need two or three sweeps a value; the LAPACK limit is 30. */
const mostSweeps = 50;

/**
 * Eigenvalues of a symmetric tridiagonal matrix, descending, by implicit QL with
 * Wilkinson shifts (Martin & Wilkinson 1968, EISPACK imtql1). Absolute error: a
 * small multiple of ε‖T‖. T's arrays are overwritten. O(n²).
 */
export function tridiagonalEigenvalues({ diagonal: d, offDiagonal }: Tridiagonal): Float64Array {
  const n = d.length;
  // e[i] couples i and i + 1.
  const e = offDiagonal;
  e.copyWithin(0, 1);
  if (n > 0) e[n - 1] = 0;
  // Relative to the whole matrix: neighbours that are both tiny must not keep QL busy.
  const negligible = Number.EPSILON * largestSize(d, e);
  for (let first = 0; first < n; first++) {
    for (let sweep = 0; ; sweep++) {
      let last = first;
      while (last < n - 1 && Math.abs(e[last]) > negligible) last++;
      if (last === first) break;
      if (sweep === mostSweeps) throw new Error('The QL iteration did not converge.');
      qlSweep(d, e, first, last);
    }
  }
  return d.toSorted().toReversed();
}

function largestSize(d: Float64Array, e: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < d.length; i++) largest = Math.max(largest, Math.abs(d[i]), Math.abs(e[i]));
  return largest;
}

/** One QL step on the unreduced block [first, last]. */
function qlSweep(d: Float64Array, e: Float64Array, first: number, last: number): void {
  const half = (d[first + 1] - d[first]) / (2 * e[first]);
  const root = Math.sqrt(half * half + 1);
  let g = d[last] - d[first] + e[first] / (half + (half < 0 ? -root : root));
  let sine = 1,
    cosine = 1,
    carried = 0;
  for (let i = last - 1; i >= first; i--) {
    const f = sine * e[i];
    const b = cosine * e[i];
    const r = Math.sqrt(f * f + g * g);
    e[i + 1] = r;
    if (r === 0) {
      // The bulge vanished early: the block has split, and the next sweep sees it.
      d[i + 1] -= carried;
      e[last] = 0;
      return;
    }
    sine = f / r;
    cosine = g / r;
    g = d[i + 1] - carried;
    const t = (d[i] - g) * sine + 2 * cosine * b;
    carried = sine * t;
    d[i + 1] = g + carried;
    g = cosine * t - b;
  }
  d[first] -= carried;
  e[first] = g;
  e[last] = 0;
}
