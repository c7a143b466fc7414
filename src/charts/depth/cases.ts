import { darkTheme, projectorTheme } from '../kit/theme';
import type { Cases } from '../testing/case';
import type { DepthData } from './data';

/** Of a deep CNN of depth 3 at σ = 0.2, as NumPy measured it. */
const deep: DepthData = {
  stages: [
    { label: 'x', sub: 'images', noisy: 41.3, clean: 6, noisyBefore: 41.3, cleanBefore: 6 },
    { label: 'h₁', sub: 'after W₁', noisy: 3.71, clean: 3.7, noisyBefore: 8.7, cleanBefore: 1.9 },
    { label: 'h₂', sub: 'after W₂', noisy: 2.61, clean: 2.6, noisyBefore: 7.4, cleanBefore: 1.9 },
  ],
  names: {
    noisy: 'noisy images',
    clean: 'clean images',
    noisyBefore: 'noisy, before training',
    cleanBefore: 'clean, before training',
  },
  caption: 'stable rank of the embeddings after 300 steps',
  stage: 'embedding',
  stale: false,
  name: 'Rank by depth',
  description: 'After 300 steps noisy and clean images have the same rank from h₁ on.',
};
const past: DepthData = {
  ...deep,
  stages: deep.stages.map((stage, i) => ({ ...stage, noisy: [39, 7.9, 6.1][i]!, clean: [6, 2.4, 2.1][i]! })),
};
const five: DepthData = {
  ...deep,
  stages: [
    ...deep.stages,
    { label: 'h₃', sub: 'after W₃', noisy: 2.4, clean: 2.2, noisyBefore: 6.4, cleanBefore: 1.9 },
    { label: 'h₄', sub: 'after W₄', noisy: 2.3, clean: 2.0, noisyBefore: 6, cleanBefore: 1.9 },
  ],
};
const unknown = { noisy: null, clean: null, noisyBefore: null, cleanBefore: null };

export const cases: Cases<DepthData> = {
  size: { width: 720, height: 260 },
  states: {
    deep: { data: deep },
    'past-the-break': { data: past },
    'two-layers': { data: { ...deep, stages: deep.stages.slice(0, 2) } },
    five: { data: five },
    'before-training': {
      data: {
        ...deep,
        stages: deep.stages.map((stage) => ({ ...stage, noisy: stage.noisyBefore, clean: stage.cleanBefore })),
      },
    },
    stale: { data: { ...past, stale: true } },
    empty: { data: { ...deep, stages: deep.stages.map((stage) => ({ ...stage, ...unknown })) } },
    'zero-embedding': { data: { ...deep, stages: deep.stages.map((stage) => ({ ...stage, noisy: 0, clean: 0 })) } },
    phone: { data: five, size: { width: 340, height: 240 } },
    low: { data: deep, size: { width: 450, height: 110 } },
    small: { data: five, size: { width: 150, height: 80 } },
    dark: { data: past, theme: darkTheme },
    projector: { data: deep, size: { width: 1100, height: 380 }, theme: projectorTheme },
    chinese: {
      data: {
        ...deep,
        stages: deep.stages.map((stage, i) => ({ ...stage, sub: ['图像', 'W₁ 之后', 'W₂ 之后'][i]! })),
        names: {
          noisy: '含噪声的图像',
          clean: '干净的图像',
          noisyBefore: '含噪声，训练前',
          cleanBefore: '干净，训练前',
        },
        caption: '300 步后嵌入的稳定秩',
        name: '各深度的秩',
      },
    },
  },
};
