import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { defaults, type Experiment } from '../../experiment/parameters';
import { criticalNoiseOf } from './theory';
import { percentOff, predictionOf, raceOf } from './theory';

const race = (patch: Partial<Experiment> = {}) => raceOf({ ...defaults, ...patch })!;

describe('the race between signal and noise', () => {
  it('has the ratio of norms and the pull n·SNRᵠ of closed forms', () => {
    // d = 64: √d = 8.
    const everywhere = { sigma: 0.25, project: false };
    expect(race(everywhere).snr).toBeCloseTo(0.5, 14);
    expect(race(everywhere).pull).toBeCloseTo(240 / 8, 10);
    expect(race({ ...everywhere, sigma: 0.5, mu: 2, q: 2 }).pull).toBeCloseTo(240 / 4, 10);
    // Projected, a patch of noise has d − 2K dimensions: here two of sixteen.
    expect(race({ side: 4, k: 7, sigma: 0.4 }).snr).toBeCloseTo(1 / (0.4 * Math.SQRT2), 12);
    expect(race({ n: 48, sigma: 0.25 })).toMatchObject({
      signalDimension: 6,
      critical: expect.closeTo(0.25, 12),
      ratio: expect.closeTo(1, 12),
    });
  });

  it('is even at σ = σ* where nothing is projected: n·SNRᵠ = 2K, more below and less above', () => {
    const setting = fc.record({
      n: fc.integer({ min: 2, max: 4000 }),
      k: fc.integer({ min: 1, max: 16 }),
      side: fc.integer({ min: 6, max: 28 }),
      mu: fc.double({ min: 0.1, max: 10, noNaN: true }),
      q: fc.double({ min: 2, max: 6, noNaN: true }),
    });
    fc.assert(
      fc.property(setting, (patch) => {
        const at = (times: number) => {
          const critical = criticalNoiseOf({ ...defaults, ...patch })!;
          return race({ ...patch, project: false, sigma: times * critical });
        };
        expect(at(1).pull / (2 * patch.k)).toBeCloseTo(1, 10);
        expect(at(0.9).pull).toBeGreaterThan(2 * patch.k);
        expect(at(1.1).pull).toBeLessThan(2 * patch.k);
      }),
    );
  });

  it('is called only well off σ*, by σ/σ* and by its own two sides', () => {
    const called = (times: number, patch: Partial<Experiment> = {}) =>
      race({ ...patch, sigma: times * criticalNoiseOf({ ...defaults, ...patch })! }).winner;
    expect([0.1, 0.49, 0.51, 1, 1.3, 1.4].map((times) => called(times))).toEqual([
      'signal',
      'signal',
      'open',
      'open',
      'open',
      'noise',
    ]);
    // Two dimensions of noise out of sixteen: the race is not lost where σ* says so, and never was when measured.
    expect(called(1.5, { side: 4, k: 7 })).toBe('open');
  });

  it('is no race where first responses are beyond κ', () => {
    expect(race({ init: 1 }).winner).toBe('beyond');
    expect(race({ kappa: 0.01 }).winner).toBe('beyond');
    expect(race({ init: 0.1, sigma: 2 }).winner).toBe('beyond');
    expect(race({ init: 1, sigma: 0 }).winner).toBe('no noise');
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
    expect(predictionOf({ ...defaults, colour: 1 }).why).toBe('colour');
  });

  it('is compared in percent of itself', () => {
    expect(percentOff(41, 40)).toBeCloseTo(2.5, 12);
    expect(percentOff(39, 40)).toBeCloseTo(-2.5, 12);
  });
});
