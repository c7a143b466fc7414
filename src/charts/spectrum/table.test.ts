import { describe, expect, it } from 'vitest';
import { tableWords } from '../testing/table-words';
import { spectrumChart } from './chart';

describe('the table of a spectrum', () => {
  it('has every singular value, also those that are not drawn, beside ghost and pinned runs', () => {
    const data = {
      name: '',
      description: '',
      values: [4, 2, 1],
      role: 'data',
      ghost: { values: [5, 0], label: 'clean data' },
      pins: [
        { label: 'A', values: [2, 1, 1, 1] },
        { label: 'B', values: [] },
      ],
      signalDimension: 1,
      signalLabel: '',
      title: '',
      caption: '',
      shownCount: 2,
      scale: 'linear',
    } as const;
    expect(spectrumChart.table(data, tableWords)).toEqual({
      head: ['no.', 'singular value', 'energy', 'clean data, energy', 'run A, energy'],
      rows: [
        ['1', '4', '1', '1', '1'],
        ['2', '2', '0.25', '0', '0.25'],
        ['3', '1', '0.0625', '–', '0.25'],
        ['4', '–', '–', '–', '0.25'],
      ],
    });
  });
  it('of a zero matrix is zeros, not 0/0', () => {
    const data = {
      name: '',
      description: '',
      values: [0, 0],
      role: 'filters',
      signalDimension: 1,
      signalLabel: '',
      title: '',
      caption: '',
      shownCount: 2,
      scale: 'linear',
    } as const;
    expect(spectrumChart.table(data, tableWords).rows).toEqual([
      ['1', '0', '0'],
      ['2', '0', '0'],
    ]);
  });
});
