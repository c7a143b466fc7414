import { describe, expect, it } from 'vitest';
import { defaults } from '../../experiment/parameters';
import type { Snapshot } from '../../training/snapshot';
import { keptFilters } from '../../training/testing-points';
import { initialState, type AppState, type RunState } from '../state';
import { hasMemorised, outcomeOf, outcomeOfRun, regimeOf, standardError } from './regime';
import { fittedLoss, halfShare, learntAccuracy } from './thresholds';

const end = { loss: 0.01, testAccuracy: 1, matrices: [{ moved: { share: 1, followed: 6 } }] };
const moved = (share: number, followed = 6) => ({ matrices: [{ moved: { share, followed } }] });

describe('what a run came to', () => {
  const outcome = (patch: object = {}, experiment: object = {}) =>
    outcomeOf({ ...end, ...patch }, { ...defaults, ...experiment });

  it('is fitted from a small loss on, whatever the signs', () => {
    expect(outcome({ loss: fittedLoss })).toBe('unfitted');
    expect(outcome({ loss: 0.69 })).toBe('unfitted');
    expect(outcome({ loss: NaN })).toBe('unfitted');
    expect(outcome({ loss: 0.99 * fittedLoss })).toBe('learnt');
  });

  it('is learnt where every signal vector is followed and new images are told apart', () => {
    expect(outcome({ testAccuracy: learntAccuracy })).toBe('learnt');
    expect(outcome({ testAccuracy: learntAccuracy - 0.01 })).toBe('partly');
    expect(outcome(moved(1, 5))).toBe('partly');
    expect(outcome(moved(1, 5), { data: 'mnist' })).toBe('learnt');
    expect(outcome(moved(halfShare - 0.01))).toBe('partly');
  });

  it('is memorised at a test accuracy of chance, with noise on the images and in the filters', () => {
    // Four standard errors of 996 coins, and of 400.
    expect(outcome({ ...moved(0.1), testAccuracy: 0.563 })).toBe('memorised');
    expect(outcome({ ...moved(0.1), testAccuracy: 0.565 })).toBe('partly');
    expect(outcome({ ...moved(0.1), testAccuracy: 0.6 }, { data: 'mnist' })).toBe('memorised');
    expect(outcome({ ...moved(0.9), testAccuracy: 0.5 })).toBe('partly');
    for (const clean of [{ sigma: 0 }, { patches: 1 }, { side: 4, k: 8, basis: 'random' }])
      expect(outcome({ ...moved(0.1), testAccuracy: 0.5 }, clean)).toBe('partly');
  });

  it('is no more than a fit where nothing says which directions are signal, or nothing was tested', () => {
    expect(outcome({ matrices: [{ moved: null }] })).toBe('fitted');
    expect(outcome({ testAccuracy: null })).toBe('fitted');
  });

  it('has its accuracy within a standard error of so many test images', () => {
    expect(standardError(0.5, defaults)).toBeCloseTo(0.5 / Math.sqrt(996), 14);
    expect(standardError(0.9, { ...defaults, data: 'mnist' })).toBeCloseTo(0.3 / 20, 14);
  });
});

// What runs at full size come to is judged in scripts/evidence/settings.test.ts.
describe('the outcome of a run', () => {
  it('is that it diverged, whatever its last step says', () => {
    expect(outcomeOfRun({ ...end, diverged: true } as never, defaults)).toBe('diverged');
  });
});

describe('the regime of the run that is shown', () => {
  const first = initialState({ ...defaults, sigma: 0.4 }, []);
  const endAt = (share: number, testAccuracy = 1, step = 300): Snapshot => ({
    step,
    loss: 0.01,
    trainAccuracy: 1,
    testAccuracy,
    testLoss: null,
    matrices: keptFilters([2, 1], share),
  });
  const state = (run: Partial<RunState>): AppState => ({ ...first, run: { ...first.run, ...run } });

  it('is open before its end, and where the run was lost', () => {
    for (const status of ['paused', 'diverged', 'failed', 'training'] as const)
      expect(regimeOf(state({ status, latest: endAt(1, 1, 7) }))).toBe(status);
    expect(regimeOf(state({ status: 'loading' }))).toBe('training');
  });

  it('is what it came to, also while one looks back or the next run is on its way', () => {
    expect(regimeOf(state({ status: 'finished', latest: endAt(0.1, 0.5) }))).toBe('memorised');
    expect(regimeOf(state({ status: 'finished', latest: endAt(1), cursor: 3 }))).toBe('learnt');
    const before = { ...first.experiment, sigma: 0 };
    expect(regimeOf(state({ status: 'training', latest: endAt(0.1, 0.5), experiment: before }))).toBe('partly');
  });

  it('has memorised noise where its end is shown', () => {
    const run = { status: 'finished', latest: endAt(0.1, 0.5) } as const;
    expect(hasMemorised(state(run))).toBe(true);
    expect(hasMemorised(state({ ...run, cursor: 3 }))).toBe(false);
    expect(hasMemorised(first)).toBe(false);
  });
});
