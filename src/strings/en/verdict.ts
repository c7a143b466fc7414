import type { PresetName } from '../../experiment/presets';
import type { Verdict } from '../guide-facts';
import { value } from '../markup';
import { hundredths } from '../numbers';
import { percent } from './first';

/** One sentence a preset. */
const look: Readonly<Record<PresetName, string>> = {
  default: 'Noise fills every other direction of the data; the filters keep to the few that matter.',
  'no-noise': 'Without noise data and filters have the same few directions.',
  wide: 'Eight hundred filters, and still six directions: width is not rank.',
  'nine-patches':
    'Eight patches of noise beside the object, not three; over nine tenths of the filters’ energy still keeps to the signal.',
  'image-matrix':
    'The default run, with whole images as rows of the data: more directions than signal vectors even when clean, and with noise over three times as many.',
  mnist: 'Handwritten digits among patches of noise: the data’s rank grows, the filters’ hardly moves.',
  'near-critical': 'Where it breaks: most filters follow noise, and about half of their energy lies off the signal.',
  memorised: 'With so much noise the network memorises it: training accuracy 1, test accuracy near chance.',
  'few-images': 'Every signal vector is in four images, too few to outweigh their noise.',
  diverges: 'With noise on the object too and such large steps, the loss leaves its bounds and stays there.',
};

/** What to look for in a preset, and what became of a run, in half a line. */
export const verdict = {
  look,
  came: 'This run: ',
  comparing: 'compared with σ = 0 …',
  text(verdict: Verdict): string {
    switch (verdict.kind) {
      case 'diverged':
        return `diverged by step ${verdict.step}: there is no rank to read off it.`;
      case 'unfitted':
        return `not fitted: training accuracy is ${hundredths(verdict.trainAccuracy)}, too low to say what it learns.`;
      case 'clean':
        return `without noise, filters ${value('filters', verdict.filters)} and data ${value('clean', verdict.data)}.`;
      case 'memorised':
        return `memorised: the signal span holds ${percent(verdict.share)} of the filters’ energy${verdict.testAccuracy === null ? '' : `, test accuracy is ${hundredths(verdict.testAccuracy)}`}.`;
      case 'flat':
        return `flat: filters ${value('filters', `${verdict.from} → ${verdict.to}`)} while the data went ${value('data', `${verdict.dataFrom} → ${verdict.dataTo}`)}.`;
      case 'moved':
        return `moved: filters ${value('filters', `${verdict.from} → ${verdict.to}`)} while the data went ${value('data', `${verdict.dataFrom} → ${verdict.dataTo}`)}${verdict.share === null ? '' : `; the signal span holds ${percent(verdict.share)} of their energy`}.`;
      case 'alone':
        return `filters ${value('filters', verdict.filters)}, data ${value('data', verdict.data)}.`;
    }
  },
};
