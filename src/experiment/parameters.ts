import { sources, type ImageKind } from '../images/sources/list';
import { choice, flag, integer, list, name, pair, real, runs, type Setting, type ValueOf } from './parameter';

/** Panels that an embedding page may ask for with `show`, in the order in which they stand in it. */
export const panelNames = [
  'figures',
  'curve',
  'data',
  'filters',
  'training',
  'sweep',
  'map',
  'tiles',
  'alignment',
  'images',
  'runs',
  'theory',
] as const;
export type PanelName = (typeof panelNames)[number];
/** What it gets without asking. */
export const usualPanels: readonly PanelName[] = ['curve', 'data', 'filters', 'training'];

const labels = Object.fromEntries(Object.entries(sources).map(([kind, { label }]) => [kind, label])) as Readonly<
  Record<ImageKind, string>
>;

/**
 * The one table of parameters. A key is the parameter's name everywhere: in the link, in messages, on the command
 * line and in the code, so that what is read in one place can be typed in another. Order is the order in a link.
 */
export const parameters = {
  data: choice({
    label: 'Images',
    default: 'synthetic',
    values: labels,
    docs: 'Where the images come from: synthetic patches after the paper’s model, as far as its summaries tell, or handwritten digits.',
    invalidates: 'images',
    of: 'science',
  }),
  k: integer({
    label: 'Signal dimension 2K',
    default: 3,
    min: 1,
    max: 16,
    docs: 'K, features per class: two classes of K orthogonal signal vectors give the signal dimension 2K.',
    invalidates: 'images',
    of: 'science',
  }),
  sigma: real({
    label: 'Background noise σ',
    default: 0.2,
    min: 0,
    max: 2,
    step: 0.01,
    docs: 'Standard deviation σ of the Gaussian background noise, in every direction that it has.',
    invalidates: 'images',
    of: 'science',
  }),
  m: integer({
    label: 'Width m',
    unit: 'filters per class',
    default: 64,
    min: 1,
    max: 512,
    stops: [1, 2, 3, 4, 6, 8, 12, 16, 20, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512],
    docs: 'Width m: filters per class of the two-layer CNN.',
    invalidates: 'filters',
    of: 'science',
  }),
  side: integer({
    label: 'Patch side s',
    unit: 'pixels',
    default: 8,
    min: 2,
    max: 28,
    docs: 'Side s of a square patch; a patch is a point in d = s² dimensions. Fixed by the layout where images are real, except for sliding windows.',
    invalidates: 'images',
    of: 'science',
  }),
  patches: integer({
    label: 'Patches P',
    unit: 'per image',
    default: 4,
    min: 1,
    max: 16,
    docs: 'P, patches per image; one of them holds the object. Fixed by the layout where images are real.',
    invalidates: 'images',
    of: 'science',
  }),
  n: integer({
    label: 'Training images n',
    default: 240,
    min: 2,
    max: 4000,
    docs: 'Number n of training images.',
    invalidates: 'images',
    of: 'science',
  }),
  mu: real({
    label: 'Signal norm μ',
    default: 1,
    min: 0.1,
    max: 10,
    step: 0.1,
    docs: 'Euclidean norm μ of every signal vector.',
    invalidates: 'images',
    of: 'science',
  }),
  q: real({
    label: 'Exponent q',
    default: 3,
    min: 2,
    max: 6,
    step: 0.5,
    docs: 'Exponent q of the polynomial part of the Huberized ReLU.',
    invalidates: 'training',
    of: 'science',
  }),
  kappa: real({
    label: 'Threshold κ',
    default: 1,
    min: 0.01,
    max: 10,
    step: 0.01,
    docs: 'Threshold κ above which the Huberized ReLU is linear.',
    invalidates: 'training',
    of: 'science',
  }),
  init: real({
    label: 'Initial scale σ₀',
    default: 0.01,
    min: 1e-5,
    max: 1,
    step: 0.001,
    docs: 'Standard deviation σ₀ of the Gaussian initial filters.',
    invalidates: 'filters',
    of: 'science',
  }),
  lr: real({
    label: 'Learning rate η/m',
    unit: 'per filter',
    default: 15,
    min: 1e-4,
    max: 100,
    step: 0.05,
    docs: 'Learning rate per filter, η/m: with output scale 1/m the pace then does not depend on the width.',
    invalidates: 'training',
    of: 'science',
  }),
  steps: integer({
    label: 'Steps',
    default: 300,
    min: 1,
    max: 20000,
    docs: 'Full-batch gradient descent steps in a run.',
    invalidates: 'training',
    of: 'science',
  }),
  seed: integer({
    label: 'Seed',
    default: 1,
    min: 0,
    max: 2 ** 32 - 1,
    docs: 'Seed of every random stream, and of which digits are drawn: the same link draws the same images and filters.',
    invalidates: 'images',
    of: 'science',
  }),
  basis: choice({
    label: 'Signal basis',
    default: 'cosine',
    values: { cosine: '2-D cosine', random: 'Random orthonormal' },
    docs: 'Signal vectors: two-dimensional cosines in zigzag order without the constant one, or a random orthonormal set.',
    invalidates: 'images',
    of: 'science',
  }),
  noise: choice({
    label: 'Noise on',
    default: 'background',
    values: { background: 'Background only', everywhere: 'Every patch' },
    docs: 'Whether the patch that holds the object gets noise as well.',
    invalidates: 'images',
    of: 'science',
  }),
  project: flag({
    label: 'Orthogonal noise',
    default: true,
    docs: 'Whether the noise is projected off the signal span.',
    invalidates: 'images',
    of: 'science',
  }),
  pair: pair({
    label: 'Digits',
    default: [0, 1],
    docs: 'The two MNIST digits to tell apart: class +1, then class −1.',
    invalidates: 'images',
    of: 'science',
  }),
  layout: choice({
    label: 'Layout',
    default: 'grid',
    values: { grid: 'Object in a grid', pixels: 'Background pixels', windows: 'Sliding windows' },
    docs: 'How a digit becomes patches: one of 2×2 patches among noise; one patch with noise on its empty pixels; or all windows of a true convolution.',
    invalidates: 'images',
    of: 'science',
  }),
  stride: integer({
    label: 'Stride',
    unit: 'pixels',
    default: 4,
    min: 1,
    max: 28,
    docs: 'Step between sliding windows.',
    invalidates: 'images',
    of: 'science',
  }),
  backend: choice({
    label: 'Compute on',
    default: 'auto',
    values: { auto: 'Fastest here', webgl: 'GPU (WebGL)', wasm: 'WebAssembly', cpu: 'Plain TypeScript' },
    docs: 'What trains the network. Curves are the same to rounding.',
    invalidates: 'training',
    of: 'host',
  }),
  rank: choice({
    label: 'Rank',
    default: 'stable',
    values: { stable: 'Stable rank', effective: 'Effective rank', numerical: 'Numerical rank', energy: 'Energy rank' },
    docs: 'Notion of rank: stable Σs²/s₁²; effective exp(entropy of s/Σs); numerical #{s > 0.1 s₁}; energy, the fewest that hold 90% of Σs².',
    invalidates: 'view',
    of: 'view',
  }),
  matrix: choice({
    label: 'Data matrix',
    default: 'patch',
    values: { patch: 'Patch matrix', image: 'Image matrix' },
    docs: 'Matrix of the data: every patch a row (nP × d, the space that filters live in), or every image a row (n × Pd).',
    invalidates: 'view',
    of: 'view',
  }),
  scale: choice({
    label: 'Scale',
    default: 'linear',
    values: { linear: 'Linear', log: 'Logarithmic' },
    docs: 'Vertical axis of the two spectra.',
    invalidates: 'view',
    of: 'view',
  }),
  levels: integer({
    label: 'Noise levels',
    default: 12,
    min: 3,
    max: 40,
    docs: 'Levels of background noise in a sweep.',
    invalidates: 'view',
    of: 'view',
  }),
  seeds: integer({
    label: 'Seeds',
    unit: 'per level',
    default: 1,
    min: 1,
    max: 5,
    docs: 'Runs per level of a sweep, each from its own seed: the experiment’s and those that follow it.',
    invalidates: 'view',
    of: 'view',
  }),
  sweepscale: choice({
    label: 'Rank axis',
    default: 'linear',
    values: { linear: 'Linear', log: 'Logarithmic' },
    docs: 'Vertical axis of the sweep.',
    invalidates: 'view',
    of: 'view',
  }),
  axis: choice({
    label: 'Second axis',
    default: 'n',
    values: {
      n: 'Training images n',
      k: 'Signal dimension 2K',
      side: 'Patch dimension d',
      m: 'Width m',
      patches: 'Patches P',
    },
    docs: 'Parameter that the phase map varies beside the noise.',
    invalidates: 'view',
    of: 'view',
  }),
  cells: choice({
    label: 'Colour',
    default: 'share',
    values: { share: 'Signal share', accuracy: 'Test accuracy' },
    docs: 'What colours the cells of the phase map.',
    invalidates: 'view',
    of: 'view',
  }),
  pins: runs({
    label: 'Pinned runs',
    default: [],
    most: 4,
    docs: 'Runs to compare with, each as its differences from the default experiment: `sigma:0.4,m:128`, or `default`; several are parted by semicolons.',
    invalidates: 'view',
    of: 'view',
  }),
  theme: choice({
    label: 'Theme',
    default: 'auto',
    values: { auto: 'As the system', light: 'Light', dark: 'Dark', projector: 'Projector' },
    docs: 'Colours of the page; on a projector also larger type and heavier lines.',
    invalidates: 'view',
    of: 'host',
  }),
  lang: choice({
    label: 'Language',
    default: 'auto',
    values: { auto: 'As the browser', en: 'English', zh: '简体中文' },
    docs: 'Language of the page; as the browser where it has that one.',
    invalidates: 'view',
    of: 'host',
  }),
  embed: flag({
    label: 'Embedded',
    default: false,
    docs: 'Drops header and prose, for slides and frames.',
    invalidates: 'view',
    of: 'host',
  }),
  ground: choice({
    label: 'Background',
    default: 'page',
    values: { page: 'Page', transparent: 'Transparent' },
    docs: 'Whether an embedded page has a background of its own, or lets the slide shine through.',
    invalidates: 'view',
    of: 'host',
  }),
  show: list({
    label: 'Panels',
    default: [],
    values: panelNames,
    docs: 'Panels that stay visible when embedded; curve, data, filters and training where none is named.',
    invalidates: 'view',
    of: 'host',
  }),
  controls: list({
    label: 'Controls',
    default: [],
    values: [
      'data',
      'k',
      'sigma',
      'm',
      'side',
      'patches',
      'n',
      'mu',
      'q',
      'kappa',
      'init',
      'lr',
      'steps',
      'seed',
      'basis',
      'noise',
      'project',
      'pair',
      'layout',
      'stride',
      'backend',
      'rank',
      'matrix',
      'scale',
    ],
    docs: 'Parameters whose controls stay visible when embedded; signal dimension, noise and width where none is named.',
    invalidates: 'view',
    of: 'host',
  }),
  autoplay: flag({
    label: 'Start by itself',
    default: true,
    docs: 'Whether training starts when the page opens.',
    invalidates: 'view',
    of: 'host',
  }),
  step: integer({
    label: 'Open at step',
    default: 0,
    min: 0,
    max: 20000,
    docs: 'Trains to this step at once when the page opens.',
    invalidates: 'view',
    of: 'view',
  }),
  tour: name({
    label: 'Tour step',
    default: '',
    docs: 'Name of the step of the guided tour to open.',
    invalidates: 'view',
    of: 'view',
  }),
} as const;

export type ParameterKey = keyof typeof parameters;
type Of<S extends Setting> = {
  readonly [K in ParameterKey as (typeof parameters)[K]['of'] extends S ? K : never]: ValueOf<(typeof parameters)[K]>;
};
/** What decides the numbers: all that images, training, sweeps, records and pins depend on, and all that caches may ask. */
export type Science = Of<'science'>;
/** How results are looked at, and which of them. */
export type View = Of<'view'>;
/** What surrounds the page: the device, the frame, colours and language. */
export type Host = Of<'host'>;
/** All that a link says. */
export type Experiment = Science & View & Host;

export type { ImageKind };
export type ScienceKey = keyof Science;
/** What can be measured of an experiment: its science, and through which data matrix. */
export type Measured = Science & Pick<View, 'matrix'>;

export const parameterKeys = Object.keys(parameters) as readonly ParameterKey[];
export const scienceKeys = parameterKeys.filter((key): key is ScienceKey => parameters[key].of === 'science');

export const hostKeys = parameterKeys.filter((key): key is keyof Host => parameters[key].of === 'host');

export const defaults: Experiment = Object.fromEntries(
  parameterKeys.map((key) => [key, parameters[key].default]),
) as unknown as Experiment;
