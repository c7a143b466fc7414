import { describe, expect, it } from 'vitest';
import { tableWords } from '../testing/table-words';
import { curveChart } from './chart';

describe('the table of a curve', () => {
  it('has a row for each step that any of its lines has', () => {
    const data = {
      name: '',
      description: '',
      history: [
        { step: 0, value: 23.4 },
        { step: 10, value: 4.5 },
      ],
      label: 'filters',
      references: [],
      steps: 10,
      origin: '',
      scale: 'log',
      caption: '',
      ghosts: [
        { label: 'A', points: [{ step: 5, value: 6 }] },
        { label: 'B', points: [] },
      ],
    } as const;
    expect(curveChart.table(data, tableWords)).toEqual({
      head: ['step', 'filters', 'run A'],
      rows: [
        ['0', '23.4', '–'],
        ['5', '–', '6'],
        ['10', '4.5', '–'],
      ],
    });
  });
});
