import { describe, expect, it } from 'vitest';
import { tableWords } from '../testing/table-words';
import { claim } from './cases';
import { claimChart } from './chart';

const tableOf = (change: Partial<typeof claim.curve>) =>
  claimChart.table({ ...claim, curve: { ...claim.curve, ...change } }, tableWords);

describe('the table of the claim', () => {
  it('has its measured levels with what is known of them', () => {
    const point = { x: 0.2, data: 41.67, filters: 4.543, share: 0.99998 };
    const unknown = { x: 0.3, data: null, filters: null, share: null };
    expect(tableOf({ points: [point, unknown] })).toEqual({
      head: ['σ →', 'noisy data', 'filters', 'share'],
      rows: [['0.2', '41.67', '4.543', '1']],
    });
    const several = { ...point, dataLow: 41, dataHigh: 42, filtersLow: 4, filtersHigh: 5 };
    expect(tableOf({ points: [several] }).rows).toEqual([['0.2', '41.67', '41', '42', '4.543', '4', '5', '1']]);
  });
  it('has the prediction where nothing is measured yet', () => {
    expect(tableOf({ points: [], predicted: [{ x: 0.1, y: 16.44 }] })).toEqual({
      head: ['σ →', 'predicted'],
      rows: [['0.1', '16.44']],
    });
    expect(tableOf({ points: [], predicted: null }).rows).toEqual([]);
  });
});
