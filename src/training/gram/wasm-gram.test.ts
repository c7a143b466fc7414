import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { gramProduct, type GramProduct } from '../../spectrum/gram-product';
import type { Matrix } from '../../spectrum/matrix';
import { nonZeroPart } from '../../spectrum/non-zero-part';
import { singularValues } from '../../spectrum/singular-values';
import { distance, matrixOf, uniform, withSingularValues } from '../../spectrum/test-matrices';
import { instantiateGram, plain, relaxed } from '../backends/wasm/kernel';
import { fastestGramProduct } from './fastest-gram-product';
import { gramProductOf, wasmGramProduct } from './wasm-gram';
import { allowRelaxedSimd } from '../testing-relaxed-simd';

allowRelaxedSimd();
afterEach(() => vi.restoreAllMocks());

/** Lower half; above the diagonal nothing is promised. */
function lowerHalf(product: GramProduct, matrix: Matrix): number[][] {
  const part = nonZeroPart(matrix);
  const columns = part.columnOffsets.length;
  const gram = product(part, () => {});
  return Array.from({ length: columns }, (_, i) => Array.from(gram.subarray(i * columns, i * columns + i + 1)));
}

describe.each([plain, relaxed])('the $device kernel’s Gram product', (variant) => {
  const anyMatrix = fc
    .record({
      rows: fc.integer({ min: 1, max: 300 }),
      columns: fc.integer({ min: 1, max: 40 }),
      seed: fc.nat(),
      zeroRows: fc.integer({ min: 2, max: 9 }),
      zeroColumns: fc.integer({ min: 2, max: 9 }),
      single: fc.boolean(),
    })
    .map(({ rows, columns, seed, zeroRows, zeroColumns, single }): Matrix => {
      const drawn = uniform(rows, columns, seed).values;
      const matrix = matrixOf(rows, columns, (i, j) =>
        i % zeroRows === 1 || j % zeroColumns === 1 ? 0 : drawn[i * columns + j]!,
      );
      return single ? { ...matrix, values: Float32Array.from(matrix.values) } : matrix;
    });

  it('is the one in TypeScript to the last bit, whatever the shape, with one instance for all', async () => {
    const product = gramProductOf(await instantiateGram(variant));
    fc.assert(
      fc.property(anyMatrix, (matrix) => {
        expect(lowerHalf(product, matrix)).toEqual(lowerHalf(gramProduct, matrix));
      }),
      { seed: 5, numRuns: 150 },
    );
  });

  it.each([
    [1, 1],
    [500, 1],
    [1, 7],
    [128, 4],
    [129, 4],
    [127, 3],
    [700, 101],
    [90, 130],
    [0, 0],
  ])('is the same for %s × %s', async (rows, columns) => {
    const product = gramProductOf(await instantiateGram(variant));
    const matrix = uniform(rows, columns, 3);
    expect(lowerHalf(product, matrix)).toEqual(lowerHalf(gramProduct, matrix));
  });

  it('gives singular values as exact as they were, of equal columns too, whose sums all round alike', async () => {
    const product = gramProductOf(await instantiateGram(variant));
    const known: [Matrix, number[]][] = [1, 1e-2, 6e-4, 1e-4].map((smallest) => {
      const s = Array.from({ length: 40 }, (_, i) => smallest ** (i / 39));
      return [withSingularValues(700, 40, s, 17), s];
    });
    known.push([matrixOf(400, 100, () => 1 / 3), Array.from({ length: 100 }, (_, i) => (i === 0 ? 200 / 3 : 0))]);
    for (const [matrix, s] of known) {
      const found = singularValues(matrix, undefined, product);
      expect(distance(found, s)).toBeLessThan(1e-10 * s[0]!);
      expect(found).toEqual(singularValues(matrix));
    }
  });

  it('tells its progress after every chunk of rows', async () => {
    const shares: number[] = [];
    gramProductOf(await instantiateGram(variant))(nonZeroPart(uniform(512, 5, 1)), (share) => shares.push(share));
    expect(shares).toEqual([0.25, 0.5, 0.75, 1]);
  });

  it('is made without the kernel where memory is refused', async () => {
    const kernel = await instantiateGram(variant);
    const matrix = uniform(300, 120, 1);
    vi.spyOn(kernel.memory, 'grow').mockImplementation(() => {
      throw new RangeError('Maximum memory size exceeded');
    });
    expect(lowerHalf(gramProductOf(kernel), matrix)).toEqual(lowerHalf(gramProduct, matrix));
    expect(kernel.memory.grow).toHaveBeenCalledOnce();
  });
});

describe('instances', () => {
  it('are reused from call to call, and given up once their memory has grown large', async () => {
    const made = vi.spyOn(WebAssembly, 'instantiate');
    for (let call = 0; call < 3; call++) lowerHalf(await wasmGramProduct(), uniform(90, 80, 1));
    expect(made.mock.calls.length).toBeLessThanOrEqual(1);
    made.mockClear();
    // 2100 columns take 18 MB of tiles.
    (await wasmGramProduct())({ ...nonZeroPart(uniform(1, 1, 1)), columnOffsets: new Int32Array(2100) }, () => {});
    await wasmGramProduct();
    await wasmGramProduct();
    expect(made).toHaveBeenCalledOnce();
  });
});

describe('the fastest Gram product', () => {
  const large = { rows: 2000, columns: 400, values: new Float64Array(0) };

  it('is the kernel’s for large matrices only, which are worth compiling it', async () => {
    expect(await fastestGramProduct(large)).not.toBe(gramProduct);
    expect(await fastestGramProduct({ ...large, columns: 64 })).toBe(gramProduct);
  });

  it('is the one in TypeScript where there is no SIMD', async () => {
    vi.spyOn(WebAssembly, 'validate').mockReturnValue(false);
    vi.resetModules();
    const fresh = await import('./fastest-gram-product');
    const { gramProduct } = await import('../../spectrum/gram-product');
    expect(await fresh.fastestGramProduct(large)).toBe(gramProduct);
  });
});
