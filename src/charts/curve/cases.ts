import { darkTheme, projectorTheme } from '../kit/theme';
import type { Cases } from '../testing/case';
import { pinned, run } from '../testing/measured';
import type { CurveData } from './data';

const curve: CurveData = {
  history: run.steps.map((step, i) => ({ step, value: run.stableRank[i]! })),
  label: 'filters',
  references: [
    { role: 'data', value: run.dataRank, label: 'noisy data' },
    { role: 'clean', value: run.cleanRank, label: 'clean data' },
  ],
  steps: 300,
  origin: 'step 0',
  cursor: 300,
  align: { left: 36, right: 0 },
  seekable: true,
  scale: 'log',
  events: [
    { step: 35, text: 'a few directions lead' },
    { step: 45, text: 'loss halves' },
    { step: 50, text: 'training accuracy 1' },
  ],
  ghosts: [],
  caption: 'stable rank against training step',
  name: 'Stable rank of the filters during training',
  description: 'At step 300 of 300 the stable rank of the filters is 4.5; that of the noisy data is 41.7.',
};
const ghosts = [
  { label: 'A', points: pinned.steps.map((step, i) => ({ step, value: pinned.stableRank[i]! })) },
  { label: 'B', points: curve.history.map(({ step, value }) => ({ step, value: 1.4 * value })) },
];
const chinese: Partial<CurveData> = {
  label: '滤波器',
  references: [
    { role: 'data', value: run.dataRank, label: '含噪数据' },
    { role: 'clean', value: run.cleanRank, label: '干净数据' },
  ],
  origin: '第 0 步',
  events: [
    { step: 35, text: '少数方向领先' },
    { step: 45, text: '损失减半' },
  ],
  caption: '稳定秩随训练步的变化',
  name: '训练过程中滤波器的稳定秩',
  description: '在第 300 步（共 300 步），滤波器的稳定秩为 4.5；含噪数据的稳定秩为 41.7。',
};

export const cases: Cases<CurveData> = {
  size: { width: 860, height: 180 },
  states: {
    finished: { data: curve },
    empty: { data: { ...curve, history: [], references: [], cursor: undefined, events: [] } },
    'first-frame': { data: { ...curve, history: curve.history.slice(0, 1), cursor: 0 } },
    training: { data: { ...curve, history: curve.history.slice(0, 11), cursor: 50 } },
    'cursor-within': { data: { ...curve, cursor: 120 } },
    'without-a-cursor': { data: { ...curve, cursor: undefined, seekable: undefined } },
    'not-seekable': { data: { ...curve, cursor: 60, seekable: false } },
    pinned: { data: { ...curve, ghosts } },
    'pinned-with-cursor': { data: { ...curve, ghosts, cursor: 90 } },
    linear: { data: { ...curve, scale: 'linear', cursor: 200 } },
    'not-a-number': {
      data: { ...curve, history: curve.history.map(({ step, value }, i) => ({ step, value: i > 30 ? NaN : value })) },
    },
    'long-run': {
      data: {
        ...curve,
        history: Array.from({ length: 5001 }, (_, step) => ({ step, value: 4 + 18 * Math.exp(-step / 400) })),
        steps: 20_000,
        cursor: 3000,
      },
    },
    strip: {
      data: { ...curve, events: [{ step: 30, text: 'one direction leads at step 30, 6 have risen by step 46' }] },
      size: { width: 980, height: 112 },
    },
    small: { data: { ...curve, cursor: 40 }, size: { width: 150, height: 90 } },
    phone: { data: { ...curve, cursor: 40 }, size: { width: 328, height: 170 } },
    dark: { data: { ...curve, ghosts, cursor: 150 }, theme: darkTheme },
    projector: { data: { ...curve, cursor: 100 }, size: { width: 1100, height: 230 }, theme: projectorTheme },
    chinese: { data: { ...curve, ...chinese } },
  },
};
