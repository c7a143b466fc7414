import { describe, expect, it } from 'vitest';
import { tableWords } from '../testing/table-words';
import { collapseChart } from './chart';

describe('the table of a collapse', () => {
  it('has a row for each measured point', () => {
    const data = {
      name: '',
      description: '',
      series: [
        {
          label: 'n = 60',
          value: 60,
          points: [
            { x: 0.5, y: 1 },
            { x: 1, y: null },
          ],
        },
      ],
      xLabel: '',
      yLabel: 'signal share',
      xMax: 2,
      reference: { x: 1, label: '' },
    };
    expect(collapseChart.table(data, tableWords)).toEqual({
      head: ['line', 'σ/σ*', 'signal share'],
      rows: [['n = 60', '0.5', '1']],
    });
  });
});
