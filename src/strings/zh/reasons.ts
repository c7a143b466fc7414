import type { Strings } from '../en';
import type { FollowFacts, RaceFacts } from '../facts';
import { others } from './follow';
import { link, panel, symbol, term } from '../markup';
import { short } from '../numbers';

/** Why it happens, and where it ends. */
export const reasons: Pick<Strings, 'winner' | 'race' | 'limit' | 'digits'> = {
  winner: {
    title: '增长起来的滤波器只有一个胜者',
    what: `激活函数 φ 先是幂函数，超过 ${symbol('kappa', 'κ')} 后是直线。在幂函数部分，响应越大斜率越大，所以滤波器本来偏向什么，什么对它的拉力就最大。`,
    slope: (q: number) =>
      `当 ${symbol('q', 'q')} = ${short(q)} 时，响应加倍，拉力变为 ${short(2 ** (q - 1))} 倍。${q > 2 ? '在充分增长的滤波器中，开始时的微小领先会变成它的全部。' : '因此领先只保持比例，许多滤波器最后是混合的。'}`,
    formula: 'Huber 化 ReLU：负数时为零，到 kappa 为止是幂函数，之后是线性的。',
    otherwise: '其他',
    now: (facts: FollowFacts) => `${facts.filters} 个滤波器中，${facts.following} 个跟随一个信号向量${others(facts)}。`,
    early: '滤波器的初始值是随机的，对什么都略有偏向。',
    pick: '跟踪一个滤波器的整个运行过程',
    picked: '不再跟踪这个滤波器',
  },
  race: {
    title: '信号与噪声竞争胜者之位',
    what: `信号向量的范数为 ${symbol('mu', 'μ')}，每 2K 幅图像中有一幅含有它。一个图像块的噪声，在全部 ${symbol('n', 'n')} 幅图像中只出现在一幅里。要么许多图像往同一方向拉，要么一个长向量独自拉。`,
    snr: '信噪比：信号向量的范数与一个图像块的噪声范数之比。',
    formula: '竞争：n 乘以信噪比的 q 次方，与 2K 相比。',
    law: '本页的经验规则：左边远大于右边时，信号先离开 φ 的幂函数部分；左边远小于右边时，噪声先离开。Cao, Chen, Belkin, Gu (2022) 对一个信号向量、两个图像块和 q > 2 证明了这样的条件；这里一个信号向量在 n/2K 幅图像中，一块噪声只在一幅中，所以用 n/2K 代替 n。指向一个符号可以查看它的值，按下可以修改它。',
    now: ({ pull, signalDimension, winner, q }: RaceFacts) => {
      if (winner === 'no noise') return '现在这些图像上没有噪声：信号没有对手。';
      if (winner === 'beyond') return '现在最初的响应已经超过 κ，φ 在那里是直线：没有可供竞争的幂函数部分。';
      const sides = `现在 ${short(pull)} ${pull > signalDimension ? '大于' : pull < signalDimension ? '小于' : '等于'} ${signalDimension}`;
      const ahead = { signal: '信号领先', noise: '噪声领先', open: '太接近了，标度律无法判定' };
      return `${sides}：${ahead[winner]}。${q > 2 ? '' : `而且这条规则是针对 q > 2 的：q = ${short(q)} 时，领先只保持比例。`}`;
    },
    lose: (sigma: string) => `更多噪声：σ = ${sigma}`,
    win: (sigma: string) => `更少噪声：σ = ${sigma}`,
    join: '让噪声加入：默认实验',
    back: '回到合成图像',
  },
  limit: {
    title: '结论有其限度',
    what: '设 d 远大于 2K，从竞争条件中解出 σ：两边在 σ* 处相等。这条定律说明限度如何随图像而变，但留有一个未定的常数，它本身也会变：其他参数为默认值时，使滤波器只剩一半能量在信号子空间中的噪声，2 个图像块时约为 0.9σ*，4 个时约为 0.7σ*，16 个时约为 0.5σ*。所以本页直接测量它。',
    formula: '临界噪声：μ 除以 d 的平方根，再乘以 n 与 2K 之比的 q 次方根。',
    now: ({ critical, ratio, sigma, winner }: RaceFacts) =>
      winner === 'no noise'
        ? `这里 σ* = ${short(critical)}，但这些图像上没有噪声。`
        : `这里 σ* = ${short(critical)}，而 σ = ${short(sigma)} 是它的 ${short(ratio)} 倍。`,
    sweep: `一次运行只是一个点。${term('sweep', '扫描')}在每个噪声水平上训练同样的网络，每次都测量两种秩。`,
    start: '运行一次噪声扫描',
    running: '前往扫描',
    past: (sigma: string) => `越过它：σ = ${sigma}`,
    before: (sigma: string) => `退到远低于它：σ = ${sigma}`,
  },
  digits: {
    title: '手写数字',
    what: '网络并不预先知道信号向量，所以同样可以处理真实图像。在这个实验里，四个图像块中有一块是手写数字，平均缩小到 14 × 14 像素，其余三块是噪声。这里没有 K，代替它的是占到干净图像块 90% 能量的方向数。',
    start: '用数字 0 与 1 训练',
    back: '回到合成图像',
    compare: `改变图像之前先${panel('runs', '固定一次运行')}，两者就可以并排比较。`,
    source: `数字图像来自 MNIST（${link('./mnist/SOURCE.txt', '来源与许可')}）。`,
  },
};
