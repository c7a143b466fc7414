import type { Strings } from '../en';

export const panels: Strings['panels'] = {
  names: {
    figures: '三个秩',
    curve: '秩随噪声的变化',
    data: '数据的谱',
    filters: '滤波器的谱',
    training: '训练曲线',
    sweep: '噪声扫描',
    map: '相图',
    tiles: '滤波器图像',
    alignment: '对齐程度',
    images: '训练图像',
    runs: '比较',
    theory: '理论',
  },
  figures: {
    figures: '三个秩',
    curve: '秩随噪声的变化',
    data: '数据的奇异值',
    filters: '滤波器的奇异值',
    training: '训练',
    sweep: '噪声扫描',
    map: '相图',
    tiles: '全部滤波器',
    alignment: '滤波器的对齐程度',
    images: '训练图像',
  },
};
