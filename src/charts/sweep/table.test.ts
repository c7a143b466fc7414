import { describe, expect, it } from 'vitest';
import { tableWords } from '../testing/table-words';
import { sweepChart } from './chart';

describe('the table of a sweep', () => {
  it('has its measured levels only, and columns for what it knows', () => {
    const point = { x: 0.2, data: 41.3, filters: 4.4 };
    const data = {
      name: '',
      description: '',
      points: [point, { x: 0.4, data: null, filters: null }],
      predicted: [
        { x: 0.2, y: 42 },
        { x: 0.25, y: 43 },
      ],
      clean: 6,
      xMax: 1,
      xLabel: 'σ',
      names: { data: 'data', predicted: 'predicted', clean: 'clean', filters: 'filters' },
      caption: '',
      critical: null,
      current: null,
      currentPoint: null,
      scale: 'linear',
      stale: false,
    } as const;
    expect(sweepChart.table(data, tableWords)).toEqual({
      head: ['σ', 'data', 'predicted', 'filters'],
      rows: [['0.2', '41.3', '42', '4.4']],
    });
    const several = {
      ...data,
      predicted: null,
      points: [{ ...point, dataLow: 41, dataHigh: 42, filtersLow: 4, filtersHigh: 5 }],
    };
    expect(sweepChart.table(several, tableWords).rows).toEqual([['0.2', '41.3', '41', '42', '4.4', '4', '5']]);
  });
});
