import { darkTheme, paperTheme, projectorTheme } from '../kit/theme';
import type { Cases } from '../testing/case';
import { sweep as measured } from '../testing/measured';
import type { ClaimCurve, ClaimData, ClaimHandle, ClaimPoint } from './data';

const [first, second] = [0, 1] as const;
const points: ClaimPoint[] = measured.sigma.map((x, i) => ({
  x,
  data: measured.data[first][i]!,
  filters: measured.filters[first][i]!,
  share: measured.signalShare[i]!,
}));
const seeds = points.map((point, i): ClaimPoint => {
  const data = [point.data!, measured.data[second][i]!];
  const filters = [point.filters!, measured.filters[second][i]!];
  return {
    ...point,
    dataLow: Math.min(...data),
    dataHigh: Math.max(...data),
    filtersLow: Math.min(...filters),
    filtersHigh: Math.max(...filters),
  };
});
const unknown = (x: number): ClaimPoint => ({ x, data: null, filters: null, share: null });

const curve: ClaimCurve = {
  xMax: 0.6,
  points,
  ghosts: [],
  predicted: measured.sigma.map((x, i) => ({ x, y: measured.predicted[i]! })),
  progress: 1,
  clean: 6,
  noisy: [[measured.half, 0.6]],
  half: measured.half,
  told: [
    'from here on the filters hold more noise than signal (measured, σ = 0.31): their rank stays low, but not for the signal',
    'from here on the filters hold more noise than signal (measured, σ = 0.31)',
    'more noise than signal',
  ],
  critical: { x: measured.critical, labels: ['σ* = 0.43, a scaling law', 'σ*'] },
  xLabels: ['background noise σ →', 'noise σ →', 'σ →'],
  captions: ['rank: how many directions (stable rank)', 'stable rank'],
  names: { data: 'noisy data', predicted: 'predicted', clean: 'clean data', filters: 'filters' },
  lost: 'diverged',
};

/** The handle at a measured level. */
export function handleAt(i: number, from: readonly ClaimPoint[] = points): ClaimHandle {
  const { x, data, filters, share } = from[i]!;
  const text = (value: number | null) => value?.toFixed(1) ?? '';
  return { x, label: `σ = ${x.toFixed(2)}`, data, filters, share, texts: { data: text(data), filters: text(filters) } };
}

export const claim: ClaimData = {
  curve,
  handle: handleAt(4),
  name: 'Stable rank against background noise',
  description: 'At σ = 0.20 noisy data 41.7, filters 4.5.',
};
const withCurve = (change: Partial<ClaimCurve>, handle: ClaimHandle | null = claim.handle): ClaimData => ({
  ...claim,
  curve: { ...curve, ...change },
  handle,
});

const nothing: Partial<ClaimCurve> = { points: [], noisy: [], half: null, progress: 0 };
const numerical = points.map((point, i): ClaimPoint => ({
  ...point,
  data: measured.numerical.data[i]!,
  filters: measured.numerical.filters[i]!,
}));
const diverged = points.map((point, i): ClaimPoint =>
  i < 9 ? point : { ...point, filters: null, share: null, lost: true },
);
const chinese: ClaimData = {
  ...withCurve({
    told: ['从这里起，滤波器中的噪声多于信号（实测，σ = 0.31）', '噪声多于信号'],
    critical: { x: measured.critical, labels: ['σ* = 0.43，标度律', 'σ*'] },
    xLabels: ['背景噪声 σ →', 'σ →'],
    captions: ['秩：有多少个方向（稳定秩）', '稳定秩'],
    names: { data: '含噪数据', predicted: '预测值', clean: '干净数据', filters: '滤波器' },
    lost: '已发散',
  }),
  name: '稳定秩随背景噪声的变化',
  description: '在 σ = 0.20 处，含噪数据 41.7，滤波器 4.5。',
};

export const cases: Cases<ClaimData> = {
  size: { width: 960, height: 380 },
  states: {
    complete: { data: claim },
    predicted: { data: withCurve(nothing, { ...handleAt(4), data: null, filters: null, share: null }) },
    'coarse-first': {
      data: withCurve({
        points: points.map((point, i) => (i % 4 === 0 ? point : unknown(point.x))),
        progress: 0.3,
        half: null,
        noisy: [],
      }),
    },
    'nothing-known': { data: withCurve({ ...nothing, predicted: null, clean: null, critical: null }, null) },
    seeds: { data: withCurve({ points: seeds }) },
    'seeds-of-some-levels': {
      data: withCurve({ points: seeds.map((point, i) => (i % 3 === 2 ? points[i]! : point)) }),
    },
    ghosts: {
      data: withCurve({
        points: points.slice(0, 5),
        ghosts: points.map((point) => ({ ...point, data: point.data! * 0.8, filters: point.filters! * 1.4 })),
        progress: 0.4,
        half: null,
        noisy: [],
      }),
    },
    own: { data: withCurve({ points: points.map((point, i) => ({ ...point, own: i === 3 || i === 8 })) }) },
    diverged: { data: withCurve({ points: diverged }) },
    'without-share': {
      data: withCurve({
        points: points.map((point) => ({ ...point, share: null })),
        half: null,
        noisy: [],
        critical: null,
      }),
    },
    numerical: { data: withCurve({ points: numerical, predicted: null }, handleAt(4, numerical)) },
    'two-regions': {
      data: withCurve({
        points: points.map((point, i) => ({ ...point, share: i >= 3 && i < 7 ? 0.2 : i > 10 ? 0.1 : 0.9 })),
        noisy: [
          [0.12, 0.33],
          [0.52, 0.6],
        ],
        half: 0.12,
      }),
    },
    highlighted: { data: { ...claim, highlight: 7 } },
    'at-zero': { data: { ...claim, handle: handleAt(0) } },
    'at-the-end': { data: { ...claim, handle: handleAt(12) } },
    'in-the-noise': { data: { ...claim, handle: handleAt(8) } },
    'beyond-the-axis': { data: { ...claim, handle: { ...handleAt(12), x: 1.4 } } },
    thumbnail: { data: claim, size: { width: 240, height: 135 } },
    phone: { data: claim, size: { width: 358, height: 300 } },
    slide: { data: claim, size: { width: 464, height: 210 } },
    wide: { data: claim, size: { width: 1800, height: 620 } },
    dark: { data: withCurve({ points: seeds }), theme: darkTheme },
    projector: { data: claim, size: { width: 1170, height: 460 }, theme: projectorTheme },
    paper: { data: withCurve({ points: seeds }), theme: paperTheme },
    chinese: { data: chinese },
    'chinese-phone': { data: chinese, size: { width: 358, height: 300 } },
  },
};
