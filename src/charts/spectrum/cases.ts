import { darkTheme, paperTheme, projectorTheme, themeAt } from '../kit/theme';
import type { Cases } from '../testing/case';
import { pinned, run } from '../testing/measured';
import type { SpectrumData } from './data';

const data: SpectrumData = {
  values: run.data,
  role: 'data',
  ghost: { values: run.clean, label: 'clean data' },
  signalDimension: run.signalDimension,
  signalLabel: '2K = 6',
  shownCount: 64,
  scale: 'linear',
  annotation: 'noise fills all other directions',
  title: 'the bars add up to the rank',
  caption: 'energy, relative to the largest',
  name: 'Singular values of the data',
  description: '64 of 64 singular values are above a tenth of the largest; the signal has 6 dimensions.',
};
const filters: SpectrumData = {
  ...data,
  values: run.filters,
  role: 'filters',
  ghost: { values: run.initial, label: 'at initialisation' },
  annotation: 'over 99.9% in the signal span',
  name: 'Singular values of the filters',
  description: '6 of 64 singular values are above a tenth of the largest; the signal has 6 dimensions.',
};
const clean: SpectrumData = {
  ...data,
  values: run.clean,
  role: 'clean',
  ghost: undefined,
  annotation: undefined,
  title: 'directions, by energy',
  name: 'Singular values of the clean data',
};
/** The images as whole rows have more directions than a patch: bars become one stepped area. */
const many: SpectrumData = {
  ...data,
  values: Array.from({ length: 900 }, (_, i) => 6.8 * Math.exp(-i / 400)),
  ghost: { values: Array.from({ length: 900 }, (_, i) => (i < 24 ? 6.325 : 0)), label: 'clean data' },
  signalDimension: 24,
  signalLabel: 'clean images 24',
  shownCount: 900,
};
const chinese: Partial<SpectrumData> = {
  ghost: { values: run.initial, label: '初始化时' },
  annotation: '超过 99.9% 在信号子空间中',
  title: '各条之和即为秩',
  caption: '能量，与最大者之比',
  name: '滤波器的奇异值',
  description: '64 个奇异值中有 6 个大于最大者的十分之一；信号有 6 维。',
};

const coloured = (power: number) => Array.from({ length: 64 }, (_, i) => (i + 1) ** -power);

export const cases: Cases<SpectrumData> = {
  size: { width: 420, height: 268 },
  states: {
    data: { data },
    filters: { data: filters },
    'before-training': { data: { ...filters, values: run.initial, annotation: undefined } },
    'zero-matrix': { data: { ...filters, values: Array.from(run.filters, () => 0), ghost: undefined } },
    empty: { data: { ...data, values: [], ghost: undefined, annotation: undefined } },
    'clean-data': { data: clean },
    highlighted: { data: { ...data, highlight: 9 } },
    'highlighted-near-zero': { data: { ...filters, highlight: 20 } },
    pinned: {
      data: {
        ...filters,
        pins: [
          { label: 'A', values: pinned.filters },
          { label: 'B', values: run.initial },
        ],
      },
    },
    'log-scale': { data: { ...filters, scale: 'log', highlight: 7 } },
    /** As on the page: bars, and the numbers under them. */
    low: { data, size: { width: 250, height: 105 } },
    'low-clean': { data: clean, size: { width: 250, height: 105 } },
    'low-filters': { data: { ...filters, highlight: 3 }, size: { width: 250, height: 105 } },
    'low-pinned': {
      data: { ...filters, pins: [{ label: 'A', values: pinned.filters }] },
      size: { width: 250, height: 105 },
    },
    /** Coloured noise, which has directions of its own. */
    'low-coloured': {
      data: { ...data, values: coloured(1), pins: [{ label: 'noise alone', values: coloured(1.1) }] },
      size: { width: 250, height: 105 },
    },
    'low-log-scale': { data: { ...data, scale: 'log' }, size: { width: 250, height: 105 } },
    wide: { data, size: { width: 640, height: 268 } },
    'stepped-area': { data: { ...many, highlight: 200 } },
    'several-to-a-pixel': { data: many, size: { width: 330, height: 220 } },
    'without-a-tail': { data: { ...filters, values: run.filters.slice(0, 6), ghost: undefined, shownCount: 6 } },
    'few-values': {
      data: { ...filters, values: run.filters.slice(0, 2), ghost: undefined, signalDimension: 2, shownCount: 2 },
      size: { width: 250, height: 105 },
    },
    small: { data: { ...filters, highlight: 3 }, size: { width: 150, height: 120 } },
    phone: { data, size: { width: 328, height: 210 } },
    dark: { data: { ...data, highlight: 2 }, theme: darkTheme },
    projector: { data: filters, size: { width: 546, height: 348 }, theme: projectorTheme },
    'projector-magnified': { data, size: { width: 840, height: 536 }, theme: themeAt(projectorTheme, 2) },
    paper: { data, theme: paperTheme },
    chinese: { data: { ...filters, ...chinese } },
  },
};
