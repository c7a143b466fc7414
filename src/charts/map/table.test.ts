import { describe, expect, it } from 'vitest';
import { tableWords } from '../testing/table-words';
import { mapChart } from './chart';

describe('the table of a map', () => {
  it('stands as the map does, its uppermost row first, without cells that only stand in', () => {
    const data = {
      name: '',
      description: '',
      columns: [0, 0.2],
      rows: [
        { value: 60, text: '60' },
        { value: 120, text: '120' },
      ],
      rowLabel: 'n',
      columnLabel: '',
      cells: [1, 0.9, 0.8, null],
      interpolated: [false, true, false, false],
      colour: 'share',
      colourLabel: '',
      boundary: [],
      current: null,
      stale: false,
    } as const;
    expect(mapChart.table(data, tableWords)).toEqual({
      head: ['n', 'σ = 0', 'σ = 0.2'],
      rows: [
        ['120', '0.8', '–'],
        ['60', '1', '–'],
      ],
    });
  });
});
