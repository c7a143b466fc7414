import { sources, type ImageKind } from '../images/sources/list';
import {
  choice,
  classes,
  flag,
  integer,
  lines,
  list,
  name,
  pair,
  real,
  runs,
  type Setting,
  type ValueOf,
} from './parameter';

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
  'layers',
  'depth',
  'attention',
  'causes',
  'labels',
  'stairs',
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
/** Runs that are pinned at once, each with its line of a talk. */
const mostPins = 4;

export const parameters = {
  data: choice({ label: 'Images', default: 'synthetic', values: labels, invalidates: 'images', of: 'science' }),
  k: integer({ label: 'Signal dimension 2K', default: 3, min: 1, max: 16, invalidates: 'images', of: 'science' }),
  sigma: real({
    label: 'Background noise σ',
    default: 0.2,
    min: 0,
    max: 2,
    step: 0.01,
    invalidates: 'images',
    of: 'science',
  }),
  net: choice({
    label: 'Network',
    default: 'cnn',
    values: {
      cnn: 'Two-layer CNN',
      deep: 'Deep CNN',
      transformer: 'Patch transformer',
      dense: 'Without weight sharing',
    },
    invalidates: 'filters',
    of: 'science',
  }),
  depth: integer({
    label: 'Depth L',
    unit: 'layers',
    default: 3,
    min: 3,
    max: 5,
    invalidates: 'filters',
    of: 'science',
  }),
  token: choice({
    label: 'Token',
    default: 'filters',
    values: { filters: 'Filters', linear: 'Linear' },
    invalidates: 'filters',
    of: 'science',
  }),
  m: integer({
    label: 'Width m',
    unit: 'filters per class',
    default: 64,
    min: 1,
    max: 512,
    stops: [1, 2, 3, 4, 6, 8, 12, 16, 20, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512],
    invalidates: 'filters',
    of: 'science',
  }),
  side: integer({
    label: 'Patch side s',
    unit: 'pixels',
    default: 8,
    min: 2,
    max: 28,
    invalidates: 'images',
    of: 'science',
  }),
  patches: integer({
    label: 'Patches P',
    unit: 'per image',
    default: 4,
    min: 1,
    max: 16,
    invalidates: 'images',
    of: 'science',
  }),
  n: integer({ label: 'Training images n', default: 240, min: 2, max: 4000, invalidates: 'images', of: 'science' }),
  mu: real({ label: 'Signal norm μ', default: 1, min: 0.1, max: 10, step: 0.1, invalidates: 'images', of: 'science' }),
  q: real({ label: 'Exponent q', default: 3, min: 1, max: 6, step: 0.5, invalidates: 'training', of: 'science' }),
  kappa: real({
    label: 'Threshold κ',
    default: 1,
    min: 0.01,
    max: 10,
    step: 0.01,
    invalidates: 'training',
    of: 'science',
  }),
  init: real({
    label: 'Initial scale σ₀',
    default: 0.01,
    min: 1e-5,
    max: 1,
    step: 0.001,
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
    invalidates: 'training',
    of: 'science',
  }),
  opt: choice({
    label: 'Optimiser',
    default: 'gd',
    values: { gd: 'Gradient descent', momentum: 'With momentum', adam: 'Adam' },
    invalidates: 'training',
    of: 'science',
  }),
  batch: integer({
    label: 'Batch',
    unit: 'images per step',
    default: 0,
    min: 0,
    max: 4000,
    invalidates: 'training',
    of: 'science',
  }),
  decay: real({
    label: 'Weight decay λ',
    default: 0,
    min: 0,
    max: 1,
    step: 0.001,
    invalidates: 'training',
    of: 'science',
  }),
  steps: integer({ label: 'Steps', default: 300, min: 1, max: 20000, invalidates: 'training', of: 'science' }),
  seed: integer({ label: 'Seed', default: 1, min: 0, max: 2 ** 32 - 1, invalidates: 'images', of: 'science' }),
  flip: real({
    label: 'Wrong labels φ',
    default: 0,
    min: 0,
    max: 0.5,
    step: 0.01,
    invalidates: 'training',
    of: 'science',
  }),
  ratio: real({
    label: 'Pattern ratio ρ',
    default: 1,
    min: 0.05,
    max: 1,
    step: 0.05,
    invalidates: 'images',
    of: 'science',
  }),
  partner: real({
    label: 'Partner cosine c',
    default: 0,
    min: 0,
    max: 0.95,
    step: 0.05,
    invalidates: 'images',
    of: 'science',
  }),
  colour: real({
    label: 'Noise colour α',
    default: 0,
    min: 0,
    max: 2,
    step: 0.1,
    invalidates: 'images',
    of: 'science',
  }),
  tail: choice({
    label: 'Noise tail',
    default: 'gauss',
    values: { gauss: 'Gaussian', laplace: 'Laplace', t3: 'Student, 3 degrees', sparse: '5% of pixels' },
    invalidates: 'images',
    of: 'science',
  }),
  basis: choice({
    label: 'Signal basis',
    default: 'cosine',
    values: { cosine: '2-D cosine', random: 'Random orthonormal' },
    invalidates: 'images',
    of: 'science',
  }),
  noise: choice({
    label: 'Noise on',
    default: 'background',
    values: { background: 'Background only', everywhere: 'Every patch' },
    invalidates: 'images',
    of: 'science',
  }),
  project: flag({ label: 'Orthogonal noise', default: true, invalidates: 'images', of: 'science' }),
  pair: pair({ label: 'Pair', default: [0, 1], invalidates: 'images', of: 'science' }),
  images: name({ label: 'Own images', default: '', invalidates: 'images', of: 'science' }),
  classes: classes({ label: 'Classes', default: [], invalidates: 'images', of: 'science' }),
  channels: choice({
    label: 'Channels',
    default: 'grey',
    values: { grey: 'Grey', rgb: 'Colour' },
    invalidates: 'images',
    of: 'science',
  }),
  centre: flag({ label: 'Subtract the mean', default: true, invalidates: 'images', of: 'science' }),
  layout: choice({
    label: 'Layout',
    default: 'grid',
    values: { grid: 'Object in a grid', pixels: 'Background pixels', windows: 'Sliding windows' },
    invalidates: 'images',
    of: 'science',
  }),
  stride: integer({
    label: 'Stride',
    unit: 'pixels',
    default: 4,
    min: 1,
    max: 28,
    invalidates: 'images',
    of: 'science',
  }),
  backend: choice({
    label: 'Compute on',
    default: 'auto',
    values: { auto: 'Fastest here', webgl: 'GPU (WebGL)', wasm: 'WebAssembly', cpu: 'Plain TypeScript' },
    invalidates: 'training',
    of: 'host',
  }),
  rank: choice({
    label: 'Rank',
    default: 'stable',
    values: { stable: 'Stable rank', effective: 'Effective rank', numerical: 'Numerical rank', energy: 'Energy rank' },
    invalidates: 'view',
    of: 'view',
  }),
  matrix: choice({
    label: 'Data matrix',
    default: 'patch',
    values: { patch: 'Patch matrix', image: 'Image matrix' },
    invalidates: 'view',
    of: 'view',
  }),
  scale: choice({
    label: 'Scale',
    default: 'linear',
    values: { linear: 'Linear', log: 'Logarithmic' },
    invalidates: 'view',
    of: 'view',
  }),
  levels: integer({ label: 'Noise levels', default: 12, min: 3, max: 40, invalidates: 'view', of: 'view' }),
  seeds: integer({ label: 'Seeds', unit: 'per level', default: 1, min: 1, max: 5, invalidates: 'view', of: 'view' }),
  sweepscale: choice({
    label: 'Rank axis',
    default: 'linear',
    values: { linear: 'Linear', log: 'Logarithmic' },
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
    invalidates: 'view',
    of: 'view',
  }),
  cells: choice({
    label: 'Colour',
    default: 'share',
    values: { share: 'Signal share', accuracy: 'Test accuracy' },
    invalidates: 'view',
    of: 'view',
  }),
  pins: runs({ label: 'Pinned runs', default: [], most: mostPins, invalidates: 'view', of: 'view' }),
  talk: lines({ label: 'Talk', default: [], most: mostPins, longest: 140, invalidates: 'view', of: 'view' }),
  theme: choice({
    label: 'Theme',
    default: 'auto',
    values: { auto: 'As the system', light: 'Light', dark: 'Dark', projector: 'Projector' },
    invalidates: 'view',
    of: 'host',
  }),
  lang: choice({
    label: 'Language',
    default: 'auto',
    values: { auto: 'As the browser', en: 'English', zh: '简体中文' },
    invalidates: 'view',
    of: 'host',
  }),
  embed: flag({ label: 'Embedded', default: false, invalidates: 'view', of: 'host' }),
  ground: choice({
    label: 'Background',
    default: 'page',
    values: { page: 'Page', transparent: 'Transparent' },
    invalidates: 'view',
    of: 'host',
  }),
  show: list({ label: 'Panels', default: [], values: panelNames, invalidates: 'view', of: 'host' }),
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
      'net',
      'depth',
      'token',
      'opt',
      'batch',
      'decay',
      'flip',
      'images',
      'classes',
      'channels',
      'centre',
      'ratio',
      'partner',
      'colour',
      'tail',
    ],
    invalidates: 'view',
    of: 'host',
  }),
  autoplay: flag({ label: 'Start by itself', default: true, invalidates: 'view', of: 'host' }),
  step: integer({ label: 'Open at step', default: 0, min: 0, max: 20000, invalidates: 'view', of: 'view' }),
  tour: name({ label: 'Tour step', default: '', invalidates: 'view', of: 'view' }),
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
