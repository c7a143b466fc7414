/** The paper as it is cited in every language. */
export const arxiv = 'https://arxiv.org/abs/2504.08628';

export const bibtex = `@article{zhang2025gradient,
  title   = {Gradient Descent Robustly Learns the Intrinsic Dimension of Data in Training Convolutional Neural Networks},
  author  = {Zhang, Chenyang and Gao, Peifeng and Zou, Difan and Cao, Yuan},
  journal = {arXiv preprint arXiv:2504.08628},
  year    = {2025}
}`;
