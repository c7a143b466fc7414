import type { ImageKind } from '../../experiment/parameters';
import { kinds } from './kinds';
import type { Strings } from '../en';
import type { RaceFacts, RunFacts } from '../facts';
import { found, raised } from '../markup';
import { rank } from '../numbers';
import type { NoPrediction } from '../panel-facts';

const condition = `n·SNR${raised('q')}`;
const straight = '最初的响应已经超过 κ，φ 在那里是直线：没有竞争可言。';

const races: Readonly<Record<RaceFacts['winner'], string>> = {
  signal: '左边大得多：应当是信号先离开。',
  noise: '右边大得多：应当是噪声先离开。',
  open: '两边太接近，标度律无法判定。',
  beyond: straight,
  'no noise': '这些图像上没有噪声：信号没有对手。',
};

const laws: Readonly<Record<RaceFacts['winner'], string>> = {
  signal: '远小于 1：按标度律，信号在先。',
  noise: '远大于 1：按标度律，噪声在先。',
  open: '在 0.5 到 1.3 之间，或与此相近：太接近 1，标度律无法判定。',
  beyond: straight,
  'no noise': '这些图像上没有噪声。',
};

const regimes: Readonly<Record<RunFacts['regime'], { readonly value: string; readonly text: string }>> = {
  training: { value: '正在训练', text: '运行结束后才能看出滤波器学到了什么。' },
  paused: { value: '已暂停', text: '运行结束后才能看出滤波器学到了什么。' },
  diverged: { value: '已发散', text: '损失越出了界限：这次运行不能说明竞争的结果。' },
  failed: { value: '未知', text: '这次运行失败了。' },
  unfitted: { value: '未拟合', text: '运行结束时损失仍然很大：更多的步、更大的学习率或更宽的网络也许能判断。' },
  fitted: { value: '已拟合', text: '训练图像已拟合；这些图像中哪些方向是信号并不知道。' },
  learnt: {
    value: '学到信号',
    text: '训练图像已拟合；训练带来的改变大部分在信号子空间中，已知的信号向量都有滤波器跟随，测试准确率也高。',
  },
  partly: { value: '学到一部分', text: '训练图像已拟合，但靠的不只是信号，或者没有学全信号。' },
  memorised: {
    value: '记住噪声',
    text: '训练图像已拟合，但训练带来的改变大部分在信号子空间之外，测试准确率与随机猜测无异。',
  },
};

const noPrediction: Readonly<Record<Exclude<NoPrediction, 'untold'>, string>> = {
  'noise everywhere': '没有预测值：预测只适用于仅在背景上的噪声，而这里每个图像块都有噪声。',
  'noise in the span': '没有预测值：预测只适用于与信号正交的噪声，而这里并不正交。',
  ratio: '没有预测值：预测只适用于范数相同的信号向量，而这里范数不同。',
  partner: '没有预测值：预测只适用于相互正交的信号向量，而这里成对的两个并不正交。',
  colour: '没有预测值：预测只适用于白噪声，而这里的噪声在某些方向上能量更多。',
  tail: '没有预测值：预测只适用于高斯噪声，而这里的噪声是另一种分布。',
};

/** A measured number beside a predicted one. @param off in percent of the prediction. */
function difference(off: number): string {
  const rounded = Math.abs(off).toFixed(1);
  return rounded === '0.0' ? '相差不到 0.1%' : `${off > 0 ? '高' : '低'} ${rounded}%`;
}

