import { describe, expect, it } from 'vitest';
import { criticalNoise } from './critical-noise';

describe('the critical noise', () => {
  const at = (patch: Partial<Parameters<typeof criticalNoise>[0]> = {}) =>
    criticalNoise({ n: 240, dimension: 64, signalDimension: 6, mu: 1, q: 3, ...patch });

  it('is (μ/√d)(n/2K)^(1/q)', () => {
    expect(at({ n: 48, q: 3 })).toBeCloseTo(2 / 8, 14); // n/2K = 8, whose cube root is 2
    expect(at({ n: 54, q: 2 })).toBeCloseTo(3 / 8, 14);
    expect(at()).toBeCloseTo(0.42749, 5);
  });

  it('grows with the signal, and with its q-th root in the images per feature', () => {
    expect(at({ mu: 3 }) / at()).toBeCloseTo(3, 12);
    expect(at({ dimension: 256 }) / at()).toBeCloseTo(1 / 2, 12);
    expect(at({ n: 240 * 8 }) / at()).toBeCloseTo(2, 12);
    expect(at({ signalDimension: 6 * 16, q: 4 }) / at({ q: 4 })).toBeCloseTo(1 / 2, 12);
  });

  it('solves n·SNRᵠ = 2K', () => {
    for (const q of [2, 2.5, 3, 4]) {
      const snr = 1 / (at({ q }) * Math.sqrt(64));
      expect(240 * snr ** q).toBeCloseTo(6, 10);
    }
  });
});
