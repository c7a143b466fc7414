import { describe, expect, it } from 'vitest';
import { decodeLink } from '../../experiment/link';
import type { HistoryPoint } from '../../training/snapshot';
import { recordedFilters } from '../../training/testing-points';
import { defaults } from '../../experiment/parameters';
import { initialState } from '../state';
import { stateAtEnd } from '../testing-runs';
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

describe('training', () => {
  const rises = async (link: string) => unstableOf(await stateAtEnd(decodeLink(link).experiment, 'as watched'));

  it('on windows of two digits that differ little is unstable: backends end at other losses', async () => {
    expect(
      await rises('#data=mnist&layout=windows&sigma=0.3&m=8&n=100&lr=0.5&steps=200&pair=4-9'),
    ).toBeGreaterThanOrEqual(5);
  });

  it.each(['#', '#sigma=0.4', '#n=24', '#lr=100', '#sigma=2', '#data=mnist&sigma=0.6&m=20&n=400&lr=0.25&steps=200'])(
    'of %s is not',
    async (link) => {
      expect(await rises(link)).toBeNull();
    },
  );
});
