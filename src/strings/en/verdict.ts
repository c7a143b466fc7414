import type { PresetName } from '../../experiment/presets';
import type { Verdict, VerdictOutcome } from '../guide-facts';
import { value } from '../markup';
import { hundredths, loss, plural, withError } from '../numbers';
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
  shoes:
    'Sneakers against ankle boots among patches of noise: the data’s rank grows more than fivefold, the filters’ by less than a third.',
  clothes:
    'Trousers against shirts among patches of noise: the data’s rank grows more than fivefold, the filters’ by less than a third.',
  deep: 'Five layers deep, and the filters’ rank is less than a sixth of the data’s; over seven tenths of their energy keeps to the signal.',
  transformer:
    'Attention reads the filters here, and their rank is less than a sixth of the data’s; over seven tenths of their energy keeps to the signal.',
  'near-critical': 'Where it breaks: most filters follow noise, and about half of their energy lies off the signal.',
  memorised: 'With so much noise the network memorises it: training accuracy 1, test accuracy near chance.',
  'few-images': 'Every signal vector is in four images, too few to outweigh their noise.',
  adam: 'Adam follows noise beside the signal: the filters’ stable rank stays low, their effective rank is over three times that by gradient descent.',
  dense:
    'Without weight sharing noise takes part of the filters: less than seven tenths of their energy keeps to the signal.',
  diverges: 'With noise on the object too and such large steps, the loss leaves its bounds and stays there.',
  staircase:
    'In each class the last signal vector is half as long as the first: directions are learnt one after another, strongest first.',
  'wrong-labels':
    'One label in ten is wrong, and twice as many steps as usual fit them all: effective rank four times as high as with right labels.',
  coloured:
    'The figure turns over: this noise takes the stable rank of the data below that of clean data, and their effective rank to more than eight times it.',
};

/** What a run that fits its images has learnt. */
function learnt(outcome: VerdictOutcome): string {
  const { testAccuracy, error } = outcome;
  const test = testAccuracy === null ? '' : `test accuracy is ${withError(testAccuracy, error ?? 0)}`;
  if (outcome.kind === 'fitted') return `The network fits its images${test && `; ${test}`}.`;
  const { share } = outcome;
  if (outcome.kind === 'learnt') {
    const noise =
      hundredths(1 - share) === '0.00'
        ? ''
        : `, though ${percent(1 - share)} of what training moved is outside the signal span`;
    return `The network learnt the signal: ${test}${noise}.`;
  }
  if (outcome.kind === 'memorised')
    return `The network memorised noise: only ${percent(share)} of what training moved is in the signal span, and ${test}, as by guessing.`;
  if (outcome.missed)
    return `The network follows ${outcome.missed.followed} of ${plural(outcome.missed.of, 'signal vector')}: ${test}.`;
  return outcome.more === 'noise'
    ? `The network learnt noise beside the signal: ${percent(share)} of what training moved is in the signal span, and ${test}.`
    : `The network carries over to new images in part: ${test}; ${percent(share)} of what training moved is in the signal span.`;
}

const dataRank = (text: string) => value('data', text);

/** What to look for in a preset, and what became of a run, in a line. */
export const verdict = {
  look,
  comparing: 'This run is being compared with σ = 0 …',
  unstable: (rises: number) =>
    ` Training is unstable: the loss rose ${plural(rises, 'time')}, so small differences of rounding grow. The same backend repeats this run to the bit; another device may get other numbers.`,
  text(verdict: Verdict): string {
    switch (verdict.kind) {
      case 'diverged':
        return `This run diverged by step ${verdict.step}: there is no rank to read off it.`;
      case 'unfitted':
        if (verdict.wrong > 0)
          return `About ${percent(verdict.wrong)} of the training labels are wrong, and this run has not fitted them all: it tells ${percent(verdict.right)} as they are given, at a loss of ${loss(verdict.loss)}.`;
        return `This run has not fitted its images: its loss is ${loss(verdict.loss)}, too large to say what it learns.`;
      case 'clean':
        return `${verdict.reached ? 'Without noise the' : 'No noise reaches these images. The'} data have rank ${value('clean', verdict.data)}, the filters ${value('filters', verdict.filters)}. ${learnt(verdict.outcome)}`;
      case 'compared': {
        const { flat, from, to, dataFrom, dataTo, turn } = verdict;
        const data =
          turn === 'lowered'
            ? `Noise lowered the data’s rank, ${dataRank(`${dataFrom} → ${dataTo}`)}`
            : `Noise took the data’s rank ${dataRank(`${dataFrom} → ${dataTo}`)}${turn === 'falls' ? ' (more noise lowers it again)' : ''}`;
        return `${data}; the filters ${flat ? 'kept theirs' : 'went'} ${value('filters', `${from} → ${to}`)}. ${learnt(verdict.outcome)}`;
      }
      case 'alone':
        return `The data have rank ${dataRank(verdict.data)}${verdict.turn === 'lowered' ? ', less than without noise' : ''}, the filters ${value('filters', verdict.filters)}. ${learnt(verdict.outcome)}`;
    }
  },
};
