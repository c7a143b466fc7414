import type { PresetName } from '../../experiment/presets';
import type { Strings } from '../en';
import type { Verdict } from '../guide-facts';
import { value } from '../markup';
import { hundredths } from '../numbers';
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
  'near-critical': '结论在这里失效：大多数滤波器跟随噪声，大约一半的能量在信号之外。',
  memorised: '噪声这么大时，网络记住的是噪声：训练准确率为 1，测试准确率接近随机猜测。',
  'few-images': '每个信号向量只出现在四幅图像中，不足以胜过噪声。',
  diverges: '目标上也有噪声，步长又这么大，损失越出界限后不再回来。',
};

/** What to look for in a preset, and what became of a run, in half a line. */
export const verdict: Strings['verdict'] = {
  look,
  came: '本次运行：',
  comparing: '正在与 σ = 0 比较…',
  text(verdict: Verdict): string {
    switch (verdict.kind) {
      case 'diverged':
        return `到第 ${verdict.step} 步已发散：读不出秩。`;
      case 'unfitted':
        return `未拟合：训练准确率为 ${hundredths(verdict.trainAccuracy)}，太低，看不出它学到什么。`;
      case 'clean':
        return `没有噪声，滤波器 ${value('filters', verdict.filters)}，数据 ${value('clean', verdict.data)}。`;
      case 'memorised':
        return `记住了噪声：滤波器的能量有${spaced(percent(verdict.share))} 在信号子空间中${verdict.testAccuracy === null ? '' : `，测试准确率为 ${hundredths(verdict.testAccuracy)}`}。`;
      case 'flat':
        return `秩不变：滤波器 ${value('filters', `${verdict.from} → ${verdict.to}`)}，而数据 ${value('data', `${verdict.dataFrom} → ${verdict.dataTo}`)}。`;
      case 'moved':
        return `秩有变化：滤波器 ${value('filters', `${verdict.from} → ${verdict.to}`)}，而数据 ${value('data', `${verdict.dataFrom} → ${verdict.dataTo}`)}${verdict.share === null ? '' : `；滤波器的能量有${spaced(percent(verdict.share))} 在信号子空间中`}。`;
      case 'alone':
        return `滤波器 ${value('filters', verdict.filters)}，数据 ${value('data', verdict.data)}。`;
    }
  },
};
