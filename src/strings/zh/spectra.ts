import type { Strings } from '../en';
import type { RankNotion, SpectrumFacts } from '../figure-facts';

/** Names the pinned runs that are drawn behind a curve or a spectrum, after a sentence. */
export function pinnedBehind(letters: readonly string[]): string {
  return letters.length === 0 ? '' : `后面的细线是固定的运行 ${letters.join('、')}。`;
}

/** What the bars have to do with the rank beside them. */
const ranked: Readonly<Record<RankNotion, string>> = {
  stable: '各条之和即为秩',
  effective: '各方向，按能量排列',
  numerical: '秩是高于 1% 的条数',
  energy: '秩所计的方向占能量的 90%',
};

/** Words of the spectra. */
export const spectra: Strings['spectra'] = {
  names: { clean: '干净数据的奇异值', data: '数据的奇异值', filters: '滤波器的奇异值' },
  description: ({ above, all, signalDimension, pins }: SpectrumFacts) =>
    `${all} 个奇异值中有 ${above} 个大于最大者的十分之一；信号有 ${signalDimension} 维。${pinnedBehind(pins)}`,
  heads: {
    clean: '干净数据',
    data: (sigma: string) => `σ\u00a0=\u00a0${sigma} 时的数据`,
    filters: (step: number) => (step === 0 ? '训练前的滤波器' : `${step} 步后的滤波器`),
  },
  caption: '能量，与最大者之比',
  title: '各方向，按能量排列',
  ranked,
  share: (share: string) => `${share} 在信号子空间中`,
  ghosts: { data: '干净数据', filters: '初始化时' },
  signal: {
    exact: (dimension: number) => `2K = ${dimension}`,
    estimated: (dimension: number) => `信号子空间 ${dimension} 维`,
    none: () => '信号未知',
    images: (dimension: number) => `干净图像 ${dimension} 维`,
  },
  beyond: { all: '噪声填满其余所有方向', more: (count: number) => `噪声又填满 ${count} 个方向` },
  computing: '正在计算奇异值',
  computed: '谱的计算进度',
  drawing: '正在生成图像…',
};
