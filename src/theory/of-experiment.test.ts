import { describe, expect, it } from 'vitest';
import { defaults } from '../experiment/parameters';
import { criticalNoiseOf, lawfulNoiseOf, lawGapOf, predictedRankOf } from './of-experiment';

describe('the theory of an experiment', () => {
  it('takes d = s² and 2K from it', () => {
    expect(criticalNoiseOf({ ...defaults, n: 48 })).toBeCloseTo(0.25, 12);
    expect(predictedRankOf({ ...defaults, sigma: 0.1 })).toBeCloseTo(657.6 / 40, 12);
  });

  it('has a law for shared filters on a power, by their gradient from right labels, and says what else there is', () => {
    for (const patch of [{}, { net: 'deep' }, { net: 'transformer' }, { opt: 'momentum' }, { batch: 16 }] as const)
      expect(lawfulNoiseOf({ ...defaults, ...patch })).toBe(criticalNoiseOf(defaults));
    const others = [
      ['images', { data: 'mnist' }],
      ['dense', { net: 'dense' }],
      ['linear', { net: 'transformer', token: 'linear' }],
      ['adam', { opt: 'adam' }],
      ['flip', { flip: 0.1 }],
      ['power', { q: 2 }],
    ] as const;
    for (const [gap, patch] of others) {
      expect(lawGapOf({ ...defaults, ...patch })).toBe(gap);
      expect(lawfulNoiseOf({ ...defaults, ...patch })).toBeNull();
    }
  });

  it('has nothing to say of real images, nor a rank where noise is not background off the signal span', () => {
    expect(criticalNoiseOf({ ...defaults, data: 'mnist' })).toBeNull();
    for (const patch of [{ data: 'mnist' }, { noise: 'everywhere' }, { project: false }] as const)
      expect(predictedRankOf({ ...defaults, ...patch })).toBeNull();
  });
});
