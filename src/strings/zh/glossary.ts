import type { Term } from '../terms';

/** One definition a term: what it is, and what it is called in formulas. */
export const glossary: Readonly<Record<Term, { readonly name: string; readonly text: string }>> = {
  'singular-value': {
    name: '奇异值',
    text: '矩阵沿它的一个奇异方向（各奇异方向相互正交）的拉伸倍数。奇异值的平方是矩阵各行在该方向上的能量。从大到小排列，s₁ 最大。',
  },
  spectrum: { name: '谱', text: '矩阵的全部奇异值，从大到小排列。' },
  'stable-rank': {
    name: '稳定秩',
    text: 'Σs²/s₁²：以最大方向的能量为单位，矩阵的总能量。能量全在一个方向时为 1，r 个方向能量相同时为 r；能量很小的方向贡献很小。',
  },
  'signal-dimension': {
    name: '信号维数，2K',
    text: '区分两个类别的信号向量的个数：每类 K 个；除非设置另有规定，它们相互正交，范数都是 μ。',
  },
  width: { name: '宽度，m', text: '每类滤波器的个数。网络共有 2m 个滤波器。' },
  'background-noise': {
    name: '背景噪声，σ',
    text: '目标之外的图像块上的噪声，各图像块相互独立；除非设置另有规定，它是高斯噪声，除信号向量的方向以外，每个方向上的标准差都是 σ；对于数字图像，则加在噪声所及的每个像素上。它对识别新图像毫无帮助。',
  },
  patch: { name: '图像块', text: '图像中的一个小正方形，s × s 个像素：d = s² 维空间中的一个点。' },
  filter: {
    name: '滤波器（卷积核）',
    text: '由 d 个数组成的向量，网络把它与每个图像块相比对：内积就是它在那里看到的东西。不共享权重时，它与整幅图像一样大，并与整幅图像相比对。',
  },
  'gradient-descent': {
    name: '全批量梯度下降',
    text: '一种训练方法：反复地让所有滤波器沿全部训练图像平均损失的负梯度方向移动。其中没有任何随机性。',
  },
  step: { name: '步', text: '网络的一次更新：每个滤波器移动一次。' },
  run: {
    name: '运行',
    text: '从初始滤波器到最后一步的一次训练。同一链接得到同样的运行：后端相同则逐位相同，后端不同则只差舍入误差，除非训练不稳定。',
  },
  sweep: {
    name: '扫描',
    text: '只改变一个参数（这里是背景噪声）的许多次运行，画成一条曲线。各个水平的信号向量、噪声方向和初始滤波器都相同，只有 σ 不同。',
  },
};
