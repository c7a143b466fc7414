import type { Strings } from '../en';
import type { FilterFacts } from '../figure-facts';
import { hundredths } from '../numbers';

const classes = { plus: '类别 +1', minus: '类别 −1' };

function filter({ number, patch, plus, follows }: FilterFacts): string {
  const where = patch === null ? '' : `在图像块 ${patch} 上，`,
    which = `${where}${plus ? classes.plus : classes.minus} 的滤波器 ${number}`;
  if (follows === 'idle') return `${which} 一直很短`;
  return follows ? `${which} 跟随 ${follows.name}` : `${which} 不跟随任何信号向量`;
}

/** The filters as images and their alignment with the signal vectors. */
export const filters: Strings['filters'] = {
  marks: { ...classes, noise: '噪声', idle: '短', rest: '其余' },
  filter,
  grid: '滤波器',
  open: (facts: FilterFacts) => `${filter(facts)}。显示它的对齐程度随时间的变化。`,
  vector: (name: string) => `信号向量 ${name}`,
  pick: (step: number) => `第 ${step} 步。选一个滤波器，查看它的对齐程度随时间的变化。`,
  some: {
    title: '滤波器本身',
    untrained: '随机，尚未训练',
    following: (following: number, all: number) => `${all} 个中有 ${following} 个各跟随一个信号向量`,
    picture: (all: number, parts: number) =>
      `${all} 个${parts === 1 ? '滤波器' : '滤波器的部分'}中的一部分画成图像，排在各自跟随的信号向量下方`,
  },
  all: {
    lead: '每个小图是一个滤波器（或它在一个图像块上的部分），排在它所跟随的信号向量旁：中灰为零，亮为正，暗为负；浅淡的一直很短。',
    empty: '第一次运行开始后，这里显示滤波器。',
    picture: (step: number) => `第 ${step} 步的滤波器画成图像，按所跟随的信号向量排列`,
  },
  alignment: {
    lead: '一列是一个滤波器（各图像块不共享滤波器时，是它在一个图像块上的部分），一行是一个信号向量，最下面是空间的其余部分。蓝色表示跟随信号向量，灰色表示与它反向，橙色是噪声。',
    empty: '第一次运行开始后，这里显示对齐程度。',
    picture: (step: number) => `第 ${step} 步，滤波器与信号向量的对齐程度`,
    cell: (facts: FilterFacts, cosine: { readonly name: string; readonly value: number } | null, rest: number) =>
      `${filter(facts)}${cosine === null ? '' : `；与 ${cosine.name} 的余弦为 ${hundredths(cosine.value)}`}；能量的 ${Math.round(rest * 100)}% 在信号子空间之外。`,
    track: {
      name: '训练过程中一个滤波器的对齐程度',
      caption: (facts: FilterFacts) => `${filter(facts)}：与各信号向量的余弦随训练步的变化`,
      rest: '空间的其余部分',
      description: (facts: FilterFacts, most: { readonly name: string; readonly value: number }, rest: number) =>
        `${filter(facts)}。最后，它最大的余弦是与 ${most.name} 的，为 ${hundredths(most.value)}；与空间其余部分的余弦为 ${hundredths(rest)}。`,
    },
  },
};
