import { describe, expect, it } from 'vitest';
import { defaults, type Experiment } from '../experiment/parameters';
import { syntheticImages } from '../images/sources/synthetic/draw';
import { leading } from '../network/matrices';
import { makeProblem } from './problem';

const small: Experiment = { ...defaults, side: 5, k: 2, n: 12, m: 6 };
const filtersOf = (patch: Partial<Experiment> = {}) => {
  const experiment = { ...small, ...patch };
  return leading(makeProblem(experiment, syntheticImages(experiment))).values;
};

describe('initial filters', () => {
  it.each([
    { sigma: 1 },
    { k: 1 },
    { n: 40 },
    { mu: 3 },
    { patches: 2 },
    { basis: 'random' },
    { noise: 'everywhere' },
    { q: 2 },
    { lr: 1 },
  ] satisfies Partial<Experiment>[])('are the same with %o', (patch) => {
    expect(filtersOf(patch)).toEqual(filtersOf());
  });

  it('of a narrow network are the first of a wide one, class by class', () => {
    const narrow = filtersOf(),
      wide = filtersOf({ m: 10 });
    expect(wide.subarray(0, 6 * 25)).toEqual(narrow.subarray(0, 6 * 25));
    expect(wide.subarray(10 * 25, 16 * 25)).toEqual(narrow.subarray(6 * 25));
  });

  it('scale with σ₀', () => {
    const twice = filtersOf({ init: 0.02 }),
      once = filtersOf({ init: 0.01 });
    expect(twice).toEqual(once.map((v) => 2 * v));
    expect(once.some((v) => v !== 0)).toBe(true);
  });

  it('are N(0, σ₀²), and other ones for each class and each seed', () => {
    const filters = filtersOf({ m: 400 });
    const mean = filters.reduce((a, b) => a + b, 0) / filters.length,
      variance = filters.reduce((a, b) => a + b * b, 0) / filters.length;
    // 20,000 draws: standard deviations 0.7% of σ₀ and 1% of σ₀²; five of each.
    expect(Math.abs(mean)).toBeLessThan(0.01 * 0.036);
    expect(Math.abs(variance / 1e-4 - 1)).toBeLessThan(0.05);
    expect(filters.subarray(0, 25)).not.toEqual(filters.subarray(400 * 25, 401 * 25));
    expect(filtersOf({ seed: 2 })).not.toEqual(filtersOf());
  });
});
