import { describe, expect, it } from 'vitest';
import { energyInSpan } from './energy-in-span';
import { signalSpan } from './signal-span';
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

const gramOfRows = (basis: Float64Array, columns: number) => {
  const rows = { rows: basis.length / columns, columns, values: basis };
  return multiply(rows, transpose(rows)).values;
};
const identity = (n: number) =>
  diagonalOf(
    n,
    n,
    Array.from({ length: n }, () => 1),
  ).values;

describe('the signal span', () => {
  it('of a diagonal matrix is the unit vectors of its largest entries, signs made positive', () => {
    const { basis, dimension } = signalSpan(diagonalOf(5, 6, [1, -5, 0.1, 3, 0]));
    expect(dimension).toBe(2);
    expect(distance(basis, [0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0])).toBeLessThan(1e-15);
  });

  it.each([
    [90, 40],
    [40, 90],
    [50, 50],
  ])('of a %i × %i matrix is orthonormal and holds 90% with no vector to spare', (rows, columns) => {
    const matrix = withSingularValues(
      rows,
      columns,
      Array.from({ length: 40 }, (_, i) => 0.93 ** i),
      3,
    );
    const { basis, dimension } = signalSpan(matrix);
    expect(distance(gramOfRows(basis, columns), identity(dimension))).toBeLessThan(1e-13);
    expect(energyInSpan(matrix, basis)).toBeGreaterThanOrEqual(0.9);
    expect(energyInSpan(matrix, basis.subarray(columns))).toBeLessThan(0.9);
    expect(energyInSpan(matrix, basis.subarray(0, -columns))).toBeLessThan(0.9);
  });

  it('consists of singular vectors: AᵀA sends each to a multiple of itself', () => {
    const s = Array.from({ length: 30 }, (_, i) => 0.9 ** i);
    const matrix = withSingularValues(60, 30, s, 8);
    const { basis, dimension } = signalSpan(matrix, 0.99);
    const vectors = { rows: dimension, columns: 30, values: basis };
    const images = multiply(multiply(vectors, transpose(matrix)), matrix);
    const expected = matrixOf(dimension, 30, (i, j) => s[i] ** 2 * basis[i * 30 + j]);
    expect(distance(images.values, expected.values)).toBeLessThan(1e-13);
  });

  it.each([0.1, 1 / 3])(
    'of a matrix filled with %f is the diagonal of the cube, whatever rounding leaves of the rest',
    (entry) => {
      for (const [rows, columns] of [
        [128, 64],
        [400, 100],
        [100, 400],
      ] as const) {
        const { basis, dimension } = signalSpan(matrixOf(rows, columns, () => entry));
        expect(dimension).toBe(1);
        expect(distance(basis, matrixOf(1, columns, () => 1 / Math.sqrt(columns)).values)).toBeLessThan(1e-13);
      }
    },
  );

  it('is orthonormal and complete where many singular values are equal', () => {
    const equal = rotateColumns(
      diagonalOf(
        80,
        50,
        Array.from({ length: 20 }, () => 2),
      ),
      4,
    );
    for (const matrix of [
      equal,
      transpose(equal),
      diagonalOf(
        30,
        30,
        Array.from({ length: 20 }, () => 1),
      ),
    ]) {
      const { basis, dimension } = signalSpan(matrix, 1);
      expect(dimension).toBe(20);
      expect(distance(gramOfRows(basis, matrix.columns), identity(20))).toBeLessThan(1e-13);
      expect(energyInSpan(matrix, basis)).toBeCloseTo(1, 12);
    }
    expect(signalSpan(equal).dimension).toBe(18);
  });

  it('is zero in columns that are zero, and the same in the others as without them', () => {
    const dense = uniform(30, 12, 5);
    const padded = matrixOf(30, 24, (i, j) => (j % 2 === 0 ? 0 : dense.values[i * 12 + (j - 1) / 2]));
    const { basis, dimension } = signalSpan(dense);
    const inPadded = signalSpan(padded);
    const expected = matrixOf(dimension, 24, (i, j) => (j % 2 === 0 ? 0 : basis[i * 12 + (j - 1) / 2]));
    expect([...inPadded.basis]).toEqual([...expected.values]);
  });

  it('of nothing is empty', () => {
    expect(signalSpan(matrixOf(4, 3, () => 0))).toEqual({ basis: new Float64Array(0), dimension: 0 });
    expect(signalSpan(matrixOf(0, 3, () => 0))).toEqual({ basis: new Float64Array(0), dimension: 0 });
  });

  it('repeats itself to the bit, with the largest entry of each vector positive', () => {
    const matrix = uniform(70, 33, 12);
    const { basis, dimension } = signalSpan(matrix);
    expect([...signalSpan(matrix).basis]).toEqual([...basis]);
    for (let k = 0; k < dimension; k++) {
      const row = basis.subarray(k * 33, (k + 1) * 33);
      expect(Math.max(...row)).toBeGreaterThan(-Math.min(...row));
    }
  });

  it('survives scales whose squares overflow or vanish', () => {
    const matrix = withSingularValues(9, 6, [5, 3, 2, 1, 0.5, 0.2], 2);
    const { basis } = signalSpan(matrix);
    for (const scale of [2 ** 1000, 2 ** -1000]) {
      const scaled = { ...matrix, values: Float64Array.from(matrix.values, (value) => value * scale) };
      expect(distance(signalSpan(scaled).basis, basis)).toBeLessThan(1e-13);
    }
  });

  it('refuses entries that are not finite', () => {
    expect(() => signalSpan(matrixOf(2, 2, (i) => (i === 1 ? NaN : 1)))).toThrow(/not finite/);
  });
});
