import type { Strings } from '../en';
import { file } from '../markup';

/** Figures and data of the current run as files, and runs that are opened from files. */
export const saving: Strings['saving'] = {
  title: '保存',
  figure: {
    title: '图',
    panel: '面板',
    ranks: '干净数据、含噪数据和学到的滤波器的秩',
    preview: (name: string) => `预览：${name}`,
    drawing: '正在绘制…',
    format: '格式',
    transparent: '透明背景',
    save: '保存图',
  },
  data: {
    title: '数据',
    files: {
      run: { name: '运行', why: '拖到页面上即可再次打开。', save: (format: string) => `将运行保存为 ${format}` },
      history: {
        name: '历史',
        why: '所有记录的步：损失、准确率、秩、奇异值。',
        save: (format: string) => `将历史保存为 ${format}`,
      },
      spectra: {
        name: '谱',
        why: '数据、干净数据和滤波器的奇异值。',
        save: (format: string) => `将谱保存为 ${format}`,
      },
      arrays: {
        name: '数组',
        why: '供 NumPy 使用的图像、滤波器、谱和历史。',
        save: (format: string) => `将数组保存为 ${format}`,
      },
    },
    save: '保存',
    again: `${file('./reproduce.py', 'reproduce.py')} 根据 NPZ 文件，只用 NumPy 重新计算这次运行，并把结果与这里测得的相比较。`,
  },
  preparing: '正在准备文件…',
  saved: (name: string) => `已保存 ${name}`,
  open: { button: '打开运行文件…', input: '运行文件', drop: '把保存的运行拖到这里打开' },
};
