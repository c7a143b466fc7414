import { chunkRows, gramProduct, pack, tileSide, type GramProduct } from '../../spectrum/gram-product';
import { bestVariant, instantiateGram, pageBytes, type GramKernel } from '../backends/wasm/kernel';

const doubleBytes = 8;
const tileLength = tileSide * tileSide;

/** An instance whose memory has grown beyond this (about 1900 columns) is let go: it would never shrink. */
const keptBytes = 16 * 2 ** 20;

let kept: GramKernel | null = null;

/**
 * The kernel's Gram product, several times as fast as `gramProduct` and the same to the last bit. One instance serves call
 * after call, as a moving slider makes them.
 *
 * @throws BackendUnavailableError without SIMD, or where no memory is granted.
 */
export async function wasmGramProduct(): Promise<GramProduct> {
  const kernel = (kept ??= await instantiateGram(bestVariant()));
  const product = gramProductOf(kernel);
  return (part, onProgress) => {
    const gram = product(part, onProgress);
    if (kernel.memory.buffer.byteLength > keptBytes) kept = null;
    return gram;
  };
}

/**
 * The product by a given instance. Rows are copied to its memory in chunks; half of the result lies there, in tiles. Where that
 * is more than the browser grants, the product is made without the kernel.
 */
export function gramProductOf({ addGram, memory }: GramKernel): GramProduct {
  return (part, onProgress) => {
    const rows = part.rowOffsets.length;
    const columns = part.columnOffsets.length;
    const panels = Math.ceil(columns / tileSide);
    const packedLength = panels * tileSide * Math.min(chunkRows, rows);
    const tilesLength = ((panels * (panels + 1)) / 2) * tileLength;
    if (!reserve(memory, (packedLength + tilesLength) * doubleBytes)) return gramProduct(part, onProgress);

    const packed = new Float64Array(memory.buffer, 0, packedLength);
    const tiles = new Float64Array(memory.buffer, packed.byteLength, tilesLength).fill(0);
    for (let start = 0; start < rows; start += chunkRows) {
      const depth = Math.min(chunkRows, rows - start);
      pack(part, start, depth, packed);
      addGram(panels, depth, packed.byteOffset, tiles.byteOffset);
      onProgress((start + depth) / rows);
    }
    return unpack(tiles, columns);
  };
}

/** Whether the memory now has so many bytes. */
function reserve(memory: WebAssembly.Memory, bytes: number): boolean {
  const pages = Math.ceil((bytes - memory.buffer.byteLength) / pageBytes);
  if (pages <= 0) return true;
  try {
    memory.grow(pages);
    return true;
  } catch {
    return false;
  }
}

/** Lower half, [columns × columns] row-major, of tiles [p(p + 1)/2 + q][4][4]. */
function unpack(tiles: Float64Array, columns: number): Float64Array {
  const gram = new Float64Array(columns * columns);
  for (let i = 0; i < columns; i++) {
    const p = Math.floor(i / tileSide);
    let from = ((p * (p + 1)) / 2) * tileLength + (i % tileSide) * tileSide;
    for (let j = 0; j <= i; j += tileSide, from += tileLength) {
      for (let b = 0; b < tileSide && j + b <= i; b++) gram[i * columns + j + b] = tiles[from + b]!;
    }
  }
  return gram;
}
