import { darkTheme } from '../kit/theme';
import type { Cases } from '../testing/case';
import type { CauseCell, CausesData } from './data';

const xs = [0, 0.23, 0.47, 0.58, 0.7, 0.82, 0.94, 1.4];
const data = [6, 17.6, 41.7, 44.7, 46, 46.7, 47, 47.5];
/** Measured in double precision at the default experiment. */
const rank = [4.4, 4.4, 4.5, 4.5, 4.7, 5.9, 7.7, 12];
const share = [1, 1, 0.99, 0.9, 0.52, 0.2, 0.05, 0.01];
const test = [1, 1, 1, 0.99, 0.83, 0.62, 0.53, 0.5];

const cell = (key: string, title: string, times = 1, known = xs.length): CauseCell => ({
  key,
  title,
  points: xs.map((x, i) =>
    i < known ? { x, data: data[i]!, rank: times * rank[i]!, share: share[i]! / times, test: test[i]! } : null,
  ),
});

const causes: CausesData = {
  cells: [
    cell('usual', 'Two layers, gradient descent'),
    cell('momentum', 'momentum'),
    cell('batches', 'batches of 16'),
    cell('decay', 'weight decay'),
    cell('adam', 'Adam', 1.6),
    cell('relu', 'plain ReLU', 1.3),
    cell('dense', 'no weight sharing', 2),
    cell('depth3', 'depth 3'),
    cell('depth5', 'depth 5'),
    cell('transformer', 'transformer'),
    cell('linear', 'Transformer, linear token'),
    cell('shuffled', 'random labels', 3),
  ],
  telling: ['adam', 'transformer', 'shuffled', 'dense', 'depth5', 'depth3', 'relu', 'momentum'],
  some: (shown, all) => `${shown} of ${all} variants`,
  xMax: 1.4,
  xLabel: 'background noise σ/σ*',
  names: {
    filters: 'filters’ stable rank',
    data: 'noisy data’s',
    share: 'signal share',
    test: 'test accuracy',
    usual: 'two layers, gradient descent',
  },
  name: 'What it is due to',
  description: '96 of 96 runs are there.',
};
const desk = { width: 1168, height: 372 };

export const cases: Cases<CausesData> = {
  size: desk,
  states: {
    measured: { data: causes },
    empty: { data: { ...causes, cells: causes.cells.map((one) => ({ ...one, points: xs.map(() => null) })) } },
    'coarse-first': {
      data: {
        ...causes,
        cells: causes.cells.map(({ key, title }, i) => cell(key, title, 1, i < 3 ? 4 : 1)),
        highlight: { row: 1, column: 2 },
      },
    },
    'a-run-diverged': {
      data: {
        ...causes,
        cells: causes.cells.map((one, i) => ({
          ...one,
          points: one.points.map((point, k) =>
            i === 4 && k > 5 ? point && { ...point, rank: null, share: null } : point,
          ),
        })),
      },
    },
    phone: { data: causes, size: { width: 358, height: 788 } },
    dark: { data: { ...causes, highlight: { row: 4, column: 4 } }, theme: darkTheme },
    frame: { data: causes, size: { width: 944, height: 350 } },
    'low-frame': { data: causes, size: { width: 464, height: 210 } },
    'lowest-frame': { data: causes, size: { width: 464, height: 135 } },
  },
};
