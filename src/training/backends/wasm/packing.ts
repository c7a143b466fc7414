import { panelRows, tileFilters, type Chunk } from './layout';

/** Patches, and which of them the rows are. */
export interface Rows {
  /** Pixels per patch, d. */
  readonly dimension: number;
  /** [patches × d] */
  readonly values: ArrayLike<number>;
  /** The patch of each row. */
  readonly sources: Int32Array;
}

/** Writes rows as the forward product reads them, [panel][d][8]: one vector load holds one pixel of four rows. */
export function packPanels({ dimension: d, values, sources }: Rows, dimension: number, out: Float32Array): void {
  sources.forEach((source, row) => {
    const panel = Math.floor(row / panelRows) * panelRows * dimension + (row % panelRows);
    for (let k = 0; k < d; k++) out[panel + k * panelRows] = values[source * d + k]!;
  });
}

/** Writes rows as the backward product reads them, [chunk][row][pixels of the chunk]: the rows of one chunk fit the nearest cache. */
export function packChunks(
  { dimension: d, values, sources }: Rows,
  chunks: readonly Chunk[],
  rows: number,
  out: Float32Array,
): void {
  for (const { start, width } of chunks) {
    const pixels = Math.min(4 * width, d - start);
    sources.forEach((source, row) => {
      const to = start * rows + row * 4 * width;
      for (let k = 0; k < pixels; k++) out[to + k] = values[source * d + start + k]!;
    });
  }
}

/** How the kernel holds filters: in tiles of four, [tile][dimension][4], each class padded to whole tiles. */
export interface FilterShape {
  /** Classes that are there. */
  readonly classes: number;
  /** Width m and d, as they are. */
  readonly width: number;
  readonly pixels: number;
  /** The same, padded. */
  readonly classFilters: number;
  readonly dimension: number;
}

/** Writes filters [classes · m × d] into tiles; what single precision cannot hold goes to the update's carry. */
export function packFilters(
  values: Float64Array,
  shape: FilterShape,
  filters: Float32Array,
  carry: Float32Array,
): void {
  for (let r = 0, from = 0; r < shape.classes * shape.width; r++) {
    for (let k = 0, to = tileOffset(r, shape); k < shape.pixels; k++, from++, to += tileFilters) {
      filters[to] = values[from]!;
      carry[to] = values[from]! - filters[to]!;
    }
  }
}

/** The inverse of `packFilters`: a copy. */
export function unpackFilters(filters: Float32Array, shape: FilterShape): Float32Array {
  const out = new Float32Array(shape.classes * shape.width * shape.pixels);
  for (let r = 0, to = 0; r < shape.classes * shape.width; r++) {
    for (let k = 0, from = tileOffset(r, shape); k < shape.pixels; k++, to++, from += tileFilters)
      out[to] = filters[from]!;
  }
  return out;
}

/** Where the first pixel of filter r lies. */
function tileOffset(r: number, { width, classFilters, dimension }: FilterShape): number {
  const padded = r < width ? r : r - width + classFilters;
  return (padded - (padded % tileFilters)) * dimension + (padded % tileFilters);
}
