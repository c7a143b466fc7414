import { randomStream } from '../../src/images/random';
import type { Matrix } from '../../src/spectrum/matrix';

/** Reflections on each side that mix a diagonal matrix: two leave no entry that is not dense. */
const reflections = 2;

/**
 * A dense matrix whose singular values are known: a diagonal one between random Householder reflections, exact to a
 * few roundings. Its spectrum looks like that of noisy data: `rank` values near 1, then a band from 0.5 down to 0.1,
 * or nothing (clean data) where `rank` is negative.
 */
export function knownMatrix(rows: number, columns: number, rank: number): { matrix: Matrix; values: Float64Array } {
  const count = Math.min(rows, columns);
  const leading = Math.abs(rank);
  const values = Float64Array.from({ length: count }, (_, i) => (i < leading ? 1 - 0.01 * i : rank < 0 ? 0 : 0.5 - (0.4 * (i - leading)) / Math.max(1, count - leading)));
  const matrix = { rows, columns, values: new Float64Array(rows * columns) };
  values.forEach((value, i) => {
    matrix.values[i * columns + i] = value;
  });
  const { normal } = randomStream(1, 'known matrix');
  for (let i = 0; i < reflections; i++) {
    reflectRows(matrix, unit(rows, normal));
    reflectColumns(matrix, unit(columns, normal));
  }
  return { matrix, values };
}

function unit(length: number, normal: () => number): Float64Array {
  const vector = Float64Array.from({ length }, normal);
  const norm = Math.hypot(...vector);
  return vector.map((value) => value / norm);
}

/** A ← (I − 2vvᵀ)A. */
function reflectRows({ rows, columns, values }: { rows: number; columns: number; values: Float64Array }, v: Float64Array): void {
  const along = new Float64Array(columns);
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) along[j]! += v[i]! * values[i * columns + j]!;
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) values[i * columns + j]! -= 2 * v[i]! * along[j]!;
}

/** A ← A(I − 2vvᵀ). */
function reflectColumns({ rows, columns, values }: { rows: number; columns: number; values: Float64Array }, v: Float64Array): void {
  for (let i = 0; i < rows; i++) {
    let along = 0;
    for (let j = 0; j < columns; j++) along += v[j]! * values[i * columns + j]!;
    for (let j = 0; j < columns; j++) values[i * columns + j]! -= 2 * along * v[j]!;
  }
}
