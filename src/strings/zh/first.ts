import type { PresetName } from '../../experiment/presets';
import type { FirstStrings } from '../en/first';
import { hundredths } from '../numbers';
import { parameters } from './parameters';
import { spaced } from './spaced';
import { curve } from './curve';

/** A share in percent; rounding must not claim all or nothing. */
export function percent(share: number): string {
  if (share > 0.999 && share < 1) return '超过 99.9%';
  if (share > 0 && share < 0.001) return '不到 0.1%';
  return `${Math.round(share * 1000) / 10}%`;
}

const presets: Readonly<Record<PresetName, string>> = {
  default: '默认',
  'no-noise': '无噪声',
  wide: '宽网络',
  'nine-patches': '九个图像块',
  'image-matrix': '图像矩阵',
  mnist: 'MNIST 0 与 1',
  shoes: '运动鞋与短靴',
  clothes: '裤子与衬衫',
  deep: '五层网络',
  transformer: 'Transformer',
  'near-critical': '信号与噪声各半',
  memorised: '记住噪声',
  'few-images': '图像很少',
  adam: 'Adam',
  dense: '不共享权重',
  staircase: '不均匀的模式',
  'wrong-labels': '错误标签',
  coloured: '有色噪声',
  diverges: '学习率过大',
};

/** What a run is computed on, within a line. */
export const backends: FirstStrings['backends'] = { webgl: 'GPU (WebGL)', wasm: 'WebAssembly', cpu: '纯 TypeScript' };

const complicated = '噪声让数据看似复杂';

/** The heading is true of what is shown. */
const titles: FirstStrings['claim']['title'] = {
  learnt: `${complicated}，网络却能看穿它。`,
  memorised: `${complicated}，网络能看穿它，但有限度。`,
  mislabelled: '这里的标签可能有错，网络更多地依靠噪声，而不是信号。',
  partly: `${complicated}，网络只看穿了一部分。`,
  fitted: `${complicated}，网络从中看出什么，无从知道。`,
  unfitted: `${complicated}，这个网络还没有拟合它。`,
  open: `${complicated}，网络能看穿它吗？`,
  unknown: '网络能看穿噪声吗？',
  faint: '这里的噪声几乎没有让数据看起来更复杂。',
  turned: '按稳定秩，这种噪声让数据看起来更简单；按有效秩，则复杂得多。',
  lowered: '这里的噪声让数据看似更简单，而不是更复杂。',
  still: '这里还没有噪声。加上噪声，网络能看穿它吗？',
  unreached: '噪声到不了这些图像：没有什么需要看穿。',
  unstable: '这里的训练不稳定：换一台设备，可能得到另一个网络。',
  diverged: '这里的训练已发散：从这个网络读不出任何结论。',
};

/** Words that the first figure needs, in Chinese. */
export const first: FirstStrings = {
  title: '噪声下的秩',
  percent,
  parameters,
  page: {
    navigation: '页面',
    controls: '控件',
    whole: '在完整页面中打开此实验（依据 arXiv 2504.08628）',
    tour: '导览',
    present: '演示',
    save: '保存',
    share: '分享',
    someFilters: '部分滤波器',
    dismiss: '关闭',
    further: (count: number) => `另有 ${count} 条。`,
    menu: '语言、主题、打印',
    print: '打印',
    theme: { light: '使用浅色主题', dark: '使用深色主题', projector: '使用投影主题' },
    broken: '页面的一部分无法显示。',
    missing: '页面有些部分没有载入。',
    again: '重试',
    reload: '重新加载',
    numbers: (chart: string) => `数据表：${chart}`,
  },
  claim: { title: titles, text: '每个点是一个网络，刚刚在你的浏览器里用带有相应噪声的图像训练而成。拖动手柄试试。' },
  presets: {
    label: '示例（预设）',
    examples: '示例',
    own: '自己的实验',
    holds: '结论成立',
    breaks: '结论失效',
    all: presets,
  },
  sliders: {
    span: '图像的信号子空间',
    spanDocs: '干净图像块矩阵中，占到 90% 能量所需的最少的前几个右奇异向量。',
    critical: 'σ* 临界',
    criticalDocs: (critical: number) =>
      `临界噪声 σ* = (μ/√d)(n/2K)^(1/q) = ${hundredths(critical)}：这是标度律，不是精确的界限。`,
    toDefault: '双击或按删除键恢复默认值。',
    width: (m: number) => `每类 ${m} 个滤波器`,
    noiseBriefly: '噪声 σ',
    widthBriefly: (m: number) => `每类 ${m} 个`,
  },
  fields: { against: ' 与 ', plus: '类别 +1', minus: '类别 −1', more: '更多' },
  transport: {
    label: '训练',
    play: '播放',
    pause: '暂停',
    replay: '重播',
    step: '单步',
    restart: '重新开始',
    newSeed: '换种子',
    pace: '节奏',
    paces: { usual: '正常节奏', slow: '慢动作', once: '立即完成' },
  },
  figures: {
    label: '秩',
    clean: '干净数据',
    data: (sigma: string) => `含噪数据 σ\u00a0=\u00a0${sigma}`,
    filters: '学到的滤波器',
    share: (share: string) => `信号占比${spaced(share)}`,
    within: (name: string) => name,
  },
  curve,
  backends,
};
