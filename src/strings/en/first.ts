import { parameters } from '../../experiment/parameters';
import type { PresetName } from '../../experiment/presets';
import type { ClaimKind } from '../facts';
import type { BackendName } from '../figure-facts';
import type { ParameterWords } from '../parameter-words';
import { hundredths } from '../numbers';
import { curve } from './curve';

/** A share in percent; rounding must not claim all or nothing. */
export function percent(share: number): string {
  if (share > 0.999 && share < 1) return 'over 99.9%';
  if (share > 0 && share < 0.001) return 'under 0.1%';
  return `${Math.round(share * 1000) / 10}%`;
}

const presets: Readonly<Record<PresetName, string>> = {
  default: 'Default',
  'no-noise': 'No noise',
  wide: 'Wide network',
  'nine-patches': 'Nine patches',
  'image-matrix': 'Image matrix',
  mnist: 'MNIST 0 against 1',
  shoes: 'Sneaker against boot',
  clothes: 'Trousers against shirt',
  deep: 'Five layers',
  transformer: 'Transformer',
  'near-critical': 'Half signal, half noise',
  memorised: 'Noise memorised',
  'few-images': 'Few images',
  adam: 'Adam',
  dense: 'Without weight sharing',
  diverges: 'Learning rate too large',
  staircase: 'Uneven patterns',
  'wrong-labels': 'Wrong labels',
  coloured: 'Coloured noise',
};

const words: ParameterWords = parameters;

/** What a run is computed on, within a line. */
export const backends: Readonly<Record<BackendName, string>> = {
  webgl: 'GPU (WebGL)',
  wasm: 'WebAssembly',
  cpu: 'plain TypeScript',
};

const complicated = 'Noise makes the data look complicated.';

/** The heading is true of what is shown. */
const titles: Readonly<Record<ClaimKind, string>> = {
  learnt: `${complicated} The network sees through it.`,
  memorised: `${complicated} The network sees through it up to a point.`,
  mislabelled: 'Labels may be wrong here, and the network goes by noise more than by signal.',
  partly: `${complicated} The network sees through it in part.`,
  fitted: `${complicated} What the network sees in it is not known.`,
  unfitted: `${complicated} This network has not fitted it.`,
  open: `${complicated} Does the network see through it?`,
  unknown: 'Does a network see through noise?',
  faint: 'This noise hardly changes how complicated the data look.',
  turned: 'This noise makes the data look simpler by stable rank, more complicated by effective rank.',
  lowered: 'This noise makes the data look simpler, not more complicated.',
  still: 'Here is no noise yet. Does the network see through it?',
  unreached: 'No noise reaches these images: there is nothing to see through.',
  unstable: 'Training is unstable here: another device may get another network.',
  diverged: 'Training diverged here: there is nothing to read off this network.',
};

/** Words that the first figure needs, in English: they travel with the page. Those of other languages have this type. */
export const first = {
  title: 'Rank under noise',
  percent,
  parameters: words,
  page: {
    navigation: 'Page',
    controls: 'Controls',
    whole: 'Open this experiment in the page (after arXiv 2504.08628)',
    tour: 'Tour',
    present: 'Present',
    save: 'Save',
    share: 'Share',
    someFilters: 'Some filters',
    dismiss: 'Dismiss',
    further: (count: number) => `${count} more of the kind.`,
    menu: 'Language, theme, print',
    print: 'Print',
    theme: { light: 'Use light theme', dark: 'Use dark theme', projector: 'Use projector theme' },
    broken: 'A part of the page could not be shown.',
    missing: 'Parts of the page did not arrive.',
    again: 'Try again',
    reload: 'Reload',
    numbers: (chart: string) => `Numbers: ${chart}`,
  },
  claim: {
    title: titles,
    text: 'Each point is one network trained just now, in your browser, on images with that much noise. Drag the handle.',
  },
  presets: {
    label: 'Examples (Preset)',
    examples: 'Examples',
    own: 'Your own experiment',
    holds: 'It holds',
    breaks: 'It breaks',
    all: presets,
  },
  sliders: {
    span: 'Signal span of the images',
    spanDocs: 'Fewest leading right singular vectors of the clean patch matrix that hold 90% of its energy.',
    critical: 'σ* critical',
    criticalDocs: (critical: number) =>
      `Critical noise σ* = (μ/√d)(n/2K)^(1/q) = ${hundredths(critical)}: a scaling law, not a sharp limit.`,
    toDefault: 'A double click or Delete gives the default back.',
    width: (m: number) => (m === 1 ? '1 filter per class' : `${m} filters per class`),
    noiseBriefly: 'Noise σ',
    widthBriefly: (m: number) => `${m} per class`,
  },
  fields: { against: ' against ', plus: 'Class +1', minus: 'Class −1', more: 'More' },
  transport: {
    label: 'Training',
    play: 'Play',
    pause: 'Pause',
    replay: 'Replay',
    step: 'Step',
    restart: 'Restart',
    newSeed: 'New seed',
    pace: 'Pace',
    paces: { usual: 'Usual pace', slow: 'Slow motion', once: 'At once' },
  },
  figures: {
    label: 'Ranks',
    clean: 'Clean data',
    data: (sigma: string) => `Data with noise σ\u00a0=\u00a0${sigma}`,
    filters: 'Learned filters',
    share: (share: string) => `${share} of what training moved is signal`,
    /** A name from the parameter table where it stands within a line. */
    within: (name: string) => name.toLowerCase(),
  },
  curve,
  backends,
};

export type FirstStrings = typeof first;
