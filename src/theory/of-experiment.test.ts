import { describe, expect, it } from 'vitest';
import { defaults } from '../experiment/parameters';
import { criticalNoiseOf, predictedRankOf } from './of-experiment';

describe('the theory of an experiment', () => {
  it('takes d = s² and 2K from it', () => {
    expect(criticalNoiseOf({ ...defaults, n: 48 })).toBeCloseTo(0.25, 12);
    expect(predictedRankOf({ ...defaults, sigma: 0.1 })).toBeCloseTo(657.6 / 40, 12);
  });

  it('has nothing to say of real images, nor a rank where noise is not background off the signal span', () => {
    expect(criticalNoiseOf({ ...defaults, data: 'mnist' })).toBeNull();
    for (const patch of [{ data: 'mnist' }, { noise: 'everywhere' }, { project: false }] as const)
      expect(predictedRankOf({ ...defaults, ...patch })).toBeNull();
  });
});
