import { parameters } from '../../experiment/parameters';
import type { PresetName } from '../../experiment/presets';
import type { ClaimFacts } from '../facts';
import type { ParameterWords } from '../parameter-words';
import { hundredths } from '../numbers';

/** A share in percent; rounding must not claim all or nothing. */
export function percent(share: number): string {
  if (share > 0.999 && share < 1) return 'over 99.9%';
  if (share > 0 && share < 0.001) return 'under 0.1%';
  return `${Math.round(share * 1000) / 10}%`;
}

const presets: Readonly<Record<PresetName, { readonly label: string; readonly look: string }>> = {
  default: { label: 'Default', look: 'Noise fills every direction of the data; the filters keep to the few that matter.' },
  'no-noise': { label: 'No noise', look: 'Without noise data and filters have the same few directions.' },
  wide: { label: 'Wide network', look: 'Eight hundred filters, and still as few directions: width is not rank.' },
  'nine-patches': { label: 'Nine patches', look: 'Eight patches of noise beside the object, not three; the filters still keep to the signal.' },
  'image-matrix': { label: 'Image matrix', look: 'The default run, with whole images as rows of the data: their rank grows even more.' },
  mnist: { label: 'MNIST 0 against 1', look: 'Handwritten digits among patches of noise: the data’s rank grows, the filters’ hardly moves.' },
  'near-critical': { label: 'Near critical noise', look: 'Close to σ* signal and noise race; the first filters begin to follow noise.' },
  memorised: { label: 'Noise memorised', look: 'With so much noise the network memorises it: training accuracy 1, test accuracy near chance.' },
  'few-images': { label: 'Few images', look: 'Every signal vector is in four images, too few to outweigh their noise.' },
  diverges: { label: 'Learning rate too large', look: 'With noise on the object too and such large steps, the loss leaves its bounds and stays there.' },
};

const words: ParameterWords = parameters;

/** Words that the first figure needs, in English: they travel with the page. Those of other languages have this type. */
export const first = {
  title: 'Rank under noise',
  percent,
  parameters: words,
  page: {
    navigation: 'Page', controls: 'Controls', tour: 'Tour', save: 'Save', share: 'Share', someFilters: 'Some filters',
    theme: { light: 'Use light theme', dark: 'Use dark theme' },
    broken: 'A part of the page could not be shown.', reload: 'Reload',
  },
  claim: {
    title: 'Noise makes the data look complicated. The network sees through it.',
    text({ real, pair, grid, noisy, n, patches, signalDimension, memorised }: ClaimFacts): string {
      if (memorised) return `Not here: at this noise the two-layer CNN memorises its ${n} images instead.`;
      const rest = noisy ? 'the rest is noise' : 'the rest is empty';
      const images = real
        ? `${n} handwritten digits, ${pair[0]} against ${pair[1]}${grid ? `: one patch of four holds the digit, ${rest}` : noisy ? ', noise on every empty pixel' : ''}.`
        : patches === 1 ? `${n} images of a single patch that carries one of ${signalDimension} signal vectors.`
          : `${n} images of ${patches} patches: one carries one of ${signalDimension} signal vectors, ${rest}.`;
      return `A two-layer CNN trains in this page, on ${images}`;
    },
  },
  presets: { label: 'Preset', own: 'Your own experiment', holds: 'It holds', breaks: 'It breaks', all: presets },
  sliders: {
    span: 'Signal span of the digits',
    spanDocs: 'Fewest leading right singular vectors of the clean patch matrix that hold 90% of its energy.',
    critical: 'σ* critical',
    criticalDocs: (critical: number) => `Critical noise σ* = (μ/√d)(n/2K)^(1/q) = ${hundredths(critical)}: a scaling law, not a sharp limit.`,
    width: (m: number) => (m === 1 ? '1 filter per class' : `${m} filters per class`),
  },
  fields: {
    against: ' against ', plus: 'Class +1', minus: 'Class −1', yes: 'yes', no: 'no',
    groups: { images: 'Change the images', filters: 'Change the filters', training: 'Change the training', view: 'Change the view' },
    more: 'More',
  },
  transport: {
    label: 'Training', play: 'Play', pause: 'Pause', replay: 'Replay', step: 'Step', reset: 'Reset', newSeed: 'New seed', speed: 'Speed',
    speeds: { 1: '1 step a frame', 2: '2 steps a frame', 5: '5 steps a frame', max: 'Full speed' },
  },
  figures: {
    label: 'Ranks', clean: 'Clean data', data: (sigma: string) => `Data with noise σ = ${sigma}`, filters: 'Learned filters',
    share: (share: string) => `${share} of their energy in the signal span`,
    /** A name from the parameter table where it stands within a line. */
    within: (name: string) => name.toLowerCase(),
  },
};

export type FirstStrings = typeof first;
