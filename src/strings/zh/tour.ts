import type { Strings } from '../en';
import type { TourFacts } from '../guide-facts';
import { value } from '../markup';
import { hundredths, rank, short, withError } from '../numbers';
import { alone } from '../judged';
import { causes } from './causes';
import { percent } from './first';
import { others } from './follow';
import { spaced } from './spaced';

const training = '网络正在训练。';
const drawing = '正在生成图像。';

/** The story in steps of one or two sentences; every number in them is measured. */
export const tour: Strings['tour'] = {
  button: '导览',
  label: '导览',
  count: (at: number, of: number) => `${at} / ${of}`,
  arrived: (at: number, of: number, title: string) => `${at} / ${of}：${title}`,
  back: '上一节',
  next: '下一节',
  finish: '完成',
  leave: '离开导览',
  changed: '您改变了实验，所以这一节的文字已不再适用。',
  restore: '恢复这一节的实验',
  steps: {
    clean: {
      title: '干净数据的方向很少',
      text: ({ data: { clean, signalDimension } }: TourFacts) =>
        clean === null
          ? drawing
          : `每幅图像含有 ${signalDimension} 个信号向量之一，此外什么也没有。数据的稳定秩为 ${value('clean', rank(clean))}：正是这么多能量相同的方向。`,
    },
    noise: {
      title: '噪声填满其余所有方向',
      text: ({ data: { clean, data, sigma } }: TourFacts) =>
        clean === null || data === null
          ? drawing
          : `σ = ${short(sigma)} 的噪声不含任何类别信息。然而数据的稳定秩从 ${value('clean', rank(clean))} 变为 ${value('data', rank(data))}。`,
    },
    random: {
      title: '网络从随机开始',
      text: ({ filters, initial }: TourFacts) =>
        initial === null
          ? training
          : `网络有 ${filters} 个滤波器，尚未训练。它们指向四面八方：稳定秩为 ${value('filters', rank(initial))}。`,
    },
    first: {
      title: '首先，秩下降',
      text: ({ run: { step, looking }, least }: TourFacts) =>
        least === null
          ? training
          : `到第 ${least.step} 步，滤波器的稳定秩降到了 ${value('filters', rank(least.rank))}。${least.rank < alone ? '有一个方向' : '少数几个方向'}的增长远远超过其他方向。${looking && step !== least.step ? `现在显示的是第 ${step} 步。` : ''}`,
    },
    rise: {
      title: '信号的奇异值上升',
      text: ({ run: { risen } }: TourFacts) => {
        if (!risen || risen.count === 0) return '训练在继续。请看虚线之前的条形。';
        const { count, of, first, last } = risen;
        return `${first === last ? `到第 ${first} 步` : `从第 ${first} 步到第 ${last} 步`}，前 ${of} 个奇异值中有 ${count} 个升到了初始值的五倍。虚线之后的奇异值留在后面。`;
      },
    },
    ignore: {
      title: '滤波器不理会噪声',
      text: ({ run: { filters, data, share, step }, ended }: TourFacts) =>
        !ended || filters === null || data === null
          ? training
          : `${step ?? 0} 步之后，滤波器的稳定秩为 ${value('filters', rank(filters))}，其数据为 ${value('data', rank(data))}。${share === null ? '' : `训练带来的变化有${spaced(percent(share))} 在信号子空间中。`}`,
    },
    winner: {
      title: '增长起来的滤波器大多选定一个特征',
      text: ({ follow, ended }: TourFacts) => {
        if (!ended || follow === null) return training;
        const { filters, following } = follow;
        return `${filters} 个滤波器中，${following} 个各跟随一个信号向量${others(follow)}。在增长起来的滤波器中，大多数开始时的领先变成了全部。`;
      },
    },
    width: {
      title: '更宽并不意味着更高的秩',
      text: ({ filters, run, ended }: TourFacts) =>
        !ended || run.filters === null
          ? `现在有 ${filters} 个滤波器。${training}`
          : `现在有 ${filters} 个滤波器，它们的稳定秩为 ${value('filters', rank(run.filters))}：滤波器更多，方向却几乎没有增加。`,
    },
    sweep: {
      title: '秩随噪声的变化',
      text: ({ curve }: TourFacts) => {
        if (!curve) return '一次运行只是一个点。现在在每个噪声水平上训练同样的网络。';
        const { done, total, data, learnt } = curve;
        const made = done < total ? `${total} 次运行已完成 ${done} 次。` : `${total} 次运行：`;
        const range =
          learnt &&
          (rank(learnt.low) === rank(learnt.high)
            ? `保持在 ${value('filters', rank(learnt.low))}`
            : `保持在 ${value('filters', rank(learnt.low))} 与 ${value('filters', rank(learnt.high))} 之间`);
        const filters = learnt
          ? `直到 σ = ${short(learnt.to)}，滤波器的稳定秩${range}${learnt.last ? '' : '；此后它们开始跟随噪声'}。`
          : '';
        return `${made}数据的稳定秩从 ${value('clean', rank(data.first))} 变为 ${value('data', rank(data.most))}。${filters}`;
      },
    },
    memorised: {
      title: '噪声太大，网络就记住噪声',
      text: ({ run: { sigma, share, testAccuracy, testError }, critical, trainAccuracy, ended }: TourFacts) => {
        const past =
          critical === null ? '' : `σ = ${short(sigma)} 已越过 σ* = ${short(critical)}，即标度律给出的标记。`;
        if (!ended || share === null || testAccuracy === null || trainAccuracy === null) return `${past}${training}`;
        return `${past}训练准确率为 ${hundredths(trainAccuracy)}，测试准确率为 ${withError(testAccuracy, testError ?? 0)}：训练带来的变化只有${spaced(percent(share))} 在信号子空间中。`;
      },
    },
    deeper: {
      title: '再加一层，秩依然很低',
      text: ({ data: { data }, run: { filters }, ended }: TourFacts) => {
        const what = '增加的一层把滤波器对每个图像块的输出混合起来。';
        if (!ended || data === null || filters === null) return `${what}${training}`;
        return `${what}滤波器的稳定秩为 ${value('filters', rank(filters))}，而数据的稳定秩为 ${value('data', rank(data))}。图像在它们之后变成什么，按深度逐层显示。`;
      },
    },
    causes: {
      title: '每次只改变一处',
      text: ({ causes: facts }: TourFacts) =>
        `换成别的网络和别的训练方式，再画同样的曲线。${causes.summed(facts) || training}`,
    },
    stairs: {
      title: '不均匀的模式：阶梯',
      text: ({ run: { risen } }: TourFacts) => {
        const what = '每类最后一个信号向量只有第一个的一半长。信号向量越长，它的方向就越早被学会。';
        return risen && risen.count > 0
          ? `${what}前 ${risen.of} 个奇异值中有 ${risen.count} 个升到初始值的五倍，最后一个在第 ${risen.last} 步。`
          : what;
      },
    },
    digits: {
      title: '真实的数字',
      text: ({ data: { classes, clean }, run: { filters, data, testAccuracy, testError }, ended }: TourFacts) => {
        const what = `手写数字 ${classes[0]} 与 ${classes[1]}，占四个图像块中的一块。`;
        if (!ended || clean === null || data === null || filters === null) return `${what}${training}`;
        return `${what}噪声使数据的稳定秩从 ${value('clean', rank(clean))} 变为 ${value('data', rank(data))}；滤波器的稳定秩为 ${value('filters', rank(filters))}${testAccuracy === null ? '' : `，测试准确率为 ${withError(testAccuracy, testError ?? 0)}`}。`;
      },
    },
  },
};
