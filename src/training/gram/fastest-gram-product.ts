import { gramProduct, type GramProduct } from '../../spectrum/gram-product';
import type { Matrix } from '../../spectrum/matrix';

/** Below so many multiply-adds (about 10 ms) the product is done before the kernel could be loaded. */
const worthLoading = 1e7;

/**
 * The kernel's Gram product where it pays and can be had; without SIMD, memory or the script, the one in TypeScript. Both
 * find the same, to the last bit.
 */
export async function fastestGramProduct({ rows, columns }: Matrix): Promise<GramProduct> {
  if ((rows * columns * Math.min(rows, columns)) / 2 < worthLoading) return gramProduct;
  try {
    const { wasmGramProduct } = await import('./wasm-gram');
    return await wasmGramProduct();
  } catch {
    return gramProduct;
  }
}
