import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { defaults, type Experiment } from '../../experiment/parameters';
import { criticalNoiseOf } from './theory';
import { percentOff, predictionOf, raceOf } from './theory';

const race = (patch: Partial<Experiment> = {}) => raceOf({ ...defaults, ...patch })!;

describe('the race between signal and noise', () => {
  it('has the ratio μ/(σ√d) and the pull n·SNRᵠ of closed forms', () => {
    // d = 64: √d = 8.
    expect(race({ sigma: 0.25 }).snr).toBeCloseTo(0.5, 14);
    expect(race({ sigma: 0.25 }).pull).toBeCloseTo(240 / 8, 10);
    expect(race({ sigma: 0.5, mu: 2, q: 2 }).pull).toBeCloseTo(240 / 4, 10);
    expect(race({ n: 48, sigma: 0.25 })).toMatchObject({
      signalDimension: 6,
      critical: expect.closeTo(0.25, 12),
      ratio: expect.closeTo(1, 12),
    });
  });

  it('is even exactly at σ = σ*: n·SNRᵠ = 2K, more below and less above', () => {
    const setting = fc.record({
      n: fc.integer({ min: 2, max: 4000 }),
      k: fc.integer({ min: 1, max: 16 }),
      side: fc.integer({ min: 6, max: 28 }),
      mu: fc.double({ min: 0.1, max: 10, noNaN: true }),
      q: fc.double({ min: 2, max: 6, noNaN: true }),
    });
    fc.assert(
      fc.property(setting, (patch) => {
        const sigma = criticalNoiseOf({ ...defaults, ...patch })!;
        expect(race({ ...patch, sigma }).pull / (2 * patch.k)).toBeCloseTo(1, 10);
        expect(race({ ...patch, sigma: 0.9 * sigma })).toMatchObject({ winner: 'signal' });
        expect(race({ ...patch, sigma: 0.9 * sigma }).pull).toBeGreaterThan(2 * patch.k);
        expect(race({ ...patch, sigma: 1.1 * sigma })).toMatchObject({ winner: 'noise' });
        expect(race({ ...patch, sigma: 1.1 * sigma }).pull).toBeLessThan(2 * patch.k);
      }),
    );
  });

  it('is not run where no noise reaches the images', () => {
    expect(race({ sigma: 0 })).toMatchObject({ snr: Infinity, pull: Infinity, ratio: 0, winner: 'no noise' });
    expect(race({ sigma: 1, patches: 1 }).winner).toBe('no noise');
    expect(race({ sigma: 1, patches: 1, noise: 'everywhere' }).winner).toBe('noise');
    expect(race({ sigma: 1, side: 2, k: 2, basis: 'random' }).winner).toBe('no noise');
  });

  it('has no K in real images', () => {
    expect(raceOf({ ...defaults, data: 'mnist' })).toBeNull();
  });
});

describe('the predicted rank', () => {
  it('is there for background noise off the signal span, and says elsewhere why it is not', () => {
    expect(predictionOf({ ...defaults, sigma: 0.1 }).value).toBeCloseTo(657.6 / 40, 12);
    expect(predictionOf({ ...defaults, data: 'mnist' }).why).toBe('untold');
    expect(predictionOf({ ...defaults, noise: 'everywhere' }).why).toBe('noise everywhere');
    expect(predictionOf({ ...defaults, project: false }).why).toBe('noise in the span');
  });

  it('is compared in percent of itself', () => {
    expect(percentOff(41, 40)).toBeCloseTo(2.5, 12);
    expect(percentOff(39, 40)).toBeCloseTo(-2.5, 12);
  });
});
