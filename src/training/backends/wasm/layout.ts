import { roundUp } from './round-up';
import type { Held } from './kernel';

/** Sizes that the kernel is compiled for; see `src/training/kernel/shape.ts`. */
export const panelRows = 8;
export const blockRows = 64;
export const tileFilters = 4;
const lanes = 4;
/** Widest chunk of pixels, in vectors, that the kernel has a backward product for. */
export const widestChunk = 7;
const floatBytes = 4;

/** A stretch of pixels that the backward product accumulates at once. */
export interface Chunk {
  /** First pixel. */
  readonly start: number;
  /** Width in vectors of four pixels. */
  readonly width: number;
}

/** Where everything lies in the kernel's memory: byte offsets, and the padded sizes behind them. */
export interface Layout {
  /** d, padded to a multiple of 4. */
  readonly dimension: number;
  /** m, padded to the height of the forward tile; where both classes are held, filters of class −1 start there. */
  readonly classFilters: number;
  readonly held: Held;
  readonly chunks: readonly Chunk[];
  readonly trainPanels: number;
  readonly trainBlocks: number;
  readonly testPanels: number;

  /** W and the carry of its update in tiles of four filters, [tile][dimension][4]; its move ΔW, [filter][dimension]. */
  readonly filters: number;
  readonly carry: number;
  readonly gradient: number;
  /** X for the forward product, [panel][dimension][8], and for the backward product, [chunk][row][4 × width]. */
  readonly trainRows: number;
  readonly trainChunks: number;
  readonly testRows: number;
  /** One number a row: Σ_r sign_r φ, and what the row's slopes are multiplied with. */
  readonly trainSums: number;
  readonly testSums: number;
  readonly weights: number;
  /** φ' of all rows, [block][filter][64], and which are not zero, 64 bits a filter and block; φ' of the test rows is not kept. */
  readonly slopes: number;
  readonly masks: number;
  readonly testSlopes: number;
  /** Size of the whole. */
  readonly bytes: number;
}

export const bothClasses: Held = { first: 0, count: 2 };

/** @param trainRows, testRows numbers of distinct rows. */
export function layOut(d: number, m: number, trainRows: number, testRows: number, held: Held = bothClasses): Layout {
  const dimension = roundUp(d, lanes);
  const classFilters = roundUp(m, tileFilters);
  const filters = held.count * classFilters;
  const trainPanels = Math.ceil(trainRows / panelRows);
  const trainBlocks = Math.ceil(trainRows / blockRows);
  const testPanels = Math.ceil(testRows / panelRows);

  let bytes = 0;
  const take = (size: number) => {
    const offset = bytes;
    // Whole cache lines, so that no vector load straddles two.
    bytes += roundUp(size, 64);
    return offset;
  };
  const rowFloats = (panels: number) => panels * panelRows * dimension * floatBytes;
  return {
    dimension,
    classFilters,
    held,
    chunks: chunksOf(dimension / lanes),
    trainPanels,
    trainBlocks,
    testPanels,
    filters: take(filters * dimension * floatBytes),
    carry: take(filters * dimension * floatBytes),
    gradient: take(filters * dimension * floatBytes),
    trainRows: take(rowFloats(trainPanels)),
    trainChunks: take(rowFloats(trainPanels)),
    testRows: take(rowFloats(testPanels)),
    trainSums: take(trainBlocks * blockRows * floatBytes),
    testSums: take(testPanels * panelRows * floatBytes),
    weights: take(trainBlocks * blockRows * floatBytes),
    slopes: take(trainBlocks * filters * blockRows * floatBytes),
    masks: take(trainBlocks * filters * 8),
    testSlopes: take(testRows > 0 ? filters * blockRows * floatBytes : 0),
    bytes,
  };
}

/** Chunks of nearly equal width: a narrow last one would waste the cost of walking the list of rows once more. */
function chunksOf(vectors: number): Chunk[] {
  const count = Math.ceil(vectors / widestChunk);
  const edge = (i: number) => Math.floor((i * vectors) / count);
  return Array.from({ length: count }, (_, i) => ({ start: edge(i) * lanes, width: edge(i + 1) - edge(i) }));
}
