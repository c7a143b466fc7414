import type { Strings } from '../en';

/** Heads of the tables behind the charts. */
export const tables: Strings['tables'] = {
  index: '序号',
  value: '奇异值',
  energyOf: (of: string) => `${of}，能量`,
  step: '步',
  run: (letter: string) => `固定的运行 ${letter}`,
  line: '曲线',
  lowest: (of: string) => `${of}，最低`,
  highest: (of: string) => `${of}，最高`,
  share: '能量在信号子空间中的占比',
  ratio: 'σ/σ*',
  filter: '滤波器',
  cosine: (name: string) => `与 ${name} 的余弦`,
  rest: '信号子空间之外的能量',
  energy: '能量，与最大者之比',
};
