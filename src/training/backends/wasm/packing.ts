import type { PatchedImages } from '../../../images/patched-images';
import { panelRows, type Chunk } from './layout';

/** Writes rows as the forward product reads them, [panel][d][8]: one vector load holds one pixel of four rows. */
export function packPanels(images: PatchedImages, sources: Int32Array, dimension: number, out: Float32Array): void {
  const d = images.dimension;
  sources.forEach((source, row) => {
    const panel = Math.floor(row / panelRows) * panelRows * dimension + (row % panelRows);
    for (let k = 0; k < d; k++) out[panel + k * panelRows] = images.values[source * d + k]!;
  });
}

/** Writes rows as the backward product reads them, [chunk][row][pixels of the chunk]: the rows of one chunk fit the nearest cache. */
export function packChunks(images: PatchedImages, sources: Int32Array, chunks: readonly Chunk[], rows: number, out: Float32Array): void {
  const d = images.dimension;
  for (const { start, width } of chunks) {
    const pixels = Math.min(4 * width, d - start);
    sources.forEach((source, row) => {
      const to = start * rows + row * 4 * width;
      for (let k = 0; k < pixels; k++) out[to + k] = images.values[source * d + start + k]!;
    });
  }
}

/** Writes filters [2m × d] as [2 × classFilters × dimension]; what single precision cannot hold goes to the update's carry. */
export function packFilters(
  values: Float64Array, m: number, d: number, classFilters: number, dimension: number, filters: Float32Array, carry: Float32Array,
): void {
  for (let r = 0; r < 2 * m; r++) {
    const to = paddedFilter(r, m, classFilters) * dimension;
    for (let k = 0; k < d; k++) {
      const value = values[r * d + k]!;
      filters[to + k] = value;
      carry[to + k] = value - Math.fround(value);
    }
  }
}

/** The inverse of `packFilters`: a copy, [2m × d]. */
export function unpackFilters(filters: Float32Array, m: number, d: number, classFilters: number, dimension: number): Float32Array {
  const out = new Float32Array(2 * m * d);
  for (let r = 0; r < 2 * m; r++) {
    const from = paddedFilter(r, m, classFilters) * dimension;
    out.set(filters.subarray(from, from + d), r * d);
  }
  return out;
}

function paddedFilter(r: number, m: number, classFilters: number): number {
  return r < m ? r : r - m + classFilters;
}
