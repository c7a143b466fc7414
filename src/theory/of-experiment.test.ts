import { describe, expect, it } from 'vitest';
import { defaults } from '../experiment/parameters';
import { criticalNoiseOf, lawfulNoiseOf, lawGapOf, predictedRankOf } from './of-experiment';

describe('the theory of an experiment', () => {
  it('takes d = s² and 2K from it', () => {
    expect(criticalNoiseOf({ ...defaults, n: 48 })).toBeCloseTo(0.25, 12);
    expect(predictedRankOf({ ...defaults, sigma: 0.1 })).toBeCloseTo(657.6 / 40, 12);
  });

  it('has a law for shared filters on a power, by their gradient from right labels, and says what else there is', () => {
    // One vector a class is of its norm, whatever the others would be.
    for (const patch of [{ ratio: 0.5, k: 1 }] as const) expect(lawGapOf({ ...defaults, ...patch })).toBeNull();
    for (const patch of [{}, { net: 'deep' }, { net: 'transformer' }, { opt: 'momentum' }, { batch: 16 }] as const)
      expect(lawfulNoiseOf({ ...defaults, ...patch })).toBe(criticalNoiseOf(defaults));
    const others = [
      ['images', { data: 'mnist' }],
      ['dense', { net: 'dense' }],
      ['linear', { net: 'transformer', token: 'linear' }],
      ['adam', { opt: 'adam' }],
      ['flip', { flip: 0.1 }],
      ['ratio', { ratio: 0.5 }],
      ['partner', { partner: 0.5 }],
      ['colour', { colour: 1 }],
      ['tail', { tail: 't3' }],
      ['power', { q: 2 }],
    ] as const;
    for (const [gap, patch] of others) {
      expect(lawGapOf({ ...defaults, ...patch })).toBe(gap);
      expect(lawfulNoiseOf({ ...defaults, ...patch })).toBeNull();
    }
  });

  it('has nothing to say of real images, nor a rank where noise or signal vectors are not as it has them', () => {
    expect(criticalNoiseOf({ ...defaults, data: 'mnist' })).toBeNull();
    for (const patch of [
      { data: 'mnist' },
      { noise: 'everywhere' },
      { project: false },
      { ratio: 0.5 },
      { partner: 0.5 },
      { colour: 1 },
      { tail: 'laplace' },
    ] as const)
      expect(predictedRankOf({ ...defaults, ...patch })).toBeNull();
  });
});
