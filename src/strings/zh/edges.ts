import type { ColourFacts, ContrastFacts, LabelFacts, StairsFacts, StopFacts } from '../edge-facts';
import type { Strings } from '../en';
import { againstClean } from '../judged';
import { term, value } from '../markup';
import { hundredths, rank, short } from '../numbers';
import { percent } from './first';

/** When the signal share began to leave, beside what the rank did. */
function ofShare(step: number, grown: number | undefined, half: number | undefined): string {
  const fallen = `第 ${step} 步下降了十分之一`;
  if (grown === undefined)
    return half === undefined || step < half
      ? `信号占比看得见：它在${fallen}；但这需要知道信号。`
      : `信号占比在${fallen}，比这更晚。`;
  if (step < grown) return `信号占比先动：它在${fallen}；但这需要知道信号。`;
  return `信号占比在${fallen}，${step === grown ? '与秩同时' : '比秩更晚'}。`;
}

/** What became of wrong labels, and what the rank said of it. */
function told({ says, fitted, least, grown, half, left, end, steps }: LabelFacts): string {
  const atEnd = `${steps} 步之后，标签正确的图像拟合了 ${percent(end.right)}，标签错误的拟合了 ${percent(end.wrong)}`;
  if (!fitted || !least) return `${atEnd}：这里并不是先拟合标签正确的图像。`;
  const start = `到第 ${fitted.step} 步，标签正确的图像已经拟合。`;
  if (says === 'nothing') return `${start}${atEnd}；有效秩没有增长一半，为 ${value('filters', end.rank)}。`;
  const later = half ? `到第 ${half.step} 步，错误标签已有一半被拟合` : '';
  const moved = left ? ofShare(left.step, grown?.step, half?.step) : '';
  const rise = grown
    ? `第 ${grown.step} 步，有效秩增长了一半，${value('filters', `${least.rank} → ${grown.rank}`)}`
    : '';
  const sentence = {
    first: `${rise}，此时还没有任何错误标签被拟合；${later}。秩最先知道，而且不需要知道信号，也不需要测试图像。`,
    'before half': `${rise}；${later}。秩给出了警告，不过此时已有一些被拟合。`,
    late: `${later}。${rise}：警告来得太晚。`,
    grown: `${rise}。${atEnd}。`,
    blind: `${later}，而有效秩没有增长一半，最后为 ${value('filters', end.rank)}。秩在这里看不见：被记住的内容只沿少数新方向进入。`,
  }[says];
  return `${start}${sentence}${moved}`;
}

const contrasts: Readonly<Record<ContrastFacts['says'], string>> = {
  first: '在任何错误标签被拟合之前，秩已增长一半',
  'before half': '在一半错误标签被拟合之前，秩已增长一半',
  late: '在一半错误标签被拟合之后，秩才增长一半',
  blind: '一半错误标签已被拟合，秩没有增长一半',
  grown: '秩已增长一半；还不到一半错误标签被拟合',
  nothing: '还不到一半错误标签被拟合，秩也没有增长一半',
};

