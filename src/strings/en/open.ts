import type { MatrixName, NetworkName } from '../../experiment/networks';
import type { Experiment } from '../../experiment/parameters';
import { outweighs, meet } from '../judged';
import { value } from '../markup';
import { hundredths, plural, rank } from '../numbers';
import type { AttentionFacts, DepthFacts, FirstLayerFacts, LayersFacts } from '../panel-facts';
import { percent } from './first';

const after = (step: number) => (step === 0 ? 'before training' : `after ${plural(step, 'step')}`);
const After = (step: number) => (step === 0 ? 'Before training' : `After ${plural(step, 'step')}`);

/** Of the matrix of filters, by the network. */
const filters: Readonly<Record<NetworkName, string>> = {
  cnn: 'Filters W',
  deep: 'Filters W₁',
  transformer: 'Filters E',
  dense: 'Filters W',
};
const others: Readonly<Record<Exclude<MatrixName, 'filters'>, string>> = {
  W2: 'Layer W₂',
  W3: 'Layer W₃',
  W4: 'Layer W₄',
  c: 'Class token c',
  Wq: 'Queries',
  Wk: 'Keys',
  Wv: 'Values',
  Wm: 'Mixing',
};
const ranks: Readonly<Record<Experiment['rank'], string>> = {
  stable: 'stable',
  effective: 'effective',
  numerical: 'numerical',
  energy: 'energy',
};
const stages: Readonly<Record<'x' | 't' | 'o' | 'v', string>> = {
  x: 'images',
  t: 'tokens',
  o: 'attention',
  v: 'output',
};

/** Deeper networks and attention: which the paper leaves open, and which can be tried here. */
export const open = {
  title: 'What the paper leaves open',
  what: 'The paper proves its claim for a network of two layers; deeper ones, with what images become inside them, and transformers it names as open. Nothing is proved here either, but both can be tried.',
  networks:
    'In a deep CNN each layer mixes what the one below has made of a patch. In a patch transformer a class token decides, by attention, how much it takes from each.',
  figures: 'Below, the spectrum of every weight matrix, and the rank of what images become at every depth.',
  take: { cnn: 'Back to the two-layer CNN', deep: 'Train a deep CNN', transformer: 'Train a patch transformer' },
  first: ({ step, images, layer }: FirstLayerFacts) => {
    const noisy = value('data', rank(layer.noisy)),
      clean = value('clean', rank(layer.clean));
    const of = `${After(step)}, images of stable rank ${rank(images.noisy)} with noise and ${rank(images.clean)} without it leave the first layer with ${noisy} and ${clean}`;
    if (meet(images.noisy, images.clean)) return `${of}.`;
    return meet(layer.noisy, layer.clean)
      ? `${of}: there the two lines meet.`
      : `${of}: the two lines are still apart there.`;
  },
  putting: 'The images are being put through the network.',
  looks: ({ share, chance }: AttentionFacts) => {
    if (share === null) return '';
    const of = `The patch with the object gets ${percent(share)} of the attention, where even shares would give it ${percent(chance)}`;
    if (outweighs(share, chance)) return `${of}: the network looks at the object.`;
    return outweighs(chance, share) ? `${of}: the network looks away from the object.` : `${of}.`;
  },
  layers: {
    name: 'Singular values of every weight matrix',
    empty: 'There are no weights yet.',
    caption: 'singular value',
    matrix: (net: NetworkName, name: MatrixName) => (name === 'filters' ? filters[net] : others[name]),
    sized: (name: string, rows: number, columns: number) => `${name}, ${rows} × ${columns}`,
    ranks,
    description: ({ step, notion, ranks: all }: LayersFacts) =>
      `${After(step)}, ${notion} of each weight matrix: ${all.map(({ name, value: each }) => `${name} ${each}`).join(', ')}.`,
  },
  depth: {
    name: 'Rank by depth',
    stage: 'embedding',
    names: {
      noisy: 'noisy images',
      clean: 'clean images',
      noisyBefore: 'noisy, untrained',
      cleanBefore: 'clean, untrained',
    },
    stages: (name: string) => {
      const known = Object.entries(stages).find(([each]) => each === name)?.[1];
      return known ?? `layer ${name.slice(1)}`;
    },
    caption: (notion: string, matrix: Experiment['matrix'], step: number) =>
      `${notion} of what images become, a row ${matrix === 'patch' ? 'a patch' : 'an image'}, ${after(step)}`,
    description: ({ step, notion, stages: all }: DepthFacts) =>
      `${After(step)}, ${notion} with noise and without: ${all.map(({ name, noisy, clean }) => `${name} ${noisy} and ${clean}`).join(', ')}.`,
    computing: 'Putting the images through the network …',
  },
  attention: {
    none: 'This network has no attention: it takes as much from every patch.',
    overTime: 'Attention during training',
    overNoise: 'Attention against noise',
    object: 'object',
    chance: (share: string) => `1/P = ${share}`,
    caption: 'attention on the object',
    captionOf: (share: string) => `attention on the object; dashed: even shares, 1/P = ${share}`,
    lead: 'Some training images: the paler a patch, the less attention it gets.',
    after: (steps: number) => `attention on the object ${after(steps)}`,
    half: 'half of the energy is noise',
    description: ({ step, share, chance }: AttentionFacts) =>
      step === null || share === null
        ? 'Nothing is measured yet.'
        : `${After(step)} the object has ${hundredths(share)} of the attention; even shares would be ${hundredths(chance)}.`,
    overNoiseText: (runs: number, sigma: string, { share, chance }: AttentionFacts) =>
      `${plural(runs, 'level')} of noise measured. ${share === null ? '' : `At σ = ${sigma} the object now has ${hundredths(share)} of the attention; `}${share === null ? 'Even' : 'even'} shares would be ${hundredths(chance)}.`,
    shades: 'Where attention goes in training images: the paler a patch, the less it gets',
    image: (image: number, share: string | null) =>
      share === null ? `Training image ${image}` : `Training image ${image}: its object gets ${share} of the attention`,
  },
};
