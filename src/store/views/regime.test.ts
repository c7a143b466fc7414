import { describe, expect, it } from 'vitest';
import { defaults } from '../../experiment/parameters';
import type { Snapshot } from '../../training/snapshot';
import { keptFilters } from '../../training/testing-points';
import { initialState, type AppState, type RunState } from '../state';
import { hasMemorised, regimeOf } from './regime';
import { fittedAccuracy, learntShare, memorisedShare, noiseShare } from './thresholds';

const endAt = (signalShare: number | null, trainAccuracy: number): Snapshot => ({
  step: 300,
  loss: 0.1,
  trainAccuracy,
  testAccuracy: null,
  matrices: keptFilters([2, 1], signalShare),
});

describe('the measured regime', () => {
  const { run } = initialState(defaults, []);
  const ended = (signalShare: number | null, trainAccuracy = 1) =>
    regimeOf({ run: { ...run, status: 'finished', latest: endAt(signalShare, trainAccuracy) } });

  it('is read off the filters’ energy in the signal span once the run has ended', () => {
    expect([0.95, 0.5, 0.05].map((share) => ended(share))).toEqual(['signal', 'mixed', 'noise']);
    expect(ended(0.95, 0.7)).toBe('unfitted');
  });

  it('is no more than a fit where no image says which directions are signal', () => {
    expect(ended(null)).toBe('fitted');
    expect(ended(null, 0.7)).toBe('unfitted');
  });

  it('is open before that, and where the run was lost', () => {
    for (const status of ['paused', 'diverged', 'failed', 'training'] as const)
      expect(regimeOf({ run: { ...run, status } })).toBe(status);
    expect(regimeOf({ run: { ...run, status: 'loading' } })).toBe('training');
  });

  it('changes beyond its thresholds, not at them', () => {
    expect([learntShare, noiseShare].map((share) => ended(share))).toEqual(['mixed', 'mixed']);
    expect(ended(1, fittedAccuracy)).toBe('signal');
  });
});

describe('whether noise was memorised', () => {
  const first = initialState({ ...defaults, sigma: 0.4 }, []);
  const state = (run: Partial<RunState>, sigma = 0.4): AppState => ({
    ...first,
    experiment: { ...defaults, sigma },
    run: { ...first.run, status: 'finished', ...run },
  });
  const end = (signalShare: number | null, trainAccuracy = 1) => ({ latest: endAt(signalShare, trainAccuracy) });

  it('is said of a run that fits its images with less than half of its energy in the signal span', () => {
    expect(hasMemorised(state(end(0.2)))).toBe(true);
    expect(hasMemorised(state(end(memorisedShare)))).toBe(false);
    expect(hasMemorised(state(end(0.2, 0.9)))).toBe(false);
    expect(hasMemorised(state(end(null)))).toBe(false);
  });

  it('is said of the end alone, and never without noise', () => {
    expect(hasMemorised(state({ ...end(0.2), status: 'training' }))).toBe(false);
    expect(hasMemorised(state({ ...end(0.2), cursor: 3 }))).toBe(false);
    expect(hasMemorised(state(end(0.2), 0))).toBe(false);
    expect(hasMemorised(first)).toBe(false);
  });
});
