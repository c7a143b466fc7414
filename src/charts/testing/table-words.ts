import type { TableWords } from '../kit/table';

export const tableWords: TableWords = {
  index: 'no.',
  value: 'singular value',
  energy: 'energy',
  energyOf: (of) => `${of}, energy`,
  step: 'step',
  run: (letter) => `run ${letter}`,
  line: 'line',
  lowest: (of) => `${of}, lowest`,
  highest: (of) => `${of}, highest`,
  ratio: 'σ/σ*',
  share: 'share',
};
