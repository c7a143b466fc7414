import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { energyInSpan } from './energy-in-span';
import { diagonalOf, matrixOf, rotateColumns, uniform } from './test-matrices';

const firstAxes = (count: number, columns: number) =>
  diagonalOf(
    count,
    columns,
    Array.from({ length: count }, () => 1),
  );
const basisOf = (count: number, columns: number, seed: number) =>
  rotateColumns(firstAxes(count, columns), seed).values as Float64Array;

describe('the share of energy in a span', () => {
  it('is that of the first columns for the first axes', () => {
    const matrix = matrixOf(2, 3, (i, j) => i + 2 * j);
    expect(energyInSpan(matrix, firstAxes(1, 3).values as Float64Array)).toBeCloseTo(1 / 55, 14);
    expect(energyInSpan(matrix, firstAxes(2, 3).values as Float64Array)).toBeCloseTo(14 / 55, 14);
  });

  it('is 1 for rows in the span, 0 for rows orthogonal to it, and 0 with nothing to span or to share', () => {
    const basis = basisOf(7, 7, 3);
    const inside = { rows: 2, columns: 7, values: basis.slice(0, 14) };
    expect(energyInSpan(inside, basis.slice(0, 21))).toBeCloseTo(1, 14);
    expect(energyInSpan(inside, basis.slice(14))).toBeCloseTo(0, 14);
    expect(energyInSpan(inside, new Float64Array(0))).toBe(0);
    expect(
      energyInSpan(
        matrixOf(3, 7, () => 0),
        basis,
      ),
    ).toBe(0);
    expect(
      energyInSpan(
        matrixOf(0, 7, () => 0),
        basis,
      ),
    ).toBe(0);
    expect(
      energyInSpan(
        matrixOf(3, 0, () => 0),
        new Float64Array(0),
      ),
    ).toBe(0);
  });

  it('adds up to 1 over a split of the whole space, and never passes it', () => {
    const cases = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 2, max: 14 }), fc.nat(), fc.nat());
    fc.assert(
      fc.property(cases, ([rows, columns, seed, cut]) => {
        const matrix = uniform(rows, columns, seed);
        const basis = basisOf(columns, columns, seed + 1);
        const at = (cut % (columns + 1)) * columns;
        const shares = [energyInSpan(matrix, basis.slice(0, at)), energyInSpan(matrix, basis.slice(at))];
        expect(shares[0] + shares[1]).toBeCloseTo(1, 12);
        expect(Math.max(...shares)).toBeLessThanOrEqual(1);
        expect(energyInSpan(matrix, basis)).toBeLessThanOrEqual(1);
      }),
      { seed: 3, numRuns: 150 },
    );
  });

  it('does not depend on the scale, up to overflow and underflow', () => {
    const basis = basisOf(2, 5, 9);
    const { values, ...shape } = uniform(4, 5, 1);
    const share = energyInSpan({ ...shape, values }, basis);
    for (const scale of [2 ** 1000, 2 ** -1000]) {
      expect(
        energyInSpan({ ...shape, values: Float64Array.from(values, (value) => value * scale) }, basis),
      ).toBeCloseTo(share, 14);
    }
  });

  it('refuses a basis that does not fit and entries that are not finite', () => {
    expect(() => energyInSpan(uniform(4, 5, 1), new Float64Array(7))).toThrow(/no rows of 5/);
    expect(() => energyInSpan(uniform(4, 0, 1), new Float64Array(7))).toThrow(RangeError);
    expect(() =>
      energyInSpan(
        matrixOf(2, 2, () => NaN),
        new Float64Array(4),
      ),
    ).toThrow(/not finite/);
    expect(() =>
      energyInSpan(
        matrixOf(2, 2, (i) => (i === 0 ? -Infinity : 1)),
        new Float64Array(4),
      ),
    ).toThrow(/not finite/);
  });
});
