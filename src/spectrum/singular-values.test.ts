import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { pivotedFactor } from './pivoted-qr';
import { singularValues } from './singular-values';
import {
  diagonalOf,
  distance,
  matrixOf,
  multiply,
  rotateColumns,
  transpose,
  uniform,
  withSingularValues,
} from './test-matrices';

vi.mock('./pivoted-qr', { spy: true });
afterEach(() => vi.clearAllMocks());

const promised = 1e-10;
const geometric = (count: number, smallest: number) =>
  Array.from({ length: count }, (_, i) => smallest ** (i / (count - 1)));
const byReflections = () => vi.mocked(pivotedFactor).mock.calls.length > 0;

describe('singular values known in closed form', () => {
  it('of a diagonal matrix are the sizes of its entries, in descending order', () => {
    const found = singularValues(diagonalOf(4, 4, [3, -7, 0.5, 2]));
    expect(distance(found, [7, 3, 2, 0.5])).toBeLessThan(7e-15);
  });

  it('of an orthogonal matrix are all one', () => {
    const found = singularValues(
      rotateColumns(
        diagonalOf(
          30,
          30,
          Array.from({ length: 30 }, () => 1),
        ),
        11,
      ),
    );
    expect(
      distance(
        found,
        Array.from({ length: 30 }, () => 1),
      ),
    ).toBeLessThan(1e-13);
  });

  it('of an outer product are the product of the lengths, then zeros', () => {
    const found = singularValues(matrixOf(5, 3, (i, j) => (i + 1) * (j - 1)));
    expect(distance(found, [Math.sqrt(55 * 2), 0, 0])).toBeLessThan(1e-14 * found[0]);
  });

  it('of the n × n lower triangle of ones are 1 / (2 sin((2k − 1)π / (4n + 2)))', () => {
    const n = 60;
    const found = singularValues(matrixOf(n, n, (i, j) => (i >= j ? 1 : 0)));
    const expected = Array.from({ length: n }, (_, k) => 1 / (2 * Math.sin(((2 * k + 1) * Math.PI) / (4 * n + 2))));
    expect(distance(found, expected)).toBeLessThan(1e-13 * found[0]);
  });

  it('of equal columns are one value and zeros, though every sum rounds alike', () => {
    const found = singularValues(matrixOf(400, 100, () => 1 / 3));
    const expected = Array.from({ length: 100 }, (_, i) => (i === 0 ? 200 / 3 : 0));
    expect(distance(found, expected)).toBeLessThan(1e-12 * found[0]);
  });

  it.each([
    ['1×1', 1, 1, [5]],
    ['1×n', 1, 4, [5]],
    ['n×1', 4, 1, [5]],
    ['2×n', 2, 9, [5, 4]],
    ['n×2', 9, 2, [5, 4]],
  ])('are right for %s', (_, rows, columns, s) => {
    const matrix = withSingularValues(rows, columns, s, 3);
    expect(distance(singularValues(matrix), s)).toBeLessThan(1e-14 * s[0]);
  });

  it('are min(rows, columns) zeros for the zero matrix and none for an empty one', () => {
    expect(singularValues(matrixOf(3, 5, () => 0))).toEqual(new Float64Array(3));
    expect(singularValues(matrixOf(0, 5, () => 0))).toEqual(new Float64Array(0));
    expect(singularValues(matrixOf(5, 0, () => 0))).toEqual(new Float64Array(0));
  });
});

describe('accuracy', () => {
  it.each([1e-1, 1e-3, 6e-4, 4e-4, 1e-4, 1e-6, 1e-9, 1e-13])(
    'is kept with s_min/s_1 = %s, well spread or in two clusters',
    (smallest) => {
      const spread = geometric(40, smallest);
      const clusters = spread.map((_, i) => (i < 20 ? 1 : smallest));
      for (const s of [spread, clusters]) {
        for (const [rows, columns] of [
          [40, 40],
          [150, 40],
          [40, 150],
        ] as const) {
          expect(distance(singularValues(withSingularValues(rows, columns, s, 17)), s)).toBeLessThan(promised / 4);
        }
      }
    },
  );

  it('is that of rounding for every value where nothing is squared', () => {
    const s = geometric(40, 1e-9);
    expect(distance(singularValues(withSingularValues(150, 40, s, 17)), s)).toBeLessThan(2e-14);
  });

  it('survives scales whose squares overflow or vanish', () => {
    const s = [4, 3, 1e-3, 1e-6];
    const matrix = withSingularValues(6, 4, s, 23);
    for (const scale of [2 ** 1000, 2 ** -1000]) {
      const found = singularValues(matrixOf(6, 4, (i, j) => matrix.values[i * 4 + j] * scale));
      expect(
        distance(
          found.map((value) => value / scale),
          s,
        ),
      ).toBeLessThan(1e-14 * 4);
    }
  });

  it('is the best that numbers next to the smallest double allow', () => {
    const found = singularValues(diagonalOf(3, 2, [3 * Number.MIN_VALUE, Number.MIN_VALUE]));
    expect([...found]).toEqual([3 * Number.MIN_VALUE, Number.MIN_VALUE]);
  });

  it('holds with thousands of rows and several chunks of a product', () => {
    const s = geometric(45, 0.01);
    expect(distance(singularValues(withSingularValues(3001, 45, s, 29)), s)).toBeLessThan(1e-12);
  });
});

