import type { ChangeFacts, AlongFacts, ShareFacts } from '../figure-facts';
import { hundredths } from '../numbers';
import { spaced } from './spaced';

const unknown = '尚未测量。';

export const closer = {
  open: '更多测量：训练带来的改变与梯度',
  explained: 'W − W₀ 是训练加到滤波器上的部分。梯度是全部训练图像上损失的梯度。两者都在重做一遍的同一次运行中测量。',
  later: '运行结束后测量。',
  computing: '正在测量……',
  parts: { filters: '滤波器', moved: 'W − W₀', gradient: '梯度' },
  rank: {
    caption: (notion: string) => `滤波器、训练带来的改变与梯度的${notion}`,
    name: (notion: string) => `训练带来的改变与梯度的${notion}`,
    description: (facts: ChangeFacts | null) =>
      facts
        ? `在第 ${facts.step} 步，滤波器的${facts.notion}为${spaced(tenths(facts.filters))}，W − W₀ 的为${spaced(tenths(facts.moved))}，梯度的为${spaced(tenths(facts.gradient))}。`
        : unknown,
  },
  share: {
    caption: '信号子空间中的能量占比',
    name: '训练带来的改变与梯度的信号占比',
    description: (facts: ShareFacts | null) =>
      facts
        ? `在第 ${facts.step} 步，信号子空间占滤波器能量的${spaced(shareOf(facts.filters))}，占 W − W₀ 能量的${spaced(shareOf(facts.moved))}，占梯度能量的${spaced(shareOf(facts.gradient))}。${facts.cosine === null ? '' : `下降方向与 W − W₀ 的余弦为 ${hundredths(facts.cosine)}。`}`
        : unknown,
  },
  along: {
    caption: 'W − W₀ 沿各信号向量的能量占比',
    name: '训练带来的改变沿各信号向量的能量',
    description: (facts: AlongFacts | null) =>
      facts
        ? `在第 ${facts.step} 步，各信号向量各占 W − W₀ 能量的${spaced(shareOf(facts.least))} 至${spaced(shareOf(facts.most))}。`
        : unknown,
  },
};

const tenths = (value: number | null) => (value === null ? '未知' : value.toFixed(1));
const shareOf = (value: number | null) => (value === null ? '未知比例' : `${(100 * value).toFixed(0)}%`);
