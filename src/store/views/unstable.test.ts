import { describe, expect, it } from 'vitest';
import type { HistoryPoint } from '../../training/snapshot';
import { recordedFilters } from '../../training/testing-points';
import { defaults } from '../../experiment/parameters';
import { initialState } from '../state';
import { unstableOf } from './unstable';

const { run } = initialState(defaults, []);
const ended = (losses: readonly number[], status: 'finished' | 'training' = 'finished') => {
  const matrices = recordedFilters([1]);
  const history = losses.map((loss, step): HistoryPoint => ({
    step,
    loss,
    trainAccuracy: 1,
    testAccuracy: 1,
    testLoss: null,
    matrices,
  }));
  return unstableOf({ run: { ...run, status, history } });
};

// Whether runs at full size are is judged in scripts/evidence/settings.test.ts.
describe('a loss that rises', () => {
  const jumps = [0.7, 0.5, 0.6, 0.4, 0.5, 0.3, 0.4, 0.2, 0.3, 0.1, 0.2];

  it('again and again says that training is unstable, once it has ended', () => {
    expect(ended(jumps)).toBe(5);
    expect(ended(jumps.slice(0, -1))).toBeNull();
    expect(ended(jumps, 'training')).toBeNull();
  });

  it('by no more than rounding does not', () => {
    expect(ended(jumps.map((_, i) => 1 + 1e-6 * (i % 2)))).toBeNull();
  });
});
