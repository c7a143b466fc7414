import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignment } from './alignment';
import { featureOrder, followed, followedFeatures } from './followed';

/** Four signal vectors u_1, v_1, u_2, v_2: the first four axes of R⁶. */
const basis = Float64Array.from({ length: 24 }, (_, i) => (i % 7 === 0 ? 1 : 0));
const align = (...rows: number[][]) =>
  alignment({ rows: rows.length, columns: 6, values: Float64Array.from(rows.flat()) }, basis);

describe('the feature that a filter follows', () => {
  it('is that of the largest positive cosine, not of the largest in size', () => {
    expect([...followedFeatures(align([1, 0, 2, 0, 0, 0], [-3, 1, 0, 0, 0, 0]))]).toEqual([2, 1]);
  });

  it('is none where most of the energy is outside the span, where all cosines are negative, and for a filter of zeros', () => {
    expect([
      ...followedFeatures(align([1, 0, 0, 0, 0, 1.1], [-1, -1, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0.9])),
    ]).toEqual([-1, -1, -1, 0]);
  });

  it('may be asked for filters that only lean to one', () => {
    expect([...followedFeatures(align([0.1, 0, 0, 0.2, 0, 5]), 1)]).toEqual([3]);
  });
});

describe('groups of filters', () => {
  const e = (feature: number, off = 0) => [0, 1, 2, 3, 4, 5].map((i) => (i === feature ? 1 : i === 5 ? off : 0));

  it('list a class’s own features first, empty ones too, then others that it follows, then none; best cosine first', () => {
    const groups = followed(align(e(2, 0.5), e(2), e(1), e(5), e(3), e(1), e(1, 0.1), e(5)));
    expect(groups).toEqual([
      { classSign: 1, feature: 0, filters: [] },
      { classSign: 1, feature: 2, filters: [1, 0] },
      { classSign: 1, feature: 1, filters: [2] },
      { classSign: 1, feature: 'noise', filters: [3] },
      { classSign: -1, feature: 1, filters: [5, 6] },
      { classSign: -1, feature: 3, filters: [4] },
      { classSign: -1, feature: 'noise', filters: [7] },
    ]);
  });

  it('tell filters that noise made long from those that training left short', () => {
    const groups = followed(align(e(0), e(5), [0, 0, 0, 0, 0, 0.01], e(1), [0, 0, 0, 0, 0.05, 0], e(4)));
    expect(groups.filter(({ feature }) => typeof feature === 'string')).toEqual([
      { classSign: 1, feature: 'noise', filters: [1] },
      { classSign: 1, feature: 'idle', filters: [2] },
      { classSign: -1, feature: 'noise', filters: [5] },
      { classSign: -1, feature: 'idle', filters: [4] },
    ]);
  });

  it('list only what is followed where features belong to no class', () => {
    expect(followed(align(e(3), e(0), e(3), e(3)), false)).toEqual([
      { classSign: 1, feature: 0, filters: [1] },
      { classSign: 1, feature: 3, filters: [0] },
      { classSign: -1, feature: 3, filters: [2, 3] },
    ]);
  });

  it('hold every filter once, in the half of its class', () => {
    const row = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        fc.constantFrom(0.5, 1),
        (half, classed, most) => {
          const groups = followed(align(...half, ...half.toReversed()), classed, most),
            m = half.length;
          expect(groups.flatMap(({ filters }) => filters).toSorted((a, b) => a - b)).toEqual(
            Array.from({ length: 2 * m }, (_, i) => i),
          );
          for (const { classSign, filters } of groups)
            for (const filter of filters) expect(filter < m).toBe(classSign === 1);
        },
      ),
      { seed: 3 },
    );
  });

  it('are none without filters', () => {
    expect(followed({ cosines: new Float64Array(), rest: new Float64Array(), norms: new Float64Array() })).toEqual([]);
  });
});

it('lists u_1 … u_K before v_1 … v_K, or as asked', () => {
  expect(featureOrder(6, 1)).toEqual([0, 2, 4, 1, 3, 5]);
  expect(featureOrder(4, -1)).toEqual([1, 3, 0, 2]);
  expect(featureOrder(3, undefined)).toEqual([0, 1, 2]);
});
