import { darkTheme, projectorTheme } from '../kit/theme';
import type { Cases } from '../testing/case';
import type { AttentionData } from './data';

/** Of a patch transformer on four patches, as measured: it looks at the object, and past the break away from it. */
const transformer: AttentionData = {
  points: [
    [0, 0.98],
    [0.05, 0.98],
    [0.1, 0.98],
    [0.15, 0.97],
    [0.2, 0.97],
    [0.25, 0.71],
    [0.3, 0.12],
    [0.35, 0.02],
    [0.4, 0.01],
    [0.6, 0],
  ].map(([x, share]) => ({ x: x!, share: share! })),
  chance: { value: 0.25, label: '1/P = 0.25' },
  half: { x: 0.27, label: 'half of the energy is noise' },
  current: { x: 0.2, label: 'σ = 0.2', share: 0.97 },
  xMax: 0.6,
  xLabel: 'background noise σ',
  caption: 'attention on the object, after 300 steps',
  line: 'attention on the object',
  name: 'Attention against noise',
  description: 'At σ = 0.2 the object has 97% of the attention; even shares would be 25%.',
};

export const cases: Cases<AttentionData> = {
  size: { width: 420, height: 220 },
  states: {
    transformer: { data: transformer },
    empty: { data: { ...transformer, points: [], half: null, current: { ...transformer.current, share: null } } },
    coarse: { data: { ...transformer, points: transformer.points.filter((_, i) => i % 4 === 0), half: null } },
    diverged: {
      data: { ...transformer, points: transformer.points.map(({ x, share }) => ({ x, share: x > 0.3 ? NaN : share })) },
    },
    'at-the-start': { data: { ...transformer, current: { ...transformer.current, share: 0.25 } } },
    'beyond-the-axis': { data: { ...transformer, current: { x: 1.2, label: 'σ = 1.2', share: 0.1 } } },
    small: { data: transformer, size: { width: 150, height: 80 } },
    low: { data: transformer, size: { width: 220, height: 110 } },
    high: { data: transformer, size: { width: 620, height: 680 } },
    phone: { data: transformer, size: { width: 340, height: 200 } },
    dark: { data: transformer, theme: darkTheme },
    projector: { data: transformer, size: { width: 640, height: 360 }, theme: projectorTheme },
    chinese: {
      data: {
        ...transformer,
        half: { x: 0.27, label: '一半能量是噪声' },
        xLabel: '背景噪声 σ',
        caption: '300 步后对物体的注意力',
        name: '注意力与噪声',
      },
    },
  },
};
