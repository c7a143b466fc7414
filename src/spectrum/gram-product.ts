import type { NonZeroPart } from './non-zero-part';
import type { OnProgress } from './progress';

/**
 * Lower half (diagonal included) of AᵀA in double precision, [columns × columns]
 * row-major; what lies above the diagonal is undefined. A is the non-zero part,
 * with its scale applied.
 *
 * Every implementation sums in the order of `gramProduct`: how far the singular
 * values may be off was measured with it. `onProgress` hears the share of rows.
 */
export type GramProduct = (part: NonZeroPart, onProgress: OnProgress) => Float64Array;

/** Columns of one panel, and the side of a register tile. */
export const tileSide = 4;

/**
 * Rows summed before the sum joins the total. Two panels of this depth (8 kB)
 * stay in the first-level cache, and summing in two levels bounds the rounding
 * error by chunkRows + rows / chunkRows rather than by rows.
 */
export const chunkRows = 128;

/** Cost rows·columns²/2 multiply-adds in 4×4 register tiles. */
export const gramProduct: GramProduct = (part, onProgress) => {
  const rows = part.rowOffsets.length;
  const columns = part.columnOffsets.length;
  const gram = new Float64Array(columns * columns);
  const packed = new Float64Array(Math.ceil(columns / tileSide) * tileSide * Math.min(chunkRows, rows));
  for (let start = 0; start < rows; start += chunkRows) {
    const depth = Math.min(chunkRows, rows - start);
    pack(part, start, depth, packed);
    addChunk(packed, depth, columns, gram);
    onProgress((start + depth) / rows);
  }
  return gram;
};

/**
 * Copies rows [start, start + depth) into panels of four columns,
 * [panel][row][4], which the tiles then read from end to end. The columns that
 * fill up the last panel stay zero.
 */
export function pack(part: NonZeroPart, start: number, depth: number, packed: Float64Array): void {
  const { values, rowOffsets, columnOffsets, scale } = part;
  const panelLength = depth * tileSide;
  if (columnOffsets.length % tileSide !== 0) packed.fill(0);
  for (let k = 0; k < depth; k++) {
    const row = rowOffsets[start + k];
    for (let j = 0; j < columnOffsets.length; j++) {
      packed[(j >> 2) * panelLength + k * tileSide + (j & 3)] = values[row + columnOffsets[j]] * scale;
    }
  }
}

function addChunk(packed: Float64Array, depth: number, columns: number, gram: Float64Array): void {
  const panels = Math.ceil(columns / tileSide);
  const tile = new Float64Array(tileSide * tileSide);
  for (let p = 0; p < panels; p++) {
    const height = Math.min(tileSide, columns - p * tileSide);
    for (let q = 0; q <= p; q++) {
      multiplyPanels(packed, p * depth * tileSide, q * depth * tileSide, depth, tile);
      const width = Math.min(tileSide, columns - q * tileSide);
      for (let a = 0; a < height; a++) {
        const at = (p * tileSide + a) * columns + q * tileSide;
        for (let b = 0; b < width; b++) gram[at + b] += tile[a * tileSide + b];
      }
    }
  }
}

/** tile[a][b] = Σ_k left[k][a] · right[k][b], sixteen sums held in registers. */
function multiplyPanels(packed: Float64Array, left: number, right: number, depth: number, tile: Float64Array): void {
  let s00 = 0,
    s01 = 0,
    s02 = 0,
    s03 = 0;
  let s10 = 0,
    s11 = 0,
    s12 = 0,
    s13 = 0;
  let s20 = 0,
    s21 = 0,
    s22 = 0,
    s23 = 0;
  let s30 = 0,
    s31 = 0,
    s32 = 0,
    s33 = 0;
  for (let k = 0; k < depth; k++) {
    const l = left + k * tileSide;
    const r = right + k * tileSide;
    const r0 = packed[r],
      r1 = packed[r + 1],
      r2 = packed[r + 2],
      r3 = packed[r + 3];
    const l0 = packed[l];
    s00 += l0 * r0;
    s01 += l0 * r1;
    s02 += l0 * r2;
    s03 += l0 * r3;
    const l1 = packed[l + 1];
    s10 += l1 * r0;
    s11 += l1 * r1;
    s12 += l1 * r2;
    s13 += l1 * r3;
    const l2 = packed[l + 2];
    s20 += l2 * r0;
    s21 += l2 * r1;
    s22 += l2 * r2;
    s23 += l2 * r3;
    const l3 = packed[l + 3];
    s30 += l3 * r0;
    s31 += l3 * r1;
    s32 += l3 * r2;
    s33 += l3 * r3;
  }
  tile[0] = s00;
  tile[1] = s01;
  tile[2] = s02;
  tile[3] = s03;
  tile[4] = s10;
  tile[5] = s11;
  tile[6] = s12;
  tile[7] = s13;
  tile[8] = s20;
  tile[9] = s21;
  tile[10] = s22;
  tile[11] = s23;
  tile[12] = s30;
  tile[13] = s31;
  tile[14] = s32;
  tile[15] = s33;
}
