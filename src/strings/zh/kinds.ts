import type { ImageKind } from '../../experiment/parameters';
import type { DataFacts } from '../facts';
import type { KindWords } from '../kind-words';
import { term } from '../markup';

const silent = { race: '', limit: '', prediction: '', dimension: '', map: '' };

/** Words by kind of images. */
export const kinds: Readonly<Record<ImageKind, KindWords>> = {
  synthetic: {
    images: ({ signalDimension, patches, everywhere, noisy, sigma }) => {
      const vectors = `${signalDimension === null ? '若干' : ` ${signalDimension} `}个信号向量之一；信号向量的个数 2K 就是${term('signal-dimension', '信号维数')}`;
      if (patches === 1) return `每幅图像只有一个图像块，其中含有${vectors}。`;
      if (sigma > 0 && !noisy)
        return `每幅图像有 ${patches} 个图像块。其中一块是目标，含有${vectors}。其余各块始终是空的：信号向量没有给噪声留下任何方向。`;
      return `每幅图像有 ${patches} 个图像块。其中一块是目标，含有${vectors}。其余各块是空的，直到${term('background-noise', '背景噪声')}填满它们${everywhere ? '（目标所在的块也加噪声）' : ''}。噪声不含任何类别信息：它对识别新图像毫无帮助。`;
    },
    instead: '现在的图像是合成的。',
    called: (name) => name,
    shows: (name) => name,
    object: ({ alone, patterns }) => `${alone ? '目标：' : ''}${patterns} 种图案之一`,
    rest: ({ alone, sigma, everywhere }) =>
      sigma === null
        ? alone
          ? '其余：空'
          : '其中没有噪声'
        : everywhere
          ? `整幅都有噪声，σ\u00a0=\u00a0${sigma}`
          : `其余：噪声，σ\u00a0=\u00a0${sigma}`,
    untold: silent,
  },
  mnist: {
    images: ({ classes: [plus, minus], layout, noisy, patches, signalDimension }) =>
      `图像是手写数字 ${plus} 和 ${minus}，${laid[layout](noisy, patches)}。它们的内容大多集中在少数方向上${signalDimension === null ? '' : `：${signalDimension} 个方向就占到干净图像块 90% 的能量，这里用它代替${term('signal-dimension', '信号维数')}`}。`,
    instead: '',
    called: (name) => name,
    shows: (name) => `数字 ${name}`,
    object: ({ alone, name }) => `${alone ? '目标：' : ''}手写数字 ${name}`,
    rest: ({ alone, sigma }) =>
      sigma === null
        ? alone
          ? '其余：空'
          : '其中没有噪声'
        : `${alone ? '其余' : '空白处'}：噪声，σ\u00a0=\u00a0${sigma}`,
    untold: {
      race: '数字图像不是由范数相同的信号向量组成的。其中没有 K，这场竞争在此没有数值；有关的论述只适用于合成图像。',
      limit: '对于数字图像，σ* 没有已知的公式。增大 σ，测试准确率可能下降。',
      prediction: '没有预测值：只有合成图像才有已知个数、范数相同的信号向量。',
      dimension:
        'MNIST 数字不是由范数相同的信号向量组成的：其中没有 K，因此也没有 σ*。代替 2K 的是信号子空间的维数，由干净图像块矩阵得出。',
    },
  },
  fashion: {
    images: ({ classes: [plus, minus], layout, noisy, patches, signalDimension }) =>
      `图像是 Fashion-MNIST 的服饰，${garment(plus)}和${garment(minus)}，${laid[layout](noisy, patches)}。它们的内容大多集中在少数方向上${signalDimension === null ? '' : `：${signalDimension} 个方向就占到干净图像块 90% 的能量，这里用它代替${term('signal-dimension', '信号维数')}`}。`,
    instead: '现在的图像是服饰。',
    called: garment,
    shows: garment,
    object: ({ alone, name }) => `${alone ? '目标：' : ''}${garment(name ?? '')}`,
    rest: ({ alone, sigma }) =>
      sigma === null
        ? alone
          ? '其余：空'
          : '其中没有噪声'
        : `${alone ? '其余' : '空白处'}：噪声，σ\u00a0=\u00a0${sigma}`,
    untold: {
      race: '服饰图像不是由范数相同的信号向量组成的。其中没有 K，这场竞争在此没有数值；有关的论述只适用于合成图像。',
      limit: '对于服饰图像，σ* 没有已知的公式。增大 σ，测试准确率可能下降。',
      prediction: '没有预测值：只有合成图像才有已知个数、范数相同的信号向量。',
      dimension:
        '服饰图像不是由范数相同的信号向量组成的：其中没有 K，因此也没有 σ*。代替 2K 的是信号子空间的维数，由干净图像块矩阵得出。',
    },
  },
  file: {
    images: ({ classes: [plus, minus], layout, noisy, patches, signalDimension }) =>
      `图像由你自备：${plus} 对 ${minus}，${brought[layout](noisy, patches)}。它们的内容大多集中在少数方向上${signalDimension === null ? '' : `：${signalDimension} 个方向就占到干净图像块 90% 的能量，这里用它代替${term('signal-dimension', '信号维数')}`}。`,
    instead: '现在的图像是你自备的。',
    called: (name) => name,
    shows: (name) => name,
    object: ({ alone, name }) => `${alone ? '目标：' : ''}属于 ${name ?? '某一类'} 的图像`,
    rest: ({ alone, sigma }) =>
      sigma === null
        ? alone
          ? '其余：空'
          : '其中没有噪声'
        : `${alone ? '其余' : '空白处'}：噪声，σ\u00a0=\u00a0${sigma}`,
    untold: {
      race: '自备图像不是由范数相同的信号向量组成的。其中没有 K，这场竞争在此没有数值；有关的论述只适用于合成图像。',
      limit: '对于自备图像，σ* 没有已知的公式。增大 σ，测试准确率可能下降。',
      prediction: '没有预测值：只有合成图像才有已知个数、范数相同的信号向量。',
      dimension:
        '自备图像不是由范数相同的信号向量组成的：其中没有 K，因此也没有 σ*。代替 2K 的是信号子空间的维数，由干净图像块矩阵得出。',
    },
  },
};

/** Classes of Fashion-MNIST, by their numbers. */
const garments = ['短袖衫', '裤子', '套头衫', '连衣裙', '外套', '凉鞋', '衬衫', '运动鞋', '包', '短靴'];

function garment(name: string): string {
  return garments[Number(name)] ?? name;
}

/** How an image that was brought becomes patches. */
const brought: Readonly<Record<DataFacts['layout'], (noisy: boolean, patches: number) => string>> = {
  grid: (noisy) => `每幅平均缩小，占四个图像块中的一块，${rest(noisy)}`,
  pixels: (noisy) => `每幅完整地作为一个图像块${empty(noisy)}`,
  windows: (noisy, patches) => `每幅切成 ${patches} 个窗口，作为它的图像块${empty(noisy)}`,
};

const empty = (noisy: boolean) => (noisy ? '，空白像素上加噪声' : '');

/** How a digit becomes patches. */
const laid: Readonly<Record<DataFacts['layout'], (noisy: boolean, patches: number) => string>> = {
  grid: (noisy) => `每个平均缩小到 14 × 14 像素，占四个图像块中的一块，${rest(noisy)}`,
  pixels: (noisy) => `每个完整地作为一个图像块${empty(noisy)}`,
  windows: (noisy, patches) => `每个切成 ${patches} 个窗口，作为它的图像块${empty(noisy)}`,
};

const rest = (noisy: boolean) => (noisy ? '其余是噪声' : '其余为空');
