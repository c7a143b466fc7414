import { darkTheme, paperTheme, projectorTheme } from '../kit/theme';
import type { Cases } from '../testing/case';
import { sweep as measured } from '../testing/measured';
import type { SweepData, SweepPoint } from './data';

const [first, second] = [0, 1] as const;
const points: SweepPoint[] = measured.sigma.map((x, i) => ({
  x,
  data: measured.data[first][i]!,
  filters: measured.filters[first][i]!,
}));
/** Means of two seeds, with the band between them. */
const seeds: SweepPoint[] = measured.sigma.map((x, i) => {
  const data = [measured.data[first][i]!, measured.data[second][i]!];
  const filters = [measured.filters[first][i]!, measured.filters[second][i]!];
  return {
    x,
    data: (data[0]! + data[1]!) / 2,
    filters: (filters[0]! + filters[1]!) / 2,
    dataLow: Math.min(...data),
    dataHigh: Math.max(...data),
    filtersLow: Math.min(...filters),
    filtersHigh: Math.max(...filters),
  };
});

const sweep: SweepData = {
  points,
  predicted: measured.sigma.map((x, i) => ({ x, y: measured.predicted[i]! })),
  clean: 6,
  xMax: 0.6,
  xLabel: 'background noise σ',
  caption: 'stable rank',
  names: { data: 'noisy data', predicted: 'predicted', clean: 'clean data', filters: 'filters' },
  critical: { x: measured.critical, label: 'σ* = 0.43, a scaling law' },
  current: { x: 0.2, label: 'now σ = 0.20' },
  currentPoint: { data: 41.67, filters: 4.543 },
  scale: 'linear',
  stale: false,
  name: 'Stable rank against background noise',
  description: 'From σ = 0 to 0.6, 13 levels of noise were measured.',
};
const chinese: Partial<SweepData> = {
  xLabel: '背景噪声 σ',
  caption: '稳定秩',
  names: { data: '含噪数据', predicted: '预测值', clean: '干净数据', filters: '滤波器' },
  critical: { x: measured.critical, label: 'σ* = 0.43，标度律' },
  current: { x: 0.2, label: '当前 σ = 0.20' },
  name: '稳定秩随背景噪声的变化',
  description: '从 σ = 0 到 0.6，测量了 13 个噪声水平。',
};

export const cases: Cases<SweepData> = {
  size: { width: 900, height: 324 },
  states: {
    measured: { data: sweep },
    empty: { data: { ...sweep, points: [], currentPoint: null } },
    'nothing-known': {
      data: { ...sweep, points: [], predicted: null, clean: null, critical: null, current: null, currentPoint: null },
    },
    'coarse-first': {
      data: {
        ...sweep,
        points: points.map((point, i) => (i % 4 === 0 ? point : { ...point, data: null, filters: null })),
      },
    },
    'a-run-diverged': {
      data: { ...sweep, points: points.map((point, i) => (i < 9 ? point : { ...point, filters: null })) },
    },
    seeds: { data: { ...sweep, points: seeds } },
    highlighted: { data: { ...sweep, highlight: 6 } },
    'highlighted-at-the-critical-noise': { data: { ...sweep, points: seeds, highlight: 9 } },
    'log-scale': { data: { ...sweep, scale: 'log', highlight: 2 } },
    stale: { data: { ...sweep, points: seeds, stale: true, current: { x: 0.35, label: 'now σ = 0.35' } } },
    muted: { data: { ...sweep, points: points.map((point, i) => ({ ...point, muted: i % 2 === 1 })) } },
    'beyond-the-axis': { data: { ...sweep, xMax: 0.3, highlight: 12 } },
    'without-theory': { data: { ...sweep, predicted: null, critical: null } },
    small: { data: { ...sweep, highlight: 4 }, size: { width: 220, height: 160 } },
    phone: { data: sweep, size: { width: 328, height: 260 } },
    dark: { data: { ...sweep, points: seeds, highlight: 4 }, theme: darkTheme },
    projector: { data: sweep, size: { width: 1170, height: 421 }, theme: projectorTheme },
    paper: { data: { ...sweep, points: seeds }, theme: paperTheme },
    chinese: { data: { ...sweep, ...chinese } },
  },
};
