import type { PresetName } from '../../experiment/presets';
import type { Strings } from '../en';
import type { Verdict, VerdictOutcome } from '../guide-facts';
import { value } from '../markup';
import { hundredths, loss, withError } from '../numbers';
import { percent } from './first';
import { spaced } from './spaced';

/** One sentence a preset. */
const look: Readonly<Record<PresetName, string>> = {
  default: '噪声填满数据的其余所有方向；滤波器只用少数几个重要的方向。',
  'no-noise': '没有噪声时，数据和滤波器的方向同样少。',
  wide: '八百个滤波器，仍然只有六个方向：宽度不等于秩。',
  'nine-patches': '目标之外有八块噪声，而不是三块；滤波器九成以上的能量仍然在信号上。',
  'image-matrix': '默认的运行，但数据矩阵的一行是整幅图像：即使没有噪声，方向也比信号向量多；有噪声时是三倍以上。',
  mnist: '噪声图像块之间的手写数字：数据的秩增长，滤波器的秩几乎不变。',
  shoes: '噪声图像块之间的运动鞋与短靴：数据的秩增长到五倍以上，滤波器的秩增长不到三分之一。',
  clothes: '噪声图像块之间的裤子与衬衫：数据的秩增长到五倍以上，滤波器的秩增长不到三分之一。',
  deep: '五层深，滤波器的秩仍不到数据的六分之一；它们的能量有七成以上留在信号上。',
  transformer: '这里由注意力读取滤波器，它们的秩仍不到数据的六分之一；能量有七成以上留在信号上。',
  'near-critical': '结论在这里失效：大多数滤波器跟随噪声，大约一半的能量在信号之外。',
  memorised: '噪声这么大时，网络记住的是噪声：训练准确率为 1，测试准确率接近随机猜测。',
  'few-images': '每个信号向量只出现在四幅图像中，不足以胜过噪声。',
  adam: 'Adam 在信号之外也跟随噪声：滤波器的稳定秩仍然很低，有效秩却是梯度下降的三倍以上。',
  dense: '不共享权重时，噪声占去滤波器的一部分：留在信号上的能量不到七成。',
  staircase: '每类最后一个信号向量只有第一个的一半长：方向一个接一个被学会，最强的在先。',
  'wrong-labels': '十分之一的标签是错的，步数为平时的两倍，全部被拟合：有效秩是标签正确时的四倍。',
  coloured: '图形翻转：这种噪声使数据的稳定秩低于干净数据，而有效秩超过其八倍。',
  diverges: '目标上也有噪声，步长又这么大，损失越出界限后不再回来。',
};

/** What a run that fits its images has learnt. */
function learnt(outcome: VerdictOutcome): string {
  const { testAccuracy, error } = outcome;
  const test = testAccuracy === null ? '' : `测试准确率为 ${withError(testAccuracy, error ?? 0)}`;
  if (outcome.kind === 'fitted') return `网络拟合了图像${test && `，${test}`}。`;
  const { share } = outcome;
  if (outcome.kind === 'learnt') {
    const noise =
      hundredths(1 - share) === '0.00' ? '' : `，不过训练带来的改变有${spaced(percent(1 - share))} 在信号子空间之外`;
    return `网络学到了信号：${test}${noise}。`;
  }
  if (outcome.kind === 'memorised')
    return `网络记住的是噪声：训练带来的改变只有${spaced(percent(share))} 在信号子空间中，${test}，与随机猜测无异。`;
  if (outcome.missed) return `${outcome.missed.of} 个信号向量中，网络跟随了 ${outcome.missed.followed} 个：${test}。`;
  return outcome.more === 'noise'
    ? `网络除信号之外也学了噪声：训练带来的改变有${spaced(percent(share))} 在信号子空间中，${test}。`
    : `网络学到的只有一部分适用于新图像：${test}；训练带来的改变有${spaced(percent(share))} 在信号子空间中。`;
}

/** What to look for in a preset, and what became of a run, in a line. */
export const verdict: Strings['verdict'] = {
  look,
  comparing: '正在将本次运行与 σ = 0 比较…',
  unstable: (rises: number) =>
    `训练不稳定：损失上升了 ${rises} 次，舍入的微小差别会因此放大。同一后端每次结果完全相同；换一台设备，数值可能不同。`,
  text(verdict: Verdict): string {
    switch (verdict.kind) {
      case 'diverged':
        return `本次运行到第 ${verdict.step} 步已发散：读不出秩。`;
      case 'unfitted':
        if (verdict.wrong > 0)
          return `训练标签约有${spaced(percent(verdict.wrong))} 是错误的，这次运行没有全部拟合：与所给标签一致的有${spaced(percent(verdict.right))}，损失为 ${loss(verdict.loss)}。`;
        return `本次运行没有拟合图像：损失为 ${loss(verdict.loss)}，太大，看不出它学到什么。`;
      case 'clean':
        return `${verdict.reached ? '没有噪声时' : '噪声到不了这些图像'}，数据的秩为 ${value('clean', verdict.data)}，滤波器的秩为 ${value('filters', verdict.filters)}。${learnt(verdict.outcome)}`;
      case 'compared': {
        const { flat, from, to, dataFrom, dataTo, turn } = verdict;
        const data =
          turn === 'lowered'
            ? `噪声使数据的秩变小（${value('data', `${dataFrom} → ${dataTo}`)}）`
            : `噪声使数据的秩 ${value('data', `${dataFrom} → ${dataTo}`)}${turn === 'falls' ? '（噪声再大，它又会下降）' : ''}`;
        return `${data}；滤波器的秩${flat ? '几乎不变' : '变为'} ${value('filters', `${from} → ${to}`)}。${learnt(verdict.outcome)}`;
      }
      case 'alone':
        return `数据的秩为 ${value('data', verdict.data)}${verdict.turn === 'lowered' ? '（比没有噪声时小）' : ''}，滤波器的秩为 ${value('filters', verdict.filters)}。${learnt(verdict.outcome)}`;
    }
  },
};
