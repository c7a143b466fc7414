import { darkTheme, projectorTheme } from '../kit/theme';
import type { Cases } from '../testing/case';
import { map as measured } from '../testing/measured';
import type { MapData } from './data';

const columns = measured.sigma.length;
const share: MapData = {
  columns: measured.sigma,
  rows: measured.n.map((value) => ({ value, text: String(value) })),
  rowLabel: 'training images n',
  columnLabel: 'background noise σ',
  cells: measured.signalShare,
  interpolated: measured.signalShare.map(() => false),
  colour: 'share',
  colourLabel: 'signal share',
  boundary: measured.critical,
  current: { column: 0.2, row: 240 },
  stale: false,
  name: 'Signal share over noise and training images n',
  description: '32 of 32 cells are measured.',
};
const accuracy: MapData = { ...share, cells: measured.testAccuracy, colour: 'accuracy', colourLabel: 'test accuracy' };
const unknown = measured.signalShare.map(() => null);
/** Every other column and row, from which the rest is taken. */
const coarse: MapData = {
  ...share,
  cells: share.cells.map((_, i) => share.cells[i - (i % 2) - (Math.floor(i / columns) % 2) * columns]!),
  interpolated: share.cells.map((_, i) => i % 2 === 1 || Math.floor(i / columns) % 2 === 1),
};
/** As many cells as the page has, too narrow for numbers. */
const fine: MapData = {
  ...share,
  columns: Array.from({ length: 24 }, (_, c) => 0.0275 * c),
  rows: Array.from({ length: 16 }, (_, r) => ({ value: 40 * (r + 1), text: String(40 * (r + 1)) })),
  cells: Array.from(
    { length: 384 },
    (_, i) => 1 / (1 + ((0.0275 * (i % 24)) / (0.3 + 0.02 * Math.floor(i / 24))) ** 8),
  ),
  interpolated: undefined,
  boundary: Array.from({ length: 16 }, (_, r) => 0.3 + 0.02 * r),
};
const chinese: Partial<MapData> = {
  rowLabel: '训练图像数 n',
  columnLabel: '背景噪声 σ',
  colourLabel: '信号占比',
  name: '信号占比随噪声和训练图像数 n 的变化',
  description: '32 格中已测量 32 格。',
};

export const cases: Cases<MapData> = {
  size: { width: 640, height: 360 },
  states: {
    share: { data: share },
    accuracy: { data: accuracy },
    empty: { data: { ...share, cells: unknown } },
    'no-cells': { data: { ...share, columns: [], rows: [], cells: [], boundary: [], current: null } },
    'a-single-cell': {
      data: { ...share, columns: [0.2], rows: [{ value: 240, text: '240' }], cells: [0.9], boundary: [0.43] },
    },
    coarse: { data: coarse },
    highlighted: { data: { ...share, highlight: { row: 2, column: 3 } } },
    fine: { data: { ...fine, highlight: { row: 15, column: 10 } }, size: { width: 560, height: 360 } },
    'between-rows': { data: { ...share, current: { column: 0.31, row: 90 } } },
    stale: { data: { ...share, current: null, stale: true } },
    'without-a-boundary': { data: { ...share, boundary: [null, null, null, null] } },
    'boundary-with-a-gap': { data: { ...share, boundary: [0.27, null, 0.43, 0.54] } },
    'boundary-beyond-the-plot': { data: { ...share, boundary: [0.4, 0.6, 0.8, 1] } },
    small: { data: { ...share, highlight: { row: 0, column: 0 } }, size: { width: 200, height: 160 } },
    phone: { data: fine, size: { width: 328, height: 300 } },
    dark: { data: { ...share, highlight: { row: 1, column: 2 } }, theme: darkTheme },
    projector: { data: accuracy, size: { width: 832, height: 468 }, theme: projectorTheme },
    chinese: { data: { ...share, ...chinese } },
  },
};
