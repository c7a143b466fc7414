import type { MatrixName, NetworkName } from '../../experiment/networks';
import type { Experiment } from '../../experiment/parameters';
import type { Strings } from '../en';
import { outweighs, meet } from '../judged';
import { value } from '../markup';
import { hundredths, rank } from '../numbers';
import type { AttentionFacts, DepthFacts, FirstLayerFacts, LayersFacts } from '../panel-facts';
import { percent } from './first';

const after = (step: number) => (step === 0 ? '训练前' : `${step} 步后`);

/** Of the matrix of filters, by the network. */
const filters: Readonly<Record<NetworkName, string>> = {
  cnn: '滤波器 W',
  deep: '滤波器 W₁',
  transformer: '滤波器 E',
  dense: '滤波器 W',
};
const others: Readonly<Record<Exclude<MatrixName, 'filters'>, string>> = {
  W2: '层 W₂',
  W3: '层 W₃',
  W4: '层 W₄',
  c: '类别词元 c',
  Wq: '查询',
  Wk: '键',
  Wv: '值',
  Wm: '混合',
};
export const ranks: Readonly<Record<Experiment['rank'], string>> = {
  stable: '稳定秩',
  effective: '有效秩',
  numerical: '数值秩',
  energy: '能量秩',
};
const stages: Readonly<Record<'x' | 't' | 'o' | 'v', string>> = { x: '图像', t: '词元', o: '注意力', v: '输出' };

/** Deeper networks and attention: which the paper leaves open, and which can be tried here. */
export const open: Strings['open'] = {
  title: '论文留下的问题',
  what: '论文对两层网络证明了它的结论；更深的网络、图像在其中变成什么，以及 Transformer，论文都列为未解决的问题。这里也不证明什么，但两者都可以试一试。',
  networks:
    '在深层 CNN 中，每一层把下一层对图像块的输出混合起来。在图像块 Transformer 中，一个类别词元通过注意力决定从每一块取多少。',
  figures: '下面是每个权重矩阵的谱，以及图像在各深度变成的东西的秩。',
  take: { cnn: '回到两层 CNN', deep: '训练深层 CNN', transformer: '训练图像块 Transformer' },
  first: ({ step, images, layer }: FirstLayerFacts) => {
    const noisy = value('data', rank(layer.noisy)),
      clean = value('clean', rank(layer.clean));
    const of = `${after(step)}，含噪声时稳定秩为 ${rank(images.noisy)}、不含噪声时为 ${rank(images.clean)} 的图像，经过第一层后分别为 ${noisy} 和 ${clean}`;
    if (meet(images.noisy, images.clean)) return `${of}。`;
    return meet(layer.noisy, layer.clean) ? `${of}：两条线在那里相遇。` : `${of}：两条线在那里仍然分开。`;
  },
  putting: '正在让图像通过网络。',
  looks: ({ share, chance }: AttentionFacts) => {
    if (share === null) return '';
    const of = `含有目标的图像块得到 ${percent(share)} 的注意力，平均分配则为 ${percent(chance)}`;
    if (outweighs(share, chance)) return `${of}：网络看着目标。`;
    return outweighs(chance, share) ? `${of}：网络不看目标。` : `${of}。`;
  },
  layers: {
    name: '每个权重矩阵的奇异值',
    empty: '还没有权重。',
    caption: '奇异值',
    matrix: (net: NetworkName, name: MatrixName) => (name === 'filters' ? filters[net] : others[name]),
    sized: (name: string, rows: number, columns: number) => `${name}，${rows} × ${columns}`,
    ranks,
    description: ({ step, notion, ranks: all }: LayersFacts) =>
      `${after(step)}，各权重矩阵的${notion}：${all.map(({ name, value: each }) => `${name} 为 ${each}`).join('，')}。`,
  },
  depth: {
    name: '各深度的秩',
    stage: '嵌入',
    names: { noisy: '含噪声的图像', clean: '干净的图像', noisyBefore: '含噪声，未训练', cleanBefore: '干净，未训练' },
    stages: (name: string) => {
      const known = Object.entries(stages).find(([each]) => each === name)?.[1];
      return known ?? `第 ${name.slice(1)} 层`;
    },
    caption: (notion: string, matrix: Experiment['matrix'], step: number) =>
      `${after(step)}图像变成的东西的${notion}，${matrix === 'patch' ? '每个图像块' : '每幅图像'}一行`,
    description: ({ step, notion, stages: all }: DepthFacts) =>
      `${after(step)}，含噪声与不含噪声时的${notion}：${all.map(({ name, noisy, clean }) => `${name} 为 ${noisy} 和 ${clean}`).join('，')}。`,
    computing: '正在让图像通过网络…',
  },
  attention: {
    none: '这个网络没有注意力：它从每个图像块取得一样多。',
    overTime: '训练过程中的注意力',
    overNoise: '注意力与噪声',
    object: '目标',
    chance: (share: string) => `1/P = ${share}`,
    caption: '对目标的注意力',
    captionOf: (share: string) => `对目标的注意力；虚线：平均分配，1/P = ${share}`,
    lead: '一些训练图像：图像块越淡，得到的注意力越少。',
    after: (steps: number) => `${after(steps)}对目标的注意力`,
    half: '一半的能量是噪声',
    description: ({ step, share, chance }: AttentionFacts) =>
      step === null || share === null
        ? '尚未测量。'
        : `${after(step)}，目标得到 ${hundredths(share)} 的注意力；平均分配则为 ${hundredths(chance)}。`,
    overNoiseText: (runs: number, sigma: string, { share, chance }: AttentionFacts) =>
      `已测量 ${runs} 个噪声水平。${share === null ? '' : `在 σ = ${sigma} 处，目标现在得到 ${hundredths(share)} 的注意力；`}平均分配则为 ${hundredths(chance)}。`,
    shades: '注意力在训练图像中的去向：图像块越淡，得到的越少',
    image: (image: number, share: string | null) =>
      share === null ? `第 ${image} 幅训练图像` : `第 ${image} 幅训练图像：其中的目标得到 ${share} 的注意力`,
  },
};
