import type { Strings } from '../en';
import { link, panel } from '../markup';
import { arxiv, bibtex } from '../paper';

/** What is the paper's, what is this page's, and how to cite it. */
export const citing: Pick<Strings, 'paper' | 'added' | 'colophon'> = {
  paper: {
    title: '论文与本页',
    claim:
      '论文指出，背景噪声对梯度下降训练的 CNN 的秩的影响，远小于对数据的秩的影响。对加了背景噪声的低秩干净图像，论文证明：即使噪声相对较大，这样的 CNN 仍能学到干净图像的内在维数。论文在合成数据和真实数据上的实验都支持这一点；滤波器沿单个方向增长，也是论文自己的分析。',
    open: '本页依据的是论文的摘要和有关介绍，并不逐一对应它的各项条件：您看到的是小型网络的单次运行，其中也有条件不成立的情形。',
    read: '在 arXiv 上阅读论文',
    href: arxiv,
  },
  added: {
    lead: '以下内容为本页所作，错误由本页负责：',
    items: [
      '临界噪声 σ*，一条标度律，仿照上文所说 Cao, Chen, Belkin, Gu (2022) 的条件。它未定的常数由测量得出。',
      `${panel('map', '相图')}：运行在哪里学到信号，又在哪里记住噪声。`,
      `逐步显示每个滤波器的${panel('alignment', '对齐程度')}。`,
      '实时训练：每个数字都由链接中的种子出发，在您的浏览器中算出。',
    ],
  },
  colophon: {
    label: '引用与来源',
    title: '引用',
    after: `依据论文 Gradient Descent Robustly Learns the Intrinsic Dimension of Data in Training Convolutional Neural Networks，作者 Zhang, Gao, Zou, Cao，${link(arxiv, 'arXiv 2504.08628')}。`,
    independent:
      '本页是独立的配套演示，并非论文作者制作，也未经其认可。您看到的一切都在您的浏览器中计算，不会向任何地方发送数据。',
    mnist: `MNIST 数字由 Y. LeCun、C. Cortes 和 C. Burges 提供（${link('./mnist/SOURCE.txt', '来源与许可')}）；Fashion-MNIST 由 H. Xiao、K. Rasul 和 R. Vollgraf 提供（${link('./fashion/SOURCE.txt', '来源与许可')}）。`,
    bibtexLabel: '论文的 BibTeX',
    bibtex,
  },
};