/** Where the claim's edges are: wrong labels, uneven patterns, coloured noise. */
export const edges: Strings['edges'] = {
  story: {
    title: '结论的边界在哪里',
    what: '论文中标签都正确，信号向量一样强，噪声是白的。在这里，每一条都可以改变。',
    labels: '错误标签：没有信号能解释它们，拟合它们就是记住噪声。在两层网络中，滤波器的秩可能在此之前就增长。',
    stairs: `不均匀的模式：信号向量越强，就越早被学会，而每一个都带起滤波器的一个${term('singular-value', '奇异值')}。`,
    colour: `有色噪声有自己的方向。当其中最强的方向超过信号时，数据的${term('stable-rank', '稳定秩')}下降，而有效秩上升。`,
    take: { labels: '翻转十分之一的标签', stairs: '让模式不均匀', colour: '给噪声上色', default: '回到默认实验' },
  },
  colour: {
    noise: '仅噪声',
    tell: ({ colour, sigma, stable, effective, filters }: ColourFacts) => {
      const both = `在 α = ${short(colour)}、σ = ${short(sigma)} 时，噪声使数据的稳定秩 ${value('data', `${rank(stable[0])} → ${rank(stable[1])}`)}，有效秩 ${value('data', `${rank(effective[0])} → ${rank(effective[1])}`)}`;
      const turned =
        againstClean(stable[1], stable[0]) === 'lower' && againstClean(effective[1], effective[0]) === 'far higher'
          ? '：图形翻转了'
          : '';
      return `${both}${turned}。${filters === null ? '' : `滤波器的稳定秩为 ${value('filters', rank(filters))}。`}`;
    },
  },
  labels: {
    none: '这里没有错误的训练标签。',
    waiting: '运行结束后，会说明什么先发生。',
    lines: { right: '正确标签', wrong: '错误标签', test: '测试', loss: '损失', testLoss: '测试' },
    accuracy: '已拟合图像的比例',
    loss: '损失',
    names: {
      accuracy: '按标签分开的训练准确率，以及测试准确率',
      rank: '错误标签下滤波器的秩',
      loss: '错误标签下的损失',
      spectra: '停止处与继续下去的奇异值',
    },
    events: { fitted: '正确标签已拟合', grown: '秩增长一半', half: '错误标签过半' },
    rank: (notion: string) => `滤波器的${notion}`,
    notion: '秩',
    accuracyAt: (at: { readonly step: number; readonly right: number; readonly wrong: number } | null) =>
      at === null
        ? '还没有测量结果。'
        : `第 ${at.step} 步，标签正确的训练图像拟合了 ${percent(at.right)}，标签错误的拟合了 ${percent(at.wrong)}。`,
    rankAt: (at: { readonly step: number; readonly rank: string } | null) =>
      at === null ? '还没有测量结果。' : `第 ${at.step} 步，秩为 ${at.rank}。`,
    lossAt: (at: { readonly step: number; readonly loss: string } | null) =>
      at === null ? '还没有测量结果。' : `第 ${at.step} 步，损失为 ${at.loss}。`,
    tell: told,
    stop: ({ by, step }: Pick<StopFacts, 'by' | 'step'>) =>
      by === 'rank' ? `停在第 ${step} 步：秩在此发出警告` : `停在第 ${step} 步：测试准确率在此最高`,
    on: (steps: number) => `继续到第 ${steps} 步`,
    compared: ({ step, steps, test, wrong }: StopFacts) => {
      const labels = `第 ${step} 步，错误标签拟合了 ${percent(wrong[0])}，第 ${steps} 步为 ${percent(wrong[1])}`;
      return test === null
        ? `${labels}。`
        : `${labels}；测试准确率在前者为 ${hundredths(test[0])}，在最后为 ${hundredths(test[1])}。`;
    },
    spectra: {
      caption: '滤波器的奇异值',
      before: '秩最小时',
      stopped: (step: number) => `停在第 ${step} 步`,
      on: (step: number) => `继续到第 ${step} 步`,
      shown: (step: number) => `第 ${step} 步`,
      description: (cells: readonly { readonly name: string; readonly rank: string }[]) =>
        `滤波器的有效秩：${cells.map(({ name, rank: each }) => `${name} ${each}`).join('，')}。`,
    },
    contrast: {
      lead: '同样的图像和标签，四种网络：错误标签被拟合的比例，以及第一层的有效秩占其最大可能值的比例。',
      make: '用这些标签训练四种网络',
      wrong: '错误标签',
      rank: '秩',
      caption: '比例',
      names: { cnn: '两层', depth3: '深度 3', depth5: '深度 5', transformer: 'Transformer' },
      pending: '正在生成…',
      tell: ({ says, from, to, half }: ContrastFacts) =>
        `${contrasts[says]}。有效秩 ${value('filters', `${from} → ${to}`)}${half === null ? '' : `，到第 ${half} 步错误标签过半`}。`,
    },
  },
  stairs: {
    name: '滤波器的奇异值，按模式命名',
    caption: '滤波器的奇异值，按其所属的模式命名',
    place: (at: number) => `奇异值 ${at}`,
    unknown: '只有合成图像，且滤波器为各图像块共享时，才知道模式。',
    tell: ({ risen, of, steps, uneven, strongestFirst }: StairsFacts) => {
      if (risen.length === 0) return `在 ${steps} 步之内，${of} 个模式都没有上升。`;
      const list = risen.map(({ name, step }) => `${name} 在第 ${step} 步`).join('，');
      const order = uneven ? (strongestFirst ? '，最强的在先' : '，并不总是最强的在先') : '';
      const missing = risen.length < of ? `${of} 个中有 ${of - risen.length} 个没有上升。` : '';
      return `升到初始最大值五倍的滤波器奇异值，各以其方向最接近的模式命名：${list}${order}。${missing}`;
    },
  },
};
