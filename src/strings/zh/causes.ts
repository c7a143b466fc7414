import type { VariantName } from '../../experiment/variants';
import { causesTold } from '../causes-told';
import type { VariantsFacts } from '../guide-facts';
import type { CauseFacts, CauseRunFacts } from '../panel-facts';
import { hundredths, short } from '../numbers';
import { percent } from './first';
import { ranks } from './open';
import { spaced } from './spaced';

const names: Readonly<Record<VariantName, string>> = {
  usual: '两层网络，梯度下降',
  momentum: '动量',
  batches: '每批 16 幅',
  decay: '权重衰减 0.001',
  adam: 'Adam',
  relu: '普通 ReLU，q = 1',
  dense: '不共享权重',
  depth3: '深度 3',
  depth5: '深度 5',
  transformer: 'Transformer',
  linear: 'Transformer，线性词元',
  shuffled: '随机标签',
};

export const causes = {
  title: '原因何在？',
  lead: '是因为梯度下降，是因为卷积，还是因为只有两层？用这些图像画同一条曲线，每次只改一处，其余不变。',
  names,
  summed: ({ notion, noise, measured, kept, astray, clean }: VariantsFacts) => {
    if (measured < 2) return '';
    const kinds = `已测得的 ${measured} 种变体中，从 σ = 0 到 ${short(noise)}，有 ${kept} 种保持了滤波器的${ranks[notion]}。`;
    return astray.length === 0
      ? `${kinds}没有一种在那里属于信号的训练变化少于${spaced(percent(clean))}。`
      : `${kinds}有 ${astray.length} 种在那里属于信号的训练变化少于${spaced(percent(clean))}：${astray.map((name) => names[name]).join('；')}。`;
  },
  label: '网络与训练的变体',
  start: (runs: number) => `测量全部变体：${runs} 次运行`,
  resume: '继续',
  stop: '停止',
  again: '重试',
  about: (seconds: number) => (seconds < 90 ? `在此约需 ${seconds} 秒` : `在此约需 ${Math.round(seconds / 60)} 分钟`),
  waiting: '上面的运行结束后测量。',
  running: '正在测量全部变体',
  progress: '已完成的运行所占比例',
  done: (done: number, total: number) => `${done} / ${total} 次运行`,
  ready: (total: number) => `已测量 ${total} 次运行`,
  failed: (failure: string) => `有一次运行无法完成：${failure}`,
  figure: '各变体的秩、信号占比与测试准确率随噪声的变化',
  description: (done: number, total: number) => `共 ${total} 次运行，已完成 ${done} 次。下表说明各变体的结果。`,
  some: (shown: number, all: number) => `${all} 种变体中的 ${shown} 种`,
  axis: { ratio: '背景噪声 σ/σ*，σ* 取两层网络的值', sigma: '背景噪声 σ' },
  lines: {
    filters: (notion: string) => `滤波器的${notion}`,
    data: '含噪数据的秩',
    share: '信号占比',
    test: '测试准确率',
    usual: '两层网络，梯度下降',
  },
  runs: '全部变体的运行',
  run: (name: string, notion: string, { noise, rank, share, test }: CauseRunFacts) =>
    `${name}，σ = ${noise}：${rank === null ? '发散' : `${notion} ${rank}`}${share === null ? '' : `，信号占比 ${share}`}${test === null ? '' : `，测试准确率 ${hundredths(test)}`}`,
  open: (run: string) => `${run}。打开这次运行`,
  openVariant: (name: string) => `打开运行：${name}`,
  table: { label: '每种变体的结果，各用一句话', variant: '变体', found: '测得' },
  pending: '尚待测量',
  tell: (facts: CauseFacts) =>
    causesTold(facts, {
      rank: ({ notion, from, to, noise, dataFrom, dataTo }) =>
        `从 σ = 0 到 ${noise}，滤波器的${notion}为 ${from} → ${to}（数据 ${dataFrom} → ${dataTo}）`,
      kept: '秩保持不变',
      rises: (times) => `秩升至 ${times} 倍`,
      falls: (times) => `秩降至 1/${times}`,
      half: (at, isRatio) => `训练带来的改变在 ${at}${isRatio ? 'σ*' : ''} 处有一半离开信号子空间`,
      never: (least, most, isRatio) =>
        `直到 ${most}${isRatio ? 'σ*' : ''}，训练带来的改变至少有 ${least} 在信号子空间中`,
      low: (share) => `即使没有噪声，训练带来的改变也只有 ${share} 在信号子空间中`,
      test: (noise, accuracy, beyond, later) =>
        `测试准确率在 σ = ${noise} 时为 ${accuracy}，在 ${beyond} 时为 ${later}`,
      diverged: '训练发散',
      join: (parts) => `${parts.join('；')}。`,
    }),
};
