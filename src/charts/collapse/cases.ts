import { darkTheme, projectorTheme } from '../kit/theme';
import type { Cases } from '../testing/case';
import { map as measured } from '../testing/measured';
import type { CollapseData } from './data';

const rowsOf = (values: readonly number[]) =>
  measured.n.map((n, r) => ({
    label: `n = ${n}`,
    value: n,
    points: measured.sigma.map((sigma, c) => ({
      x: sigma / measured.critical[r]!,
      y: values[r * measured.sigma.length + c]!,
    })),
  }));

const share: CollapseData = {
  series: rowsOf(measured.signalShare),
  xLabel: 'noise relative to the critical noise, σ/σ*',
  yLabel: 'signal share',
  xMax: 2,
  domain: [0, 1],
  reference: { x: 1, label: 'σ = σ*' },
  stale: false,
  name: 'Signal share against σ/σ*',
  description: '32 of 32 cells are measured.',
};
/** More rows than there are shapes of marks. */
const ten = Array.from({ length: 10 }, (_, i) => ({
  label: `n = ${60 * (i + 1)}`,
  value: 60 * (i + 1),
  points: Array.from({ length: 9 }, (__, k) => ({ x: k / 4, y: 1 / (1 + (k / (2.6 + 0.08 * i)) ** 6) })),
}));
const chinese: Partial<CollapseData> = {
  xLabel: '相对于临界噪声的噪声，σ/σ*',
  yLabel: '信号占比',
  name: '信号占比随 σ/σ* 的变化',
  description: '32 格中已测量 32 格。',
};

export const cases: Cases<CollapseData> = {
  size: { width: 560, height: 340 },
  states: {
    share: { data: share },
    accuracy: { data: { ...share, series: rowsOf(measured.testAccuracy), yLabel: 'test accuracy', domain: [0.4, 1] } },
    empty: { data: { ...share, series: [] } },
    'not-measured': {
      data: {
        ...share,
        series: share.series.map((row) => ({ ...row, points: row.points.map(({ x }) => ({ x, y: null })) })),
      },
    },
    'coarse-first': {
      data: {
        ...share,
        series: share.series.map((row, r) => ({
          ...row,
          points: row.points.map(({ x, y }, c) => ({ x, y: (r + c) % 3 === 0 ? y : null })),
        })),
      },
    },
    highlighted: { data: { ...share, highlight: { row: 2, column: 3 } } },
    'ten-rows': { data: { ...share, series: ten, domain: undefined, highlight: { row: 7, column: 2 } } },
    stale: { data: { ...share, stale: true } },
    'reference-beyond-the-axis': { data: { ...share, xMax: 0.9 } },
    small: { data: share, size: { width: 220, height: 160 } },
    phone: { data: { ...share, series: ten }, size: { width: 328, height: 300 } },
    dark: { data: { ...share, highlight: { row: 1, column: 2 } }, theme: darkTheme },
    projector: { data: share, size: { width: 728, height: 442 }, theme: projectorTheme },
    chinese: { data: { ...share, ...chinese } },
  },
};
