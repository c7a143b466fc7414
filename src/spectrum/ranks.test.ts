import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effectiveRank, energyRank, numericalRank, rankNotions, rankOf, stableRank } from './ranks';

const spectra = fc
  .array(fc.double({ min: 1e-6, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 })
  .map((values) => values.toSorted((a, b) => b - a));
const assertForSpectra = (property: (s: number[]) => void) =>
  fc.assert(
    fc.property(spectra, (s) => {
      property(s);
    }),
    { seed: 7, numRuns: 300 },
  );

describe('ranks of known spectra', () => {
  const s = [4, 2, 1, 0.4, 0.3];

  it('stable: energy over the largest energy', () =>
    expect(stableRank(s)).toBeCloseTo((16 + 4 + 1 + 0.16 + 0.09) / 16, 14));

  it('effective: exp of the entropy of the shares', () => {
    const shares = s.map((value) => value / 7.7);
    expect(effectiveRank(s)).toBeCloseTo(
      shares.reduce((product, p) => product * p ** -p, 1),
      14,
    );
  });

  it('numerical: values strictly above tau of the largest', () => {
    expect(numericalRank(s)).toBe(3);
    expect(numericalRank(s, 0.05)).toBe(5);
    expect(numericalRank(s, 0.5)).toBe(1);
  });

  it('energy: the fewest that hold the share', () => {
    expect(energyRank(s)).toBe(2);
    expect(energyRank(s, 0.5)).toBe(1);
    expect(energyRank(s, 0.999)).toBe(5);
  });

  it('energy: a share met exactly is met, and zeros hold nothing', () => {
    // 100 · 0.55 rounds to more than 55.
    expect(
      energyRank(
        Array.from({ length: 100 }, () => 1),
        0.55,
      ),
    ).toBe(55);
    expect(energyRank([3, 2, 1, 0, 0], 1)).toBe(3);
  });
});

describe('every notion', () => {
  it.each(rankNotions)('%s is 0 for zero and empty spectra', (notion) => {
    expect(rankOf(notion, [])).toBe(0);
    expect(rankOf(notion, new Float64Array(5))).toBe(0);
  });

  it.each(rankNotions)('%s is 1 for a single value however many zeros follow', (notion) => {
    expect(rankOf(notion, Float64Array.of(3e-5, 0, 0))).toBeCloseTo(1, 14);
  });

  it.each(rankNotions)('%s does not depend on the scale, up to overflow and underflow', (notion) => {
    assertForSpectra((s) => {
      for (const scale of [2 ** 1000, 2 ** -1000]) {
        expect(
          rankOf(
            notion,
            s.map((value) => value * scale),
          ),
        ).toBeCloseTo(rankOf(notion, s), 10);
      }
    });
  });

  it('of equal values: all of them, but for the tenth that energy leaves out', () => {
    const equal = Array.from({ length: 20 }, () => 0.3);
    expect(rankNotions.map((notion) => Math.round(rankOf(notion, equal) * 1e9) / 1e9)).toEqual([20, 20, 20, 18]);
  });

  it.each(rankNotions)('%s lies between 1 and the number of values', (notion) => {
    assertForSpectra((s) => {
      expect(rankOf(notion, s)).toBeGreaterThanOrEqual(1 - 1e-12);
      expect(rankOf(notion, s)).toBeLessThanOrEqual(s.length + 1e-12);
    });
  });

  it('stable is at most effective', () =>
    assertForSpectra((s) => expect(stableRank(s)).toBeLessThanOrEqual(effectiveRank(s) + 1e-9)));
});
