import { darkTheme, projectorTheme } from '../kit/theme';
import type { Cases } from '../testing/case';
import { run } from '../testing/measured';
import type { LayersData, LayerSpectrum } from './data';

const ranks = (stable: string, effective: string, numerical: string, energy: string) => [
  { label: 'stable', value: stable, chosen: true },
  { label: 'effective', value: effective, chosen: false },
  { label: 'numerical', value: numerical, chosen: false },
  { label: 'energy', value: energy, chosen: false },
];
const first: LayerSpectrum = {
  key: 'filters',
  name: 'W₁',
  title: 'W₁, 128 × 64',
  values: run.filters,
  before: run.initial,
  ranks: ranks('4.5', '6.2', '6', '5'),
  signal: { dimension: run.signalDimension, label: '2K = 6' },
};
/** Layers between units: a few directions rise out of what was there. */
const mixing = (key: string, title: string, rising: number): LayerSpectrum => ({
  key,
  name: title.split(',')[0]!,
  title,
  values: Array.from({ length: 64 }, (_, i) => (i < rising ? 2.4 / (i + 1) : 0.2 * (1 - i / 65))),
  before: Array.from({ length: 64 }, (_, i) => 0.2 * (1 - i / 65)),
  ranks: ranks('2.6', '18.3', '9', '4'),
  signal: null,
});
const two: LayersData = {
  layers: [first],
  domain: [0.01, 1000],
  caption: 'singular value',
  beforeLabel: 'at initialisation',
  name: 'Singular values of every weight matrix',
  description: 'At step 300 the stable rank of the filters is 4.5.',
};
const deep: LayersData = { ...two, layers: [first, mixing('W2', 'W₂, 64 × 64', 3), mixing('W3', 'W₃, 64 × 64', 2)] };
const six: LayersData = {
  ...two,
  layers: [
    first,
    { ...mixing('c', 'c, 1 × 64', 0), ranks: ranks('1', '1', '1', '1'), values: [1], before: [0.9] },
    ...['W_Q, 16 × 64', 'W_K, 16 × 64', 'W_V, 64 × 64', 'W_M, 64 × 64'].map((title) => mixing(title, title, 2)),
  ],
};

export const cases: Cases<LayersData> = {
  size: { width: 860, height: 192 },
  states: {
    deep: { data: deep },
    'one-matrix': { data: two },
    'six-matrices': { data: six, size: { width: 860, height: 368 } },
    'before-training': { data: { ...deep, layers: deep.layers.map((layer) => ({ ...layer, values: layer.before! })) } },
    empty: { data: { ...two, layers: [] } },
    'zero-matrix': { data: { ...two, layers: [{ ...first, values: Array.from(run.filters, () => 0) }] } },
    diverged: { data: { ...two, layers: [{ ...first, values: [] }] } },
    highlighted: { data: { ...deep, highlight: { layer: 1, index: 2 } } },
    phone: { data: deep, size: { width: 340, height: 368 } },
    low: { data: deep, size: { width: 450, height: 110 } },
    'low-six': { data: six, size: { width: 450, height: 110 } },
    small: { data: six, size: { width: 150, height: 80 } },
    dark: { data: deep, theme: darkTheme },
    projector: { data: deep, size: { width: 1100, height: 280 }, theme: projectorTheme },
    chinese: {
      data: {
        ...deep,
        caption: '奇异值',
        beforeLabel: '初始化时',
        name: '每个权重矩阵的奇异值',
        layers: deep.layers.map((layer) => ({
          ...layer,
          ranks: layer.ranks.map((rank, i) => ({ ...rank, label: ['稳定秩', '有效秩', '数值秩', '能量秩'][i]! })),
        })),
      },
    },
  },
};
