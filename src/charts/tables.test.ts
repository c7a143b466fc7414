import { describe, expect, it } from 'vitest';
import { chartTable, tableNumber, type TableWords } from './tables';

const words: TableWords = {
  index: 'no.',
  value: 'singular value',
  relative: 'relative',
  relativeOf: (of) => `${of}, relative`,
  step: 'step',
  run: (letter) => `run ${letter}`,
  line: 'line',
  lowest: (of) => `${of}, lowest`,
  highest: (of) => `${of}, highest`,
  ratio: 'σ/σ*',
};

const seen = { name: '', description: '' };

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

describe('the table of', () => {
  it('a spectrum has every singular value, also those that are not drawn, beside ghost and pinned runs', () => {
    const data = {
      ...seen,
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
      shownCount: 2,
      scale: 'linear',
    } as const;
    expect(chartTable({ kind: 'spectrum', data }, words)).toEqual({
      head: ['no.', 'singular value', 'relative', 'clean data, relative', 'run A, relative'],
      rows: [
        ['1', '4', '1', '1', '1'],
        ['2', '2', '0.5', '0', '0.5'],
        ['3', '1', '0.25', '–', '0.5'],
        ['4', '–', '–', '–', '0.5'],
      ],
    });
  });

  it('a zero matrix is zeros, not 0/0', () => {
    const data = {
      ...seen,
      values: [0, 0],
      role: 'filters',
      signalDimension: 1,
      signalLabel: '',
      title: '',
      shownCount: 2,
      scale: 'linear',
    } as const;
    expect(chartTable({ kind: 'spectrum', data }, words).rows).toEqual([
      ['1', '0', '0'],
      ['2', '0', '0'],
    ]);
  });

  it('a run has a row for each step that any of its lines has', () => {
    const data = {
      ...seen,
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
    expect(chartTable({ kind: 'curve', data }, words)).toEqual({
      head: ['step', 'filters', 'run A'],
      rows: [
        ['0', '23.4', '–'],
        ['5', '–', '6'],
        ['10', '4.5', '–'],
      ],
    });
  });

  it('a sweep has its measured levels only, and columns for what it knows', () => {
    const point = { x: 0.2, data: 41.3, filters: 4.4 };
    const data = {
      ...seen,
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
    expect(chartTable({ kind: 'sweep', data }, words)).toEqual({
      head: ['σ', 'data', 'predicted', 'filters'],
      rows: [['0.2', '41.3', '42', '4.4']],
    });
    const several = {
      ...data,
      predicted: null,
      points: [{ ...point, dataLow: 41, dataHigh: 42, filtersLow: 4, filtersHigh: 5 }],
    };
    expect(chartTable({ kind: 'sweep', data: several }, words).rows).toEqual([
      ['0.2', '41.3', '41', '42', '4.4', '4', '5'],
    ]);
  });

  it('a map stands as the map does, its uppermost row first, without cells that only stand in', () => {
    const data = {
      ...seen,
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
    expect(chartTable({ kind: 'map', data }, words)).toEqual({
      head: ['n', 'σ = 0', 'σ = 0.2'],
      rows: [
        ['120', '0.8', '–'],
        ['60', '1', '–'],
      ],
    });
  });

  it('a collapse has a row for each measured point', () => {
    const data = {
      ...seen,
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
    expect(chartTable({ kind: 'collapse', data }, words)).toEqual({
      head: ['line', 'σ/σ*', 'signal share'],
      rows: [['n = 60', '0.5', '1']],
    });
  });

  it('energies has a column for each spectrum that is known', () => {
    const data = {
      ...seen,
      series: [
        { label: 'clean', bars: [1] },
        { label: 'noisy', bars: [1, 0.25] },
        { label: 'filters', bars: [] },
      ],
    };
    expect(chartTable({ kind: 'energies', data }, words)).toEqual({
      head: ['no.', 'clean', 'noisy'],
      rows: [
        ['1', '1', '1'],
        ['2', '–', '0.25'],
      ],
    });
    expect(chartTable({ kind: 'energies', data: { ...seen, series: [] } }, words).rows).toEqual([]);
  });
});
