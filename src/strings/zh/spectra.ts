import type { FirstStrings } from '../en/first';
import type { SpectrumFacts } from '../figure-facts';

/** Names the pinned runs that are drawn behind a curve or a spectrum, after a sentence. */
export function pinnedBehind(letters: readonly string[]): string {
  return letters.length === 0 ? '' : `后面的细线是固定的运行 ${letters.join('、')}。`;
}

/** Words of the two spectra. */
export const spectra: FirstStrings['spectra'] = {
  names: { data: '数据的奇异值', filters: '滤波器的奇异值' },
  description: ({ above, all, signalDimension, pins }: SpectrumFacts) =>
    `${all} 个奇异值中有 ${above} 个大于最大者的十分之一；信号有 ${signalDimension} 维。${pinnedBehind(pins)}`,
  title: '奇异值，与最大者之比',
  ghosts: { data: '干净数据', filters: '初始化时' },
  signal: {
    exact: (dimension: number) => `2K = ${dimension}`,
    estimated: (dimension: number) => `信号子空间 ${dimension} 维`,
    none: () => '信号未知',
    images: (dimension: number) => `干净图像 ${dimension} 维`,
  },
  beyond: {
    all: '噪声填满其余所有方向',
    more: (count: number) => `噪声又填满 ${count} 个方向`,
    memorised: '记住的噪声',
    nothing: '几乎为零：滤波器不理会噪声',
    little: '很小：滤波器几乎不跟随噪声',
  },
  computing: '正在计算奇异值',
  computed: '谱的计算进度',
  drawing: '正在生成图像…',
};
