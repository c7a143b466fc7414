import { randomStream } from '../../src/images/random';
import type { Matrix } from '../../src/spectrum/matrix';

/**
 * A dense matrix whose singular values are known: orthonormal cosines times a diagonal times a random reflection, exact
 * to a few roundings. Its spectrum looks like that of noisy data: `rank` values near 1, then a band from 0.5 down to
 * 0.1; or like that of clean data, nothing else, where `rank` is negative.
 */
export function knownMatrix(rows: number, columns: number, rank: number): { matrix: Matrix; values: Float64Array } {
  const long = Math.max(rows, columns),
    short = Math.min(rows, columns);
  const leading = Math.abs(rank);
  const values = Float64Array.from({ length: short }, (_, i) =>
    i < leading ? 1 - 0.01 * i : rank < 0 ? 0 : 0.5 - (0.4 * (i - leading)) / Math.max(1, short - leading),
  );
  const tall = reflected(cosines(long, short, values), long, short);
  return { matrix: { rows, columns, values: rows >= columns ? tall : transposed(tall, rows, columns) }, values };
}

/** Columns of the discrete cosine transform, orthonormal, each scaled: [long × short]. */
function cosines(long: number, short: number, scales: Float64Array): Float64Array {
  // The angle π(2i + 1)j/2·long is reduced in whole numbers, where nothing is rounded.
  const period = 4 * long;
  const table = Float64Array.from({ length: period }, (_, k) => Math.cos((2 * Math.PI * k) / period));
  const result = new Float64Array(long * short);
  for (let i = 0; i < long; i++) {
    for (let j = 0; j < short; j++)
      result[i * short + j] = scales[j]! * Math.sqrt((j === 0 ? 1 : 2) / long) * table[((2 * i + 1) * j) % period]!;
  }
  return result;
}

/** A(I − 2vvᵀ) for a random unit vector v, in place. */
function reflected(values: Float64Array, rows: number, columns: number): Float64Array {
  const { normal } = randomStream(1, 'known matrix');
  const v = Float64Array.from({ length: columns }, normal);
  const norm = Math.hypot(...v);
  for (let i = 0; i < rows; i++) {
    let along = 0;
    for (let j = 0; j < columns; j++) along += (v[j]! / norm) * values[i * columns + j]!;
    for (let j = 0; j < columns; j++) values[i * columns + j]! -= 2 * along * (v[j]! / norm);
  }
  return values;
}

/** @param values [columns × rows]. @returns [rows × columns]. */
function transposed(values: Float64Array, rows: number, columns: number): Float64Array {
  const result = new Float64Array(values.length);
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) result[i * columns + j] = values[j * rows + i]!;
  return result;
}
