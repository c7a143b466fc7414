import { mostly, nearly } from '../judged';
import type { Strings } from '../en';
import type { EnergyFacts, FollowFacts, RaceFacts, ResponseFacts } from '../facts';
import { others } from './follow';
import { link, symbol, term, value } from '../markup';
import { hundredths, rank, short } from '../numbers';
import { percent } from './first';
import { spaced } from './spaced';

/** Why it happens, and where it ends. */
export const reasons: Pick<Strings, 'winner' | 'race' | 'limit' | 'digits'> = {
  winner: {
    title: '每个滤波器跟随什么',
    what: ({ q, linear, opt }: ResponseFacts) => {
      const evened = opt === 'adam' ? 'Adam 使差别大为缩小：它把一个权重移动多远，几乎与拉力大小无关。' : '';
      if (linear)
        return `线性词元直接取滤波器在图像块中看到的东西，不经过激活函数：对任何响应斜率都一样，领先不会按幂增长。${evened}`;
      if (q === 1)
        return `当 ${symbol('q', 'q')} = 1 时，激活函数 φ 就是普通的 ReLU：在它不为零的地方，对任何响应斜率都一样。因此领先不会按幂增长，许多滤波器最后是混合的。${evened}`;
      return (
        `激活函数 φ 先是幂函数，超过 ${symbol('kappa', 'κ')} 后是直线。在幂函数部分，响应越大斜率越大，所以滤波器本来偏向什么，什么对它的拉力就最大。` +
        `当 ${symbol('q', 'q')} = ${short(q)} 时，响应加倍，拉力变为 ${short(2 ** (q - 1))} 倍。${q > 2 ? '因此开始时的微小领先可以变成整个滤波器。' : '因此领先只保持比例，许多滤波器最后是混合的。'}${evened}`
      );
    },
    formula: 'Huber 化 ReLU：负数时为零，到 kappa 为止是幂函数，之后是线性的。',
    otherwise: '其他',
    now: (facts: FollowFacts) =>
      `${facts.filters} 个${facts.parts === 1 ? '滤波器' : '滤波器的部分（每个图像块一个）'}中，${facts.following} 个跟随一个信号向量${others(facts)}。`,
    early: '滤波器的初始值是随机的，对什么都略有偏向。',
    energies: ({ directions, sum, rank: measured, share, alike }: EnergyFacts) => {
      const own = value('filters', rank(measured));
      const which = `信号的 ${directions} 个方向`;
      if (share < mostly) return `${which}占滤波器能量的${spaced(percent(share))}。秩 ${own} 所计的大部分在别处。`;
      if (directions === 1) return `${which}占滤波器能量的${spaced(percent(share))}，滤波器的秩为 ${own}。`;
      const total = `以最大者为单位，总和为 ${sum.toFixed(1)}，平均分配时为 ${directions}`;
      const few = measured < nearly * directions && share > nearly;
      const spread =
        sum > nearly * directions
          ? `${which}所得的滤波器能量几乎相等：${total}。`
          : `${few ? `秩为什么不是 ${directions}：` : ''}有多少滤波器跟随信号的某个方向，取决于${alike ? '' : '信号向量各不相同的范数和'}随机的初始值，所以能量在这 ${directions} 个方向上并不平均；${total}。`;
      const rest =
        few && measured < nearly * sum ? `介于两个方向之间的滤波器，使最大的方向更大：秩为 ${own}。` : `秩为 ${own}。`;
      return spread + rest;
    },
    picture: '滤波器在信号各方向上的能量，以及跟随该方向的滤波器个数',
    along: '该方向上的能量',
    followers: '跟随它的滤波器个数',
    caption: '滤波器在各方向上的能量，以最大者为单位。下方是跟随该方向的滤波器个数。',
    pick: '跟踪一个滤波器的整个运行过程',
    picked: '不再跟踪这个滤波器',
  },
  race: {
    title: '原因：信号与噪声的竞争',
    what: `信号向量的范数为 ${symbol('mu', 'μ')}，每 2K 幅图像中有一幅含有它。一个图像块的噪声，在全部 ${symbol('n', 'n')} 幅图像中只出现在一幅里。要么许多图像往同一方向拉，要么一个长向量独自拉。`,
    formula: '竞争：n 乘以信噪比的 q 次方，与 2K 相比。信噪比是信号向量的范数与一个图像块的噪声范数之比。',
    law: '本页的经验规则：左边远大于右边时，信号先离开 φ 的幂函数部分；左边远小于右边时，噪声先离开。Cao, Chen, Belkin, Gu (2022) 对一个信号向量、两个图像块和 q > 2 证明了这样的条件；这里用含有一个信号向量的图像数 n/2K 代替 n。在 d 很大时从中解出 σ，就得到 σ*：这条定律说明限度如何变化，留下的常数由本页测量。',
    critical: '临界噪声：μ 除以 d 的平方根，再乘以 n 与 2K 之比的 q 次方根。',
    now: ({ pull, signalDimension, winner, critical, ratio, sigma }: RaceFacts) => {
      if (winner === 'no noise') return `这里 σ* = ${short(critical)}，但现在这些图像上没有噪声：信号没有对手。`;
      if (winner === 'beyond') return '现在最初的响应已经超过 κ，φ 在那里是直线：没有可供竞争的幂函数部分。';
      const sides = `现在 ${short(pull)} ${pull > signalDimension ? '大于' : pull < signalDimension ? '小于' : '等于'} ${signalDimension}`;
      const ahead = { signal: '信号领先', noise: '噪声领先', open: '太接近了，标度律无法判定' };
      return `${sides}：${ahead[winner]}。σ* = ${short(critical)}，而 σ = ${short(sigma)} 是它的 ${short(ratio)} 倍。`;
    },
    none: {
      dense: '不共享权重时，信号向量在每个位置都要单独学会，所用的图像比定律所计的少：这里没有已知的 σ*。',
      linear: '线性词元没有幂函数部分，信号与噪声无从竞争：这里没有已知的 σ*。',
      adam: '定律针对的是沿梯度的步。Adam 把一个权重移动多远，几乎与拉力大小无关：这里没有已知的 σ*。',
      flip: '定律针对的是正确的标签。有错误标签时，含同一信号向量的图像会相互牵制：这里没有已知的 σ*。',
      ratio: '定律针对的是范数相同的信号向量。这里范数不同，每个向量会有自己的限度：这里没有已知的 σ*。',
      partner: '定律针对的是相互正交的信号向量。这里成对的两个并不正交：这里没有已知的 σ*。',
      colour: '定律针对的是白噪声。这里的噪声有自己的方向，在那些方向上更强：这里没有已知的 σ*。',
      tail: '定律针对的是高斯噪声。这里的噪声是另一种分布：这里没有已知的 σ*。',
      power: '定律针对的是 q > 2。指数较小时，领先只保持比例：这里没有已知的 σ*。',
    },
    join: '让噪声加入：默认实验',
    usual: '回到默认实验',
    back: '回到合成图像',
  },
  limit: {
    title: '结论到哪里为止',
    what: '随着噪声增大，滤波器的能量可能从信号向量转到噪声上：仍属于信号的那一份，就是滤波器那条线的颜色。在它下降的地方，网络靠训练图像中偶然的东西来拟合它们，对新图像可能会失败。秩却仍然可以很低。',
    half: ({ half, critical }) =>
      half === null
        ? ''
        : `由上面的曲线测得：在 σ = ${hundredths(half)} 处${critical === null ? '' : `（${hundredths(half / critical)} σ*）`}，训练带来的改变有一半在信号子空间中。`,
    finer: `做一次${term('sweep', '扫描')}可以测得更细。跨多种设定和种子的测量已预先做好：${link('./results.html', '滤波器在哪里不再跟随信号')}（英文）。`,
    past: (sigma: string) => `越过 σ*：σ = ${sigma}`,
    before: (sigma: string) => `退到远低于 σ*：σ = ${sigma}`,
  },
  digits: {
    title: '手写数字',
    what: '网络并不预先知道信号向量，所以同样可以处理真实图像：四个图像块中有一块是手写数字，平均缩小到 14 × 14 像素，其余三块是噪声；其他布局在“更多”里。这里没有 K，代替它的是占到干净图像块 90% 能量的方向数。',
    start: '用数字 0 与 1 训练',
    back: '回到合成图像',
    source: `数字图像来自 MNIST（${link('./mnist/SOURCE.txt', '来源与许可')}）。`,
  },
};
