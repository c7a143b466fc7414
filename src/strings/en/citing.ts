import { link, panel, raised } from '../markup';
import { arxiv, bibtex } from '../paper';

/** What is the paper's, what is this page's, and how to cite it. */
export const citing = {
  paper: {
    title: 'What the paper proves, and what it leaves open',
    claim:
      'The paper points out that background noise affects the rank of a CNN trained by gradient descent far less than the rank of the data. ' +
      'It studies a model of clean images of low rank with background noise added to them, and proves that CNNs trained by gradient descent can learn the intrinsic dimension of the clean images although the noise is relatively large. ' +
      'Its experiments, on synthetic and on real data, support the claim.',
    open: 'The proof is for two layers. Deeper networks and transformers are left to future work. And a theorem says what happens under its conditions: what you see here is single runs, on your own device, also where the conditions do not hold.',
    read: 'Read the paper on arXiv',
    href: arxiv,
  },
  added: {
    title: 'What this page adds',
    lead: 'Not in the paper, and not to be blamed on it:',
    items: [
      `The critical noise σ* as a mark on the slider. It is a scaling law, from the n·SNR${raised('q')} ≍ 2K condition of the literature on signal and noise (Cao, Chen, Belkin and Gu 2022); the constants were measured with this page.`,
      `The ${panel('map', 'phase map')}: where runs learn the signal and where they memorise noise.`,
      `The view of each filter’s ${panel('alignment', 'winner')}, step by step.`,
      'Live training: every number is computed in your browser, from the seed in the link.',
    ],
    map: 'Go to the map',
  },
  colophon: {
    label: 'Citation and sources',
    title: 'Cite',
    after: `After Gradient Descent Robustly Learns the Intrinsic Dimension of Data in Training Convolutional Neural Networks by Zhang, Gao, Zou and Cao, ${link(arxiv, 'arXiv 2504.08628')}.`,
    independent:
      'An independent companion, not made or endorsed by the paper’s authors. Everything you see is computed in your browser; nothing is sent anywhere.',
    mnist: `MNIST digits by Y. LeCun, C. Cortes and C. Burges (${link('./mnist/SOURCE.txt', 'source and licence')}).`,
    bibtexLabel: 'BibTeX of the paper',
    bibtex,
  },
};
