import type { Matrix } from './matrix';

/**
 * The part of a matrix that carries its singular values: rows and columns that
 * are not all zero, turned so that columns ≤ rows, scaled by a power of two
 * (exactly, but for underflow) so that squares neither overflow nor vanish.
 *
 * Element (i, j) is values[rowOffsets[i] + columnOffsets[j]] * scale. Offsets
 * rather than a copy: data matrices can take a hundred megabytes, and a
 * transpose is then only a swap of the two lists.
 */
export interface NonZeroPart {
  readonly values: Float64Array | Float32Array;
  readonly rowOffsets: Int32Array;
  readonly columnOffsets: Int32Array;
  /** Power of two that brings the largest entry to [1, 2), or nearer to it. */
  readonly scale: number;
  /** Rows here are columns of the matrix. */
  readonly transposed: boolean;
}

/** @throws RangeError on entries that are not finite, or on a size that does not fit. */
export function nonZeroPart({ rows, columns, values }: Matrix): NonZeroPart {
  if (values.length !== rows * columns) {
    throw new RangeError(`A ${rows}×${columns} matrix needs ${rows * columns} values, not ${values.length}.`);
  }
  const rowUsed = new Uint8Array(rows);
  const columnUsed = new Uint8Array(columns);
  let largest = 0;
  for (let i = 0, at = 0; i < rows; i++) {
    let largestInRow = 0;
    for (let j = 0; j < columns; j++, at++) {
      const size = Math.abs(values[at]);
      if (size > 0) columnUsed[j] = 1;
      // Also true of NaN, which no comparison would let through later.
      if (!(size <= largestInRow)) largestInRow = size;
      if (!(size < Infinity)) {
        throw new RangeError(`The matrix has an entry that is not finite: ${values[at]} in row ${i}, column ${j}.`);
      }
    }
    if (largestInRow > 0) rowUsed[i] = 1;
    if (largestInRow > largest) largest = largestInRow;
  }
  const rowOffsets = offsetsOf(rowUsed, columns);
  const columnOffsets = offsetsOf(columnUsed, 1);
  const transposed = columnOffsets.length > rowOffsets.length;
  return {
    values,
    rowOffsets: transposed ? columnOffsets : rowOffsets,
    columnOffsets: transposed ? rowOffsets : columnOffsets,
    scale: largest > 0 ? powerOfTwoFor(largest) : 1,
    transposed,
  };
}

function offsetsOf(used: Uint8Array, stride: number): Int32Array {
  const offsets = new Int32Array(used.reduce((count, flag) => count + flag, 0));
  let count = 0;
  used.forEach((flag, index) => {
    if (flag === 1) offsets[count++] = index * stride;
  });
  return offsets;
}

/** The exponent stops at ±1022, so that the scale and its inverse are normal numbers. */
function powerOfTwoFor(largest: number): number {
  const exponent = Math.floor(Math.log2(largest));
  return 2 ** -Math.max(-1022, Math.min(1022, exponent));
}
