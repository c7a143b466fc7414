import { describe, expect, it } from 'vitest';
import { predictedStableRank, type NoisyPatches } from './predicted-rank';

// That it is within 5% of what is measured is tested where images and spectra are at hand: src/training/predicted-rank.test.ts.
const predicted = (patch: Partial<NoisyPatches>) =>
  predictedStableRank({ n: 240, patches: 4, dimension: 64, signalDimension: 6, mu: 1, sigma: 0.2, ...patch });

describe('the predicted stable rank', () => {
  it('is the signal dimension without noise, whatever the norm of the signal', () => {
    expect(predicted({ sigma: 0 })).toBeCloseTo(6, 12);
    expect(predicted({ sigma: 0, mu: 7, signalDimension: 32, n: 320 })).toBeCloseTo(32, 12);
  });

  it('is energy over the largest squared singular value of the signal where the signal leads', () => {
    // (240 + 720·0.01·58)/40
    expect(predicted({ sigma: 0.1 })).toBeCloseTo(657.6 / 40, 12);
  });

  it('tends to that of noise alone, (d − 2K)/(1 + √((d − 2K)/n(P − 1)))², as σ grows', () => {
    expect(predicted({ sigma: 1e4 })).toBeCloseTo(58 / (1 + Math.sqrt(58 / 720)) ** 2, 6);
  });

  it('depends on the noise only in proportion to the signal', () => {
    expect(predicted({ sigma: 0.6, mu: 3 })).toBeCloseTo(predicted({ sigma: 0.2, mu: 1 }), 12);
  });

  it('is the signal dimension where there is no place for noise: one patch, or a signal that fills the space', () => {
    expect(predicted({ patches: 1, sigma: 2 })).toBeCloseTo(6, 12);
    expect(predicted({ dimension: 4, signalDimension: 4, sigma: 2 })).toBeCloseTo(4, 12);
  });
});
