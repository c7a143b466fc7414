import type { Strings } from '../en';
import type { Milestone } from '../guide-facts';
import { hundredths, short } from '../numbers';
import { problems } from './problems';

/** What a screen reader says of a run and its moments. */
export const milestones: Strings['milestones'] = {
  label: '训练的各个时刻',
  text(milestone: Milestone): string {
    switch (milestone.kind) {
      case 'started':
        return '训练开始。';
      case 'separated':
        return `到第 ${milestone.step} 步，滤波器的前 ${milestone.count} 个奇异值与其余奇异值拉开了距离。`;
      case 'finished': {
        const { steps, filters, data, sigma, testAccuracy, memorised } = milestone;
        const of = data === null ? '' : `，数据的秩（σ = ${short(sigma)}）为 ${data}`;
        const test = testAccuracy === null ? '' : `测试准确率为 ${hundredths(testAccuracy)}。`;
        return `${steps} 步之后训练完成。滤波器的秩为 ${filters}${of}。${test}${memorised ? '网络记住了噪声。' : ''}`;
      }
      case 'diverged':
        return `到第 ${milestone.step} 步训练已发散。`;
      case 'failed':
        return `训练失败。${problems.text(milestone.failure)}`;
      case 'swept':
        return `${milestone.what === 'sweep' ? '扫描' : '相图'}已完成：共 ${milestone.runs} 次运行。`;
    }
  },
};
