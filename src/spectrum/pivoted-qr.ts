import { dot } from './dot';
import { reflect } from './householder';
import type { NonZeroPart } from './non-zero-part';
import type { OnProgress } from './progress';

/** What is left may be dropped below this share of s_1: a hundredth of the error that is promised. */
const negligible = 1e-12;

/** The transpose of the factor R in A Π = Q R, without the rows of R that rounding has swallowed. */
export interface TransposedFactor {
  /** [columns × rank] row-major, lower trapezoidal; singular values within 1e-12 of s_1 of A's. */
  readonly values: Float64Array;
  readonly columns: number;
  readonly rank: number;
}

/**
 * Householder QR with column pivoting (Businger & Golub 1965) that ends when the
 * columns not yet reduced are negligible, so that a matrix of rank r costs
 * 4·rows·columns·r operations.
 *
 * The norms of what remains are summed afresh in each update rather than
 * downdated: downdating loses them just where the decision to stop is taken.
 */
export function pivotedFactor(part: NonZeroPart, onProgress: OnProgress): TransposedFactor {
  const length = part.rowOffsets.length;
  const columns = denseColumns(part);
  const energies = Float64Array.from(columns, (column) => dot(column, 0, column, 0, length));
  const steps = Math.min(length, columns.length);
  let enough = 0;
  let rank = 0;
  for (; rank < steps; rank++) {
    const pivot = largestFrom(energies, rank);
    if (rank === 0) enough = energies[pivot] * negligible ** 2;
    let left = 0;
    for (let j = rank; j < columns.length; j++) left += energies[j];
    if (left <= enough) break;
    swap(columns, rank, pivot);
    swap(energies, rank, pivot);
    eliminate(columns, energies, rank);
    onProgress((rank + 1) / steps);
  }
  const values = new Float64Array(columns.length * rank);
  columns.forEach((column, j) => values.set(column.subarray(0, Math.min(j + 1, rank)), j * rank));
  return { values, columns: columns.length, rank };
}

function denseColumns({ values, rowOffsets, columnOffsets, scale }: NonZeroPart): Float64Array[] {
  const columns = Array.from(columnOffsets, () => new Float64Array(rowOffsets.length));
  for (let i = 0; i < rowOffsets.length; i++) {
    for (let j = 0; j < columnOffsets.length; j++) columns[j][i] = values[rowOffsets[i] + columnOffsets[j]] * scale;
  }
  return columns;
}

/** Reflects columns k and later so that column k ends at its place k; energies then hold what lies below. */
function eliminate(columns: Float64Array[], energies: Float64Array, k: number): void {
  const v = columns[k];
  const { image, factor } = reflect(v, k, v.length, k);
  for (let j = k + 1; j < columns.length; j++) {
    energies[j] = subtractMultiple(columns[j], v, factor * dot(columns[j], k, v, k, v.length - k), k);
  }
  v[k] = image;
}

/** x −= multiple · v from `start` on. @returns Σ x_i² of the result after `start`. */
function subtractMultiple(x: Float64Array, v: Float64Array, multiple: number, start: number): number {
  x[start] -= multiple * v[start];
  let s0 = 0,
    s1 = 0;
  let i = start + 1;
  for (; i + 1 < x.length; i += 2) {
    const x0 = x[i] - multiple * v[i];
    const x1 = x[i + 1] - multiple * v[i + 1];
    x[i] = x0;
    x[i + 1] = x1;
    s0 += x0 * x0;
    s1 += x1 * x1;
  }
  if (i < x.length) {
    const last = (x[i] -= multiple * v[i]);
    s0 += last * last;
  }
  return s0 + s1;
}

function largestFrom(values: Float64Array, start: number): number {
  let best = start;
  for (let i = start + 1; i < values.length; i++) if (values[i] > values[best]) best = i;
  return best;
}

function swap<T>(list: { [index: number]: T }, i: number, j: number): void {
  [list[i], list[j]] = [list[j], list[i]];
}
