import type { Strings } from '../en';
import { file } from '../markup';

/** Figures and data of the current run as files, and runs that are opened from files. */
export const saving: Strings['saving'] = {
  title: '保存',
  figure: {
    title: '用于幻灯片',
    panel: '图',
    first: '首屏',
    ranks: '干净数据、含噪数据和学到的滤波器的秩',
    preview: (name: string) => `预览：${name}`,
    drawing: '正在绘制…',
    size: '尺寸',
    sizes: { slide: '16:9 幻灯片', half: '半张幻灯片', square: '正方形', a4: 'A4 版心宽', column: '论文单栏 8.5 厘米' },
    format: '格式',
    formats: {
      svg: 'SVG',
      pdf: 'PDF（含字体）',
      tex: 'LaTeX 用 TikZ',
      'png-1920': 'PNG，1920 像素',
      'png-3840': 'PNG，3840 像素',
      mp4: 'MP4 视频',
      webm: 'WebM 视频',
      gif: 'GIF 动画',
    },
    look: '底色',
    looks: { light: '白色', dark: '深色', transparent: '透明' },
    on: '图上文字',
    parts: { title: '标题', parameters: '参数', source: '来源' },
    source: (address: string) => `${address} · 依据 Zhang、Gao、Zou、Cao，arXiv 2504.08628`,
    save: '保存图',
    copy: '复制图片',
    copied: '图片已复制',
    moving: {
      what: '变化',
      movements: { training: '训练过程', noise: '噪声升高' },
      seconds: '秒数',
      poster: '另存最后一帧为 PNG',
      making: (percent: number) => `正在绘制，${percent}%。请保持页面可见。`,
      stop: '停止',
      stopped: '已停止，未保存文件',
    },
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
    images: (megabytes: number) => `在运行和数组中包含您的图像（${megabytes.toFixed(1)} MB）`,
    imagesTooLarge: (most: number) => `您的图像太大，不能随文件保存：最多 ${most} MB。`,
    again: `${file('./reproduce.py', 'reproduce.py')} 根据 NPZ 文件，只用 NumPy 重新计算这次运行，并把结果与这里测得的相比较。`,
  },
  preparing: '正在准备文件…',
  saved: (name: string) => `已保存 ${name}`,
  open: { button: '打开运行文件…', input: '运行文件', drop: '把保存的运行或您自己的图像拖到这里' },
};
