import { describe, expect, it } from 'vitest';
import { rankNotions, rankOf } from '../spectrum/ranks';
import { ranksOfValues, summarise } from './summary';
import { recordedFilters } from './testing-points';

describe('a summary', () => {
  it('holds every notion of rank of filters and data', () => {
    const values = Float64Array.of(3, 2, 1, 0.1);
    const ranks = ranksOfValues(values);
    expect(Object.keys(ranks)).toEqual([...rankNotions]);
    for (const notion of rankNotions) expect(ranks[notion]).toBe(rankOf(notion, values));
  });

  it('takes rank 0 for filters that are no longer finite', () => {
    const end = {
      step: 7,
      loss: NaN,
      trainAccuracy: 0,
      testAccuracy: null,
      testLoss: null,
      matrices: recordedFilters([]),
    };
    expect(summarise(end, true, [1, 1], 2)).toMatchObject({
      diverged: true,
      step: 7,
      matrices: [{ name: 'filters', ranks: { stable: 0, numerical: 0 }, signalShare: null }],
      data: { stable: 2 },
      signalDimension: 2,
    });
  });
});
