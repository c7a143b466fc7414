import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignment } from './alignment';
import { energyInSpan } from './energy-in-span';

const matrix = (columns: number, ...values: number[]) => ({
  rows: values.length / columns,
  columns,
  values: Float64Array.from(values),
});
const axes = Float64Array.of(1, 0, 0, 0, 1, 0); // e_1, e_2 of R³

describe('alignment', () => {
  it('is the cosine with every basis vector, with its sign, and the share of energy off the span', () => {
    const { cosines, rest, norms } = alignment(matrix(3, 3, -4, 0, 0, 0, 2, 1, 2, 2), axes);
    expect([...cosines]).toEqual([0.6, -0.8, 0, 0, 1 / 3, 2 / 3].map((value) => expect.closeTo(value, 14)));
    expect([...rest]).toEqual([0, 1, 4 / 9].map((value) => expect.closeTo(value, 14)));
    expect([...norms]).toEqual([5, 2, 3].map((value) => expect.closeTo(value, 14)));
  });

  it('does not depend on the size of a row, however large or small', () => {
    for (const scale of [1e-200, 1e-3, 1e200]) {
      const { cosines, rest } = alignment(matrix(3, 1 * scale, 2 * scale, 2 * scale), axes);
      expect([...cosines, ...rest]).toEqual([1 / 3, 2 / 3, 4 / 9].map((value) => expect.closeTo(value, 12)));
    }
  });

  it('is zero for a row of zeros', () => {
    expect(alignment(matrix(3, 0, 0, 0), axes)).toEqual({
      cosines: Float64Array.of(0, 0),
      rest: Float64Array.of(0),
      norms: Float64Array.of(0),
    });
  });

  it('weighted by the rows’ energy, agrees with the energy in the span', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 12, maxLength: 12 }),
        (values) => {
          const w = matrix(3, ...values);
          const { rest, norms } = alignment(w, axes);
          const energy = norms.reduce((sum, norm) => sum + norm ** 2, 0);
          const off = norms.reduce((sum, norm, i) => sum + rest[i] * norm ** 2, 0);
          if (energy > 1e-12) expect(1 - off / energy).toBeCloseTo(energyInSpan(w, axes), 10);
        },
      ),
      { seed: 7 },
    );
  });

  it('refuses a basis of another space', () => {
    expect(() => alignment(matrix(3, 1, 2, 3), Float64Array.of(1, 0))).toThrow(RangeError);
  });
});
