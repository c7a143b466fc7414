import { describe, expect, it } from 'vitest';
import { tableNumber } from './numbers';
import { indexTable } from './table';

describe('numbers of a table', () => {
  it('keep four digits, a true minus sign, and a dash for what is not known', () => {
    expect([41.3333, 0.0123456, -0.5, 123456, 0, 3.2e-7, null, undefined, NaN, Infinity].map(tableNumber)).toEqual([
      '41.33',
      '0.01235',
      '−0.5',
      '123500',
      '0',
      '3.2e−7',
      '–',
      '–',
      '–',
      '–',
    ]);
  });
});

describe('lists beside each other', () => {
  it('have a row for each place that any of them has', () => {
    const columns = [
      { label: 'clean', values: [1] },
      { label: 'noisy', values: [1, 0.25] },
    ];
    expect(indexTable(columns, { index: 'no.' })).toEqual({
      head: ['no.', 'clean', 'noisy'],
      rows: [
        ['1', '1', '1'],
        ['2', '–', '0.25'],
      ],
    });
    expect(indexTable([], { index: 'no.' }).rows).toEqual([]);
  });
});
