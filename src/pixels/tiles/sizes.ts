/** Sizes of the tiles of a layout, pixels. */
export interface TileSizes {
  readonly tile: number;
  /** Of a signal vector's tile. */
  readonly signal: number;
  readonly gap: number;
}

export const smallestTile = 6;
const largestTile = 48;

/**
 * The sizes to try, largest first: whole multiples of the filter's side, where every value is the same number of
 * device pixels; below the side every size, as those are averages anyway; the smallest in any case. For each, signal
 * vectors a little larger than the filters first, then of the same size.
 */
export function tileSizes(side: number, devicePixelRatio = 1): TileSizes[] {
  // Zoomed pages have fractional ratios, of which few multiples are whole.
  const step = side / (Number.isInteger(devicePixelRatio) ? greatestDivisor(side, devicePixelRatio) : 1);
  const sizes: TileSizes[] = [];
  for (let tile = Math.max(largestTile, side); tile >= smallestTile; tile--) {
    if (tile >= side && tile % step !== 0 && tile > smallestTile) continue;
    const gap = tile < 12 ? 1 : tile < 24 ? 2 : 3;
    const signal = Math.ceil((1.25 * tile) / step) * step;
    if (tile >= side && signal <= Math.max(16, 1.6 * tile)) sizes.push({ tile, signal, gap });
    sizes.push({ tile, signal: tile, gap });
  }
  return sizes;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
