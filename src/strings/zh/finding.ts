import { againstClean } from '../judged';
import type { Strings } from '../en';
import type { DataFacts, RunFacts, TrainedFacts } from '../facts';
import { symbol, term, value } from '../markup';
import { rank, short, withError } from '../numbers';
import { percent } from './first';
import { spaced } from './spaced';

const held: Readonly<Record<TrainedFacts['net'], string>> = {
  cnn: '与每个图像块相比对。',
  deep: '与每个图像块相比对；上面的各层再把得到的结果混合起来。',
  transformer: '与每个图像块相比对，注意力决定每个图像块占多大分量。',
  dense: '与整幅图像相比对，因为各图像块不共享任何权重。',
};
const rules: Readonly<Record<TrainedFacts['opt'], string>> = {
  gd: '梯度下降',
  momentum: '带动量的梯度下降',
  adam: ' Adam ',
};

/** What moves the filters. */
function mover({ opt, batch }: TrainedFacts): string {
  if (batch !== null) return `每次取 ${batch} 幅图像的${rules[opt]}`;
  return opt === 'gd' ? term('gradient-descent', '全批量梯度下降') : rules[opt];
}

/** What rank is, what noise does to it, and what the network does about that. */
export const finding: Pick<Strings, 'rank' | 'noise' | 'network'> = {
  rank: {
    title: '您看到的是什么',
    curve: '上方的两条线，一条是数据的秩，另一条是用这些数据训练的网络的滤波器的秩。',
    what: `秩数的是方向。把所有图像的每个${term('patch', '图像块')}写成矩阵的一行：矩阵的${term('singular-value', '奇异值')} s₁ ≥ s₂ ≥ … 表明数据在各个正交方向上各有多少。s² 是该方向上的能量，全部奇异值构成${term('spectrum', '谱')}。只要有一点噪声，几乎每个方向就都有一些能量，所以${term('stable-rank', '稳定秩')}按能量计数：它是以最大方向的能量为单位的总能量。`,
    formula: '稳定秩：所有奇异值的平方和除以最大奇异值的平方。',
    try: '试一试：六个相等的条形加起来是 6，只有一个时是 1。',
    fall: '每个值与前一个值之比',
    choices: { equal: '六个相等', one: '只有一个', clean: '干净数据', data: '含噪数据', filters: '滤波器' },
    group: '用来求和的谱',
    energies: '能量，与最大者之比',
    picture: (sum: string, count: number) => `${count} 个方向的能量，以最大者为单位；总和为 ${sum}`,
    each: (label: string, picture: string) => `${label}：${picture}。`,
    sum: (sum: string, shown: number, count: number) =>
      `${count} 个条形，总和为 ${sum}：这就是稳定秩。${shown < count ? `图中画出前 ${shown} 个。` : ''}`,
    unknown: '尚未算出。',
    empty: '这些值全为零：稳定秩为 0。',
  },
  noise: {
    title: '噪声对数据做了什么',
    drag: `拖动 ${symbol('sigma', 'σ')}，看看它怎样改变数据的秩。`,
    slider: 'σ，在此调节',
    measured: ({ noisy, sigma, clean, data, matrix, most }: DataFacts) => {
      if (clean === null || data === null) return '正在计算数据的谱。';
      const name = matrix === 'patch' ? '图像块矩阵' : '图像矩阵';
      if (sigma === 0) return `σ = 0 时没有噪声：${name}的稳定秩为 ${value('clean', rank(clean))}。`;
      if (!noisy)
        return `这些图像没有可加背景噪声的地方：无论 σ 多大，${name}的稳定秩都是 ${value('clean', rank(clean))}。`;
      const of = most === null ? '' : `（最大可能为 ${most}）`;
      const judged = againstClean(data, clean);
      if (judged === 'higher' || judged === 'far higher')
        return `σ = ${short(sigma)} 时，${name}的稳定秩为 ${value('data', rank(data))}${of}。没有噪声时为 ${value('clean', rank(clean))}：数据看上去比实际${judged === 'far higher' ? '丰富得多' : '更丰富'}。`;
      return `σ = ${short(sigma)} 时，${name}的稳定秩为 ${value('data', rank(data))}${of}，没有噪声时为 ${value('clean', rank(clean))}。${judged === 'lower' ? '这种噪声自己有一个最大的方向，反而使秩变小。' : '这么小的噪声几乎不改变它。'}`;
    },
    none: '去掉噪声',
    some: (sigma: string) => `恢复噪声：σ = ${sigma}`,
  },
  network: {
    title: '网络怎样应对',
    what: (facts) =>
      `网络把每个${term('filter', '滤波器')}${held[facts.net]}每个类别有 ${symbol('m', 'm')} 个滤波器，这就是它的${term('width', '宽度')}。在一次${term('run', '运行')}中，由${mover(facts)}一${term('step', '步')}一步地移动所有滤波器。滤波器也是一个矩阵的各行，这个矩阵也有自己的稳定秩。`,
    formula: '网络：类别 +1 的滤波器的平均输出，减去类别 −1 的滤波器的平均输出。',
    ranks: ({ step, steps, filters, data, sigma, regime, looking }: RunFacts) => {
      if (regime === 'failed') return '这次运行无法完成；“训练”下方的一行说明了原因。';
      if (step === null || filters === null) return '正在计算第一步。';
      if (regime === 'diverged')
        return `这次${term('run', '运行')}已发散：最后一个有效的步是第 ${step} 步，从中读不出任何结论。减小学习率会有帮助。`;
      const ranks = `滤波器的稳定秩为 ${value('filters', rank(filters))}${data === null ? '' : `，其数据（σ = ${short(sigma)}）的稳定秩为 ${value('data', rank(data))}`}`;
      return looking || regime === 'training' || regime === 'paused'
        ? `在第 ${step} 步（共 ${steps} 步），${ranks}。`
        : `${step} 步之后，${ranks}。`;
    },
    learnt: ({ step, filters, wrong, regime, looking, share, testAccuracy, testError }: RunFacts) => {
      if (regime === 'failed' || regime === 'diverged' || step === null || filters === null) return '';
      const energy = share === null ? '' : `训练给滤波器带来的改变有${spaced(percent(share))} 在信号子空间中。`;
      if (looking || regime === 'training' || regime === 'paused') return energy;
      const test = testAccuracy === null ? '' : `，测试准确率为 ${withError(testAccuracy, testError ?? 0)}`;
      const came = {
        unfitted:
          wrong > 0
            ? `训练标签约有${spaced(percent(wrong))} 是错误的，它没有全部拟合。`
            : '网络没有拟合训练图像，所以这次运行看不出它学到什么：更多的步、更大的学习率或更宽的网络也许可以。',
        fitted: `它拟合了训练图像${test}。`,
        memorised: `它学到的不是信号：这次运行靠记住噪声来拟合图像${test}。`,
        partly: `它拟合了图像，但靠的不只是信号${test}。`,
        learnt: `它学到了信号${test}。`,
      };
      return energy + came[regime];
    },
    rises: ({ risen, regime }: RunFacts) => {
      if (!risen || regime === 'failed' || regime === 'diverged') return '';
      const { count, of, first, last, apart } = risen;
      const among = of === 1 ? '滤波器的第一个奇异值' : `滤波器的前 ${of} 个奇异值`;
      if (count === 0) return `${among}${of === 1 ? '还没有' : '都还没有'}升到初始值的五倍。`;
      const when = first === last ? `到第 ${first} 步，` : `从第 ${first} 步到第 ${last} 步，`;
      const all =
        of === 1
          ? among
          : count === of
            ? `${among}${apart ? '先后' : '都'}`
            : `${among}中有 ${count} 个${apart && count > 1 ? '先后' : ''}`;
      return `${when}${all}升到了初始值的五倍。`;
    },
    watch: '从头观看它们上升',
  },
};