describe('properties of any matrix', () => {
  const matrices = fc
    .record({
      rows: fc.integer({ min: 1, max: 12 }),
      columns: fc.integer({ min: 1, max: 12 }),
      seed: fc.nat(),
      zeros: fc.constantFrom(0, 0.5, 0.9),
    })
    .map(({ rows, columns, seed, zeros }) => {
      const keep = uniform(rows, columns, seed + 1).values;
      const drawn = uniform(rows, columns, seed).values;
      return matrixOf(rows, columns, (i, j) => (keep[i * columns + j] + 0.5 >= zeros ? drawn[i * columns + j] : 0));
    });
  const check = (property: (matrix: ReturnType<typeof uniform>, s: Float64Array) => void) =>
    fc.assert(
      fc.property(matrices, (matrix) => {
        property(matrix, singularValues(matrix));
      }),
      { seed: 42, numRuns: 200 },
    );

  it('descend, are never negative, and have the energy of the entries', () => {
    check((matrix, s) => {
      const energy = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value * value, 0);
      expect(s.every((value, i) => value >= 0 && (i === 0 || value <= s[i - 1]))).toBe(true);
      expect(Math.abs(energy(s) - energy(matrix.values))).toBeLessThanOrEqual(1e-13 * energy(s));
    });
  });

  it('are those of the transpose', () => {
    check((matrix, s) => expect(distance(s, singularValues(transpose(matrix)))).toBeLessThanOrEqual(1e-13 * s[0]));
  });

  it('do not change when the columns are rotated', () => {
    check((matrix, s) =>
      expect(distance(s, singularValues(rotateColumns(matrix, 5)))).toBeLessThanOrEqual(promised * s[0]),
    );
  });

  it('scale with the matrix', () => {
    check((matrix, s) => {
      const scaled = { ...matrix, values: Float64Array.from(matrix.values, (value) => -3.7 * value) };
      expect(
        distance(
          s.map((value) => 3.7 * value),
          singularValues(scaled),
        ),
      ).toBeLessThanOrEqual(promised * s[0]);
    });
  });

  it('interlace with those of the matrix without its last column', () => {
    check(({ rows, columns, values }, s) => {
      const fewer = singularValues(matrixOf(rows, columns - 1, (i, j) => values[i * columns + j]));
      fewer.forEach((value, i) => {
        expect(value).toBeLessThanOrEqual(s[i] + promised * s[0]);
        expect(value).toBeGreaterThanOrEqual((s[i + 1] ?? 0) - promised * s[0]);
      });
    });
  });

  it('move by no more than the norm of a perturbation (Weyl)', () => {
    check((matrix, s) => {
      const noise = uniform(matrix.rows, matrix.columns, 77);
      const moved = singularValues({
        ...matrix,
        values: Float64Array.from(matrix.values, (value, i) => value + 1e-3 * noise.values[i]),
      });
      const bound = 1e-3 * singularValues(noise)[0];
      expect(distance(s, moved)).toBeLessThanOrEqual(bound + promised * (s[0] + bound));
    });
  });
});

describe('rank-deficient matrices', () => {
  it('have zeros beyond their rank, whatever the shape', () => {
    for (const [rows, columns] of [
      [300, 80],
      [80, 300],
      [70, 70],
    ] as const) {
      const s = singularValues(multiply(uniform(rows, 6, 1), uniform(6, columns, 2)));
      expect(s.slice(6)).toEqual(new Float64Array(s.length - 6));
      expect(s[5]).toBeGreaterThan(0.01 * s[0]);
    }
  });

  it('cost no Gram product when they are large, as clean images are', () => {
    const basis = uniform(6, 200, 9).values;
    const clean = matrixOf(1200, 200, (i, j) => (i % 4 === 1 ? basis[(i % 6) * 200 + j] : 0));
    const shares: number[] = [];
    const s = singularValues(clean, (share) => shares.push(share));
    expect(s[3]).toBe(0);
    expect(byReflections()).toBe(true);
    expect(shares.length).toBeLessThan(8);
  });
});

describe('filters in single precision', () => {
  it('take the fast way down to s_min/s_1 = 1e-3, and only then', () => {
    const rounded = (smallest: number) => {
      const { values, ...shape } = withSingularValues(128, 64, geometric(64, smallest), 31);
      return { ...shape, values: Float32Array.from(values) };
    };
    singularValues(rounded(1e-3));
    expect(byReflections()).toBe(false);
    singularValues(rounded(1e-4));
    expect(byReflections()).toBe(true);
  });
});

describe('bad matrices', () => {
  it.each([NaN, Infinity, -Infinity])('with %s are refused by name and place', (bad) => {
    const values = new Float64Array(12).fill(1);
    values[7] = bad;
    expect(() => singularValues({ rows: 3, columns: 4, values })).toThrow(RangeError);
    expect(() => singularValues({ rows: 3, columns: 4, values })).toThrow(
      /not finite: -?(NaN|Infinity) in row 1, column 3/,
    );
  });

  it('whose values do not fill them are refused', () => {
    expect(() => singularValues({ rows: 3, columns: 4, values: new Float64Array(11) })).toThrow(/12 values, not 11/);
  });
});

describe('progress', () => {
  it.each([
    ['squares', 2000, 150, 150],
    ['squares, then reflections', 600, 150, 149],
  ])('by %s grows to one in a few dozen steps', (_, rows, columns, rank) => {
    const shares: number[] = [];
    singularValues(multiply(uniform(rows, rank, 1), uniform(rank, columns, 2)), (share) => shares.push(share));
    expect(shares.length).toBeGreaterThan(8);
    expect(shares.length).toBeLessThan(40);
    expect(shares.every((share, i) => share > (i === 0 ? 0 : shares[i - 1]))).toBe(true);
    expect(shares.at(-1)).toBe(1);
  });
});
