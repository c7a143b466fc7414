import { link, panel } from '../markup';
import { arxiv, bibtex } from '../paper';

/** What is the paper's, what is this page's, and how to cite it. */
export const citing = {
  paper: {
    title: 'The paper, and this page',
    claim:
      'The paper points out that background noise affects the rank of a CNN trained by gradient descent far less than that of the data. ' +
      'For clean images of low rank with background noise added to them it proves that such CNNs can learn the intrinsic dimension of the clean images although the noise is relatively large. ' +
      'Its experiments, on synthetic and on real data, support this; that filters grow along single directions is part of its own analysis.',
    open: 'This page follows the paper’s abstract and summaries of it, not its every condition: what you see is single runs of small networks, also where the conditions do not hold.',
    read: 'Read the paper on arXiv',
    href: arxiv,
  },
  added: {
    lead: 'Made for this page; mistakes are ours:',
    items: [
      'The critical noise σ*, a scaling law after a condition of Cao, Chen, Belkin and Gu (2022), which is told of above. What it leaves open is measured.',
      `The ${panel('map', 'phase map')}: where runs learn the signal and where they memorise noise.`,
      `The view of each filter’s ${panel('alignment', 'alignment')}, step by step.`,
      'Live training: every number is computed in your browser, from the seed in the link.',
    ],
  },
  colophon: {
    label: 'Citation and sources',
    title: 'Cite',
    after: `After Gradient Descent Robustly Learns the Intrinsic Dimension of Data in Training Convolutional Neural Networks by Zhang, Gao, Zou and Cao, ${link(arxiv, 'arXiv 2504.08628')}.`,
    independent:
      'An independent companion, not made or endorsed by the paper’s authors. Everything you see is computed in your browser; nothing is sent anywhere.',
    mnist: `MNIST digits by Y. LeCun, C. Cortes and C. Burges (${link('./mnist/SOURCE.txt', 'source and licence')}); Fashion-MNIST by H. Xiao, K. Rasul and R. Vollgraf (${link('./fashion/SOURCE.txt', 'source and licence')}).`,
    bibtexLabel: 'BibTeX of the paper',
    bibtex,
  },
};