/** What the theory says of the current experiment, number by number, and every notion of rank of every matrix. */
export const theory: Strings['theory'] = {
  terms: {
    untold: { name: '信号维数与临界噪声', symbol: '2K, σ*', value: '无' },
    snr: {
      name: '信噪比',
      symbol: 'SNR',
      text: (snr: number, projected: boolean) =>
        snr === Infinity
          ? '没有可与信号相比的噪声：信噪比为无穷大。'
          : projected
            ? '信号向量的范数 μ 与一个图像块的噪声范数 σ√(d − 2K) 之比：噪声在信号向量的方向上没有分量。'
            : '信号向量的范数 μ 与一个图像块的噪声范数 σ√d 之比。',
    },
    race: {
      name: '竞争',
      symbol: `${condition} 与 2K 相比`,
      text: (winner: RaceFacts['winner']) =>
        `${races[winner]}这是本页的经验规则：Cao, Chen, Belkin, Gu (2022) 对一个信号向量、两个图像块证明了关于 ${condition} 的条件，这里以 n/2K 代替其中的 n。`,
    },
    critical: {
      name: '临界噪声',
      symbol: `σ* = (μ/√d)(n/2K)${raised('1/q')}`,
      text: '使竞争的两边相等的噪声。它是标度律，不是精确的常数：其他参数为默认值时，使滤波器只剩一半能量在信号子空间中的噪声，2 个图像块时约为 0.9σ*，4 个时约为 0.7σ*，16 个时约为 0.5σ*，并随其他每一个参数而变。噪声扫描可以测出它。',
    },
    ratio: { name: '相对噪声', symbol: 'σ/σ*', text: (winner: RaceFacts['winner']) => laws[winner] },
    predicted: {
      name: '预测的稳定秩',
      symbol: '含噪图像块矩阵的稳定秩',
      none: '无',
      without: (why: NoPrediction, images: ImageKind) =>
        why === 'untold' ? kinds[images].untold.prediction : noPrediction[why],
      text: (measured: { readonly rank: number; readonly off: number } | null) => {
        const what =
          '由大数定律得到的能量，除以最大奇异值的平方；最大奇异值取自信号，或取自噪声的 Marchenko–Pastur 边界。它适用于大矩阵；有限矩阵的最大奇异值低于边界，测得的秩平均约高 2%。';
        return measured === null
          ? what
          : `${what}测得 ${found('measured', rank(measured.rank))}，${difference(measured.off)}。`;
      },
    },
    share: {
      name: '信号占比',
      symbol: '||ΔWΠ||² / ||ΔW||²',
      text: '训练至所显示的步所带来的改变 ΔW = W − W₀，其能量在信号子空间中所占的比例。',
    },
    regime: {
      name: '本次运行',
      symbol: '测量结果',
      value: (regime: RunFacts['regime']) => regimes[regime].value,
      text: (regime: RunFacts['regime'], winner: RaceFacts['winner'] | null) =>
        winner === 'signal' && (regime === 'memorised' || regime === 'partly')
          ? `${regimes[regime].text}σ 小于 σ* 与此并不矛盾：标度律有一个常数未定。`
          : regimes[regime].text,
    },
  },
  ranks: {
    label: '各个矩阵的各种秩',
    caption: '各个矩阵的各种秩',
    matrix: '矩阵',
    chosen: '当前',
    size: '行数 × 列数',
    stale: '（上次更改之前）',
    rows: {
      'clean-patch': '干净数据，图像块矩阵',
      'noisy-patch': '含噪数据，图像块矩阵',
      'clean-image': '干净数据，图像矩阵',
      'noisy-image': '含噪数据，图像矩阵',
      'initial-filters': '初始的滤波器',
      'shown-filters': '现在的滤波器',
      moved: '训练带来的改变 W − W₀',
      gradient: '损失对滤波器的梯度',
      'initial-W2': '初始的第二层',
      'shown-W2': '现在的第二层',
      'initial-W3': '初始的第三层',
      'shown-W3': '现在的第三层',
      'initial-W4': '初始的第四层',
      'shown-W4': '现在的第四层',
      'initial-c': '初始的类别词元',
      'shown-c': '现在的类别词元',
      'initial-Wq': '初始的查询矩阵',
      'shown-Wq': '现在的查询矩阵',
      'initial-Wk': '初始的键矩阵',
      'shown-Wk': '现在的键矩阵',
      'initial-Wv': '初始的值矩阵',
      'shown-Wv': '现在的值矩阵',
      'initial-Wm': '初始的注意力之后的混合层',
      'shown-Wm': '现在的注意力之后的混合层',
    },
    failed: '未知',
    computing: '正在计算…',
    later: '运行结束后',
  },
};
