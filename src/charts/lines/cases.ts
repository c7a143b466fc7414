import { darkTheme, projectorTheme } from '../kit/theme';
import type { Cases } from '../testing/case';
import { run } from '../testing/measured';
import type { LinesData, LinesSeries } from './data';

const along = (values: readonly number[]) => run.steps.map((step, i) => ({ step, value: values[i]! }));

const loss: LinesData = {
  series: [{ key: 'loss', label: 'loss', role: 'ink', emphasis: true, points: along(run.loss) }],
  steps: 300,
  origin: 'step 0',
  cursor: 300,
  align: { left: 36, right: 70 },
  scale: 'log',
  caption: 'mean logistic loss',
  name: 'Loss during training',
  description: 'The loss begins at 0.69 and is 0.011 at step 300.',
};
const accuracy: LinesData = {
  ...loss,
  series: [
    {
      key: 'train',
      label: 'training',
      role: 'muted',
      dash: 'dashed',
      emphasis: true,
      points: along(run.trainAccuracy),
    },
    { key: 'test', label: 'test', role: 'ink', emphasis: true, points: along(run.testAccuracy) },
  ],
  scale: 'linear',
  domain: [0, 1],
  caption: 'accuracy on the training and on fresh images',
  name: 'Accuracy during training',
  description: 'At step 300 the training accuracy is 1.00, the test accuracy 1.00.',
};
/** One filter's cosines with six signal vectors, of which it comes to follow the third, and with the rest of the space. */
const cosines: LinesData = {
  ...loss,
  series: [
    ...Array.from({ length: 6 }, (_, k): LinesSeries => ({
      key: `s${k}`,
      label: ['u₁', 'v₁', 'u₂', 'v₂', 'u₃', 'v₃'][k]!,
      role: k === 2 ? 'filters' : 'muted',
      emphasis: k === 2,
      points: run.steps.map((step) => ({
        step,
        value: k === 2 ? 1 - 0.8 * Math.exp(-step / 40) : 0.3 * Math.sin(2 * k + 1) * Math.exp(-step / 30),
      })),
    })),
    {
      key: 'rest',
      label: 'rest of the space',
      role: 'data',
      dash: 'dashed',
      emphasis: true,
      points: run.steps.map((step) => ({ step, value: 0.95 * Math.exp(-step / 45) })),
    },
  ],
  align: undefined,
  scale: 'linear',
  domain: [-1, 1],
  caption: 'filter 3 of class +1 follows u₂: cosines with the signal vectors against training step',
  name: 'Alignment of one filter during training',
  description: 'Filter 3 of class +1 follows u₂.',
};
const events = [
  { step: 35, text: 'a few directions lead' },
  { step: 45, text: 'loss halves' },
  { step: 400, text: 'never' },
];
const chinese: Partial<LinesData> = {
  series: [
    { ...accuracy.series[0]!, label: '训练' },
    { ...accuracy.series[1]!, label: '测试' },
  ],
  origin: '第 0 步',
  caption: '训练图像与测试图像上的准确率',
  name: '训练过程中的准确率',
  description: '在第 300 步，训练准确率为 1.00，测试准确率为 1.00。',
};

export const cases: Cases<LinesData> = {
  size: { width: 860, height: 118 },
  states: {
    loss: { data: loss },
    accuracy: { data: accuracy },
    cosines: { data: cosines, size: { width: 640, height: 220 } },
    empty: { data: { ...loss, series: [{ ...loss.series[0]!, points: [] }], cursor: undefined } },
    'empty-linear': { data: { ...accuracy, series: [], domain: undefined, cursor: undefined } },
    'first-frame': {
      data: { ...loss, series: [{ ...loss.series[0]!, points: along(run.loss).slice(0, 1) }], cursor: 0 },
    },
    // As small as a number can be.
    'least-loss': {
      data: {
        ...loss,
        series: [
          {
            ...loss.series[0]!,
            points: along(run.loss).map(({ step, value }) => ({ step, value: step > 150 ? 5e-324 : value })),
          },
        ],
      },
    },
    'cursor-within': { data: { ...loss, cursor: 60 } },
    'two-readings': { data: { ...accuracy, cursor: 40 } },
    'cosines-at-the-cursor': { data: { ...cosines, cursor: 45 }, size: { width: 640, height: 220 } },
    seekable: { data: { ...loss, cursor: 150, seekable: true } },
    moments: { data: { ...loss, events, cursor: 80 } },
    'measured-domain': { data: { ...cosines, domain: undefined, cursor: 20 }, size: { width: 640, height: 220 } },
    'beyond-the-axis': { data: { ...loss, domain: [0.1, 0.5], cursor: 100 } },
    'dashed-and-dotted': {
      data: {
        ...loss,
        series: (['solid', 'dashed', 'dotted'] as const).map((dash, i) => ({
          key: dash,
          label: dash,
          role: (['filters', 'data', 'clean'] as const)[i]!,
          dash,
          emphasis: i > 0,
          points: along(run.loss).map(({ step, value }) => ({ step, value: value * 2 ** i })),
        })),
        align: undefined,
      },
      size: { width: 640, height: 220 },
    },
    small: { data: { ...accuracy, cursor: 40 }, size: { width: 150, height: 80 } },
    dark: { data: { ...cosines, cursor: 45 }, size: { width: 640, height: 220 }, theme: darkTheme },
    projector: {
      data: { ...accuracy, align: undefined, cursor: 30 },
      size: { width: 1100, height: 170 },
      theme: projectorTheme,
    },
    chinese: { data: { ...accuracy, ...chinese } },
  },
};
