import type { Strings } from '../en';
import { mostly } from '../judged';
import type { FewFacts, WiderFacts } from '../facts';
import { value } from '../markup';
import { hundredths, rank, short } from '../numbers';
import { percent } from './first';
import { spaced } from './spaced';

/** What a visitor may guess before it is measured. */
export const guesses: Strings['guesses'] = {
  again: '再猜一次',
  making: (done: number, total: number) => `已训练 ${done} / ${total} 个网络`,
  wider: {
    title: '蓝线会到哪里？',
    what: ({ from, to }) =>
      `图中的线是默认网络的 ${from} 个滤波器在五个噪声水平上的稳定秩。换成 ${to} 个滤波器，也就是四倍之多：请画出它会到哪里，或者设定五个点。`,
    at: (sigma: number) => `您在 σ = ${short(sigma)} 处的猜测`,
    start: '训练更宽的网络',
    picture: '滤波器的稳定秩随背景噪声的变化',
    axis: '背景噪声 σ',
    guess: '您的猜测',
    filters: (filters: number) => `${filters} 个滤波器`,
    told: ({ filters, sigma, known, measured, most, off }: WiderFacts) => {
      const ends = (ranks: readonly number[]) =>
        `σ = ${short(sigma[0]!)} 时为 ${value('filters', rank(ranks[0]!))}，σ = ${short(sigma.at(-1)!)} 时为 ${value('filters', rank(ranks.at(-1)!))}`;
      const yours = off === null ? '' : `您的线平均相差 ${off.toFixed(1)}。`;
      return `测得 ${filters[1]} 个滤波器的秩，${ends(measured)}；${filters[0]} 个滤波器的秩，${ends(known)}。两者在各个水平上相差都不超过 ${most.toFixed(1)}。${yours}`;
    },
  },
  few: {
    title: '什么都没学到的网络，秩是多少？',
    what: ({ images, sigma }) =>
      `只留给它 ${images} 幅图像，噪声为 σ = ${short(sigma)}，其余与默认实验相同。请先猜它的滤波器的稳定秩，再训练它。`,
    label: '您的猜测',
    start: '训练它',
    told: ({ images, trainAccuracy, testAccuracy, share, rank: own, usual, guess }: FewFacts) => {
      const fits =
        trainAccuracy === 1
          ? `它能区分全部 ${images} 幅训练图像`
          : `它能区分${spaced(percent(trainAccuracy))} 的训练图像`;
      const tests = testAccuracy === null ? '' : `；对新图像的准确率为 ${hundredths(testAccuracy)}，随机猜测为 0.50`;
      const held = `它的滤波器的稳定秩为 ${value('filters', rank(own))}，默认实验的为 ${value('filters', rank(usual))}。`;
      const lesson =
        share !== null && share < mostly
          ? `训练所移动的部分，有${spaced(percent(share))} 在信号子空间中：单凭秩低，并不说明学到了什么。`
          : '';
      return `${fits}${tests}。${held}${lesson}您猜的是 ${rank(guess)}。`;
    },
  },
};
