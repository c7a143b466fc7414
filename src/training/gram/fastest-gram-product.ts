import { gramProduct, type GramProduct } from '../../spectrum/gram-product';
import type { Matrix } from '../../spectrum/matrix';
import { wasmGramProduct } from './wasm-gram';

/** Below so many multiply-adds (about 10 ms) the product is done before the kernel is compiled. */
const worthCompiling = 1e7;

/**
 * The kernel's Gram product where it pays and can be had; without SIMD or memory, the one in TypeScript. Both
 * find the same, to the last bit.
 */
export async function fastestGramProduct({ rows, columns }: Matrix): Promise<GramProduct> {
  if ((rows * columns * Math.min(rows, columns)) / 2 < worthCompiling) return gramProduct;
  try {
    return await wasmGramProduct();
  } catch {
    return gramProduct;
  }
}
