import type { PanelName } from '../../experiment/parameters';

const names: Readonly<Record<PanelName, string>> = {
  figures: 'Three figures',
  curve: 'Rank against noise',
  data: 'Spectrum of the data',
  filters: 'Spectrum of the filters',
  training: 'Training curve',
  sweep: 'Noise sweep',
  map: 'Phase map',
  tiles: 'Filters as images',
  alignment: 'Alignment',
  images: 'Training images',
  runs: 'Comparison',
  theory: 'Theory',
  layers: 'Layers',
  depth: 'Rank by depth',
  attention: 'Attention',
  causes: 'Variants',
  labels: 'Wrong labels: the rank knows first',
  stairs: 'Staircase',
};

/** The lines behind which panels stand on the page. */
const folded = {
  map: 'The phase map: noise against a second parameter, one trained network a cell',
  alignment: 'Where the energy of each filter lies, one column a filter',
  theory: 'All numbers of this experiment: the law’s, the measured ones, and every notion of rank of every matrix',
};

/** What panels are called: where a frame is put together, and as figures that are saved. */
export const panels = {
  names,
  folded,
  figures: {
    figures: 'The three ranks',
    curve: 'Rank against noise',
    data: 'Singular values of the data',
    filters: 'Singular values of the filters',
    training: 'Training',
    sweep: 'Noise sweep',
    map: 'Phase map',
    tiles: 'Every filter',
    alignment: 'Alignment of the filters',
    images: 'Training images',
    layers: 'Singular values of every layer',
    depth: 'Rank by depth',
    attention: 'Attention',
    causes: 'Variants of network and training',
    labels: 'Wrong labels and rank',
    stairs: 'One direction after another',
  },
};

/** What each shows, for docs/EMBEDDING.md; no part of the catalogue. */
export const panelDocs: Readonly<Record<PanelName, string>> = {
  figures: 'The three ranks: clean data, noisy data, filters.',
  curve: 'Rank against background noise, drawn by itself; its axis is the noise slider.',
  data: 'Singular values of the data, with those of the clean data behind them.',
  filters: 'Singular values of the filters, with those before training behind them.',
  training: 'The filters’ rank against the training step, with a cursor that moves every panel.',
  sweep: 'Rank against background noise, one run a point.',
  map: 'Signal share or test accuracy over noise and a second parameter.',
  tiles: 'Every filter as an image, by the signal vector that it follows.',
  alignment: 'Cosines of every filter with every signal vector, and of one filter over time.',
  images: 'Training images, noisy and clean, with what the network makes of each.',
  runs: 'Pinned and recent runs in one table.',
  layers: 'Singular values of every weight matrix, with those before training behind them.',
  depth: 'The rank of what images become at every depth of the network, noisy and clean, before training and now.',
  attention:
    'Of a transformer: the attention on the patch with the object, step by step, against noise, and in training images.',
  labels:
    'Under wrong labels: what is fitted of right and wrong ones, rank and loss against the step, with the moments that matter; the spectrum where one could stop.',
  stairs:
    'The filters’ singular values against the step, each named after the signal vector that it belongs to: one direction after another.',
  theory: 'What theory says of this experiment, and every notion of rank of every matrix.',
  causes:
    'Rank, signal share and test accuracy against noise for each variant of network and training, with a sentence on each.',
};
