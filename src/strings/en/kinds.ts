import type { ImageKind } from '../../experiment/parameters';
import type { DataFacts } from '../facts';
import type { KindWords } from '../kind-words';
import { term } from '../markup';

const silent = { race: '', limit: '', prediction: '', dimension: '', map: '' };

/** Words by kind of images. */
export const kinds: Readonly<Record<ImageKind, KindWords>> = {
  synthetic: {
    images: ({ signalDimension, patches, everywhere, noisy, sigma }) => {
      const vectors = `one of ${signalDimension ?? 'a few'} signal vectors; their number, 2K, is the ${term('signal-dimension', 'signal dimension')}`;
      if (patches === 1) return `Every image is one patch, which holds ${vectors}.`;
      const object = `Every image is ${patches} patches. One of them, the object, holds ${vectors}.`;
      if (sigma > 0 && !noisy)
        return `${object} The others stay empty: the signal vectors leave no direction for noise.`;
      return `${object} The others are empty until ${term('background-noise', 'background noise')} fills them${everywhere ? ', the object’s patch included' : ''}. Noise says nothing about the class: nothing in it helps on a new image.`;
    },
    instead: 'The images are synthetic now.',
    called: (name) => name,
    shows: (name) => name,
    object: ({ alone, patterns }) => `${alone ? 'the object: ' : ''}one of ${patterns} patterns`,
    rest: ({ alone, sigma, everywhere }) =>
      sigma === null
        ? alone
          ? 'the rest: empty'
          : 'no noise in it'
        : everywhere
          ? `noise on all of it, σ\u00a0=\u00a0${sigma}`
          : `the rest: noise, σ\u00a0=\u00a0${sigma}`,
    untold: silent,
  },
  mnist: {
    images: ({ classes: [plus, minus], layout, noisy, patches, signalDimension }) =>
      [
        `The images are handwritten digits, ${plus} and ${minus}, ${laid[layout](noisy, patches)}.`,
        `What they show lies mostly along few directions${signalDimension === null ? '' : `: ${signalDimension} hold 90% of the energy of the clean patches, and stand in for the ${term('signal-dimension', 'signal dimension')}`}.`,
      ].join(' '),
    instead: '',
    called: (name) => name,
    shows: (name) => `digit ${name}`,
    object: ({ alone, name }) => `${alone ? 'the object: ' : ''}a handwritten ${name}`,
    rest: ({ alone, sigma }) =>
      sigma === null
        ? alone
          ? 'the rest: empty'
          : 'no noise in it'
        : `${alone ? 'the rest' : 'where it is empty'}: noise, σ\u00a0=\u00a0${sigma}`,
    untold: {
      race: 'Digits are not made of signal vectors of one norm. There is no K in them, and the race has no numbers here; what is said of it is for synthetic images.',
      limit: 'For digits no σ* is known. Raise σ, and the test accuracy may fall.',
      prediction: 'None: only synthetic images have a known number of signal vectors of one norm.',
      dimension:
        'MNIST digits are not made of signal vectors of one norm: there is no K, so there is no σ* either. The size of their signal span, read off the clean patch matrix, takes the place of 2K.',
    },
  },
  fashion: {
    images: ({ classes: [plus, minus], layout, noisy, patches, signalDimension }) =>
      [
        `The images are clothes of Fashion-MNIST, ${garment(plus)} and ${garment(minus)}, ${laid[layout](noisy, patches)}.`,
        `What they show lies mostly along few directions${signalDimension === null ? '' : `: ${signalDimension} hold 90% of the energy of the clean patches, and stand in for the ${term('signal-dimension', 'signal dimension')}`}.`,
      ].join(' '),
    instead: 'The images are clothes now.',
    called: garment,
    shows: garment,
    object: ({ alone, name }) => `${alone ? 'the object: ' : ''}${garment(name ?? '')}`,
    rest: ({ alone, sigma }) =>
      sigma === null
        ? alone
          ? 'the rest: empty'
          : 'no noise in it'
        : `${alone ? 'the rest' : 'where it is empty'}: noise, σ\u00a0=\u00a0${sigma}`,
    untold: {
      race: 'Clothes are not made of signal vectors of one norm. There is no K in them, and the race has no numbers here; what is said of it is for synthetic images.',
      limit: 'For clothes no σ* is known. Raise σ, and the test accuracy may fall.',
      prediction: 'None: only synthetic images have a known number of signal vectors of one norm.',
      dimension:
        'Clothes are not made of signal vectors of one norm: there is no K, so there is no σ* either. The size of their signal span, read off the clean patch matrix, takes the place of 2K.',
    },
  },
  file: {
    images: ({ classes: [plus, minus], layout, noisy, patches, signalDimension }) =>
      [
        `The images are your own, ${plus} against ${minus}, ${brought[layout](noisy, patches)}.`,
        `What they show lies mostly along few directions${signalDimension === null ? '' : `: ${signalDimension} hold 90% of the energy of the clean patches, and stand in for the ${term('signal-dimension', 'signal dimension')}`}.`,
      ].join(' '),
    instead: 'The images are your own now.',
    called: (name) => name,
    shows: (name) => name,
    object: ({ alone, name }) => `${alone ? 'the object: ' : ''}an image of ${name ?? 'a class'}`,
    rest: ({ alone, sigma }) =>
      sigma === null
        ? alone
          ? 'the rest: empty'
          : 'no noise in it'
        : `${alone ? 'the rest' : 'where it is empty'}: noise, σ\u00a0=\u00a0${sigma}`,
    untold: {
      race: 'Own images are not made of signal vectors of one norm. There is no K in them, and the race has no numbers here; what is said of it is for synthetic images.',
      limit: 'For own images no σ* is known. Raise σ, and the test accuracy may fall.',
      prediction: 'None: only synthetic images have a known number of signal vectors of one norm.',
      dimension:
        'Own images are not made of signal vectors of one norm: there is no K, so there is no σ* either. The size of their signal span, read off the clean patch matrix, takes the place of 2K.',
    },
  },
};

/** Classes of Fashion-MNIST, by their numbers. */
const garments = [
  'T-shirt',
  'trousers',
  'pullover',
  'dress',
  'coat',
  'sandal',
  'shirt',
  'sneaker',
  'bag',
  'ankle boot',
];

function garment(name: string): string {
  return garments[Number(name)] ?? name;
}

/** How an image that was brought becomes patches. */
const brought: Readonly<Record<DataFacts['layout'], (noisy: boolean, patches: number) => string>> = {
  grid: (noisy) => `each averaged down to one patch of four; ${rest(noisy)}`,
  pixels: (noisy) => `each whole, as a single patch${empty(noisy)}`,
  windows: (noisy, patches) => `each cut into ${patches} windows, which are its patches${empty(noisy)}`,
};

const empty = (noisy: boolean) => (noisy ? ', with noise on its empty pixels' : '');

/** How a digit becomes patches. */
const laid: Readonly<Record<DataFacts['layout'], (noisy: boolean, patches: number) => string>> = {
  grid: (noisy) => `each averaged down to 14 × 14 pixels, in one patch of four; ${rest(noisy)}`,
  pixels: (noisy) => `each whole, as a single patch${empty(noisy)}`,
  windows: (noisy, patches) => `each cut into ${patches} windows, which are its patches${empty(noisy)}`,
};

const rest = (noisy: boolean) => (noisy ? 'the rest is noise' : 'the rest is empty');
