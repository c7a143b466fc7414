import { againstClean } from '../judged';
import type { DataFacts, RunFacts, TrainedFacts } from '../facts';
import { symbol, term, value } from '../markup';
import { plural, rank, short, withError } from '../numbers';
import { percent } from './first';

const held: Readonly<Record<TrainedFacts['net'], string>> = {
  cnn: 'against every patch.',
  deep: 'against every patch; the layers above mix what they make of it.',
  transformer: 'against every patch, and attention decides how much each patch counts.',
  dense: 'against the whole image, as none of its weights are shared between patches.',
};
const rules: Readonly<Record<TrainedFacts['opt'], string>> = {
  gd: 'gradient descent',
  momentum: 'gradient descent with momentum',
  adam: 'Adam',
};

/** What moves the filters. */
function mover({ opt, batch }: TrainedFacts): string {
  if (batch !== null) return `${rules[opt]} on ${plural(batch, 'image')} at a time`;
  return opt === 'gd' ? term('gradient-descent', 'full-batch gradient descent') : rules[opt];
}

/** What rank is, what noise does to it, and what the network does about that. */
export const finding = {
  rank: {
    title: 'What you are looking at',
    curve:
      'Of the two lines above, one is the rank of the data, the other that of the filters of the network trained on them.',
    what:
      `Rank counts directions. Write every ${term('patch', 'patch')} of every image as one row of a matrix: ` +
      `its ${term('singular-value', 'singular values')} s₁ ≥ s₂ ≥ … say how much of the data lies along each of its orthogonal directions. s² is the energy there, and the whole list is the ${term('spectrum', 'spectrum')}. ` +
      `A trace of noise gives nearly every direction some energy, so the ${term('stable-rank', 'stable rank')} counts by energy: all of it, in units of the largest.`,
    formula: 'Stable rank: the sum of all squared singular values over the largest one squared.',
    try: 'Try it: six equal bars add up to 6, one alone to 1.',
    fall: 'Each value, relative to the one before',
    choices: { equal: 'Six equal', one: 'One alone', clean: 'Clean data', data: 'Noisy data', filters: 'Filters' },
    group: 'Spectrum to add up',
    energies: 'Energies, relative to the largest',
    picture: (sum: string, count: number) =>
      `Energies of ${plural(count, 'direction')}, relative to the largest; they add up to ${sum}`,
    /** @param picture as above. */
    each: (label: string, picture: string) => `${label}: ${picture}.`,
    sum: (sum: string, shown: number, count: number) =>
      `${plural(count, 'bar')}, which add up to ${sum}: the stable rank.${shown < count ? ` The first ${shown} are drawn.` : ''}`,
    unknown: 'Not computed yet.',
    empty: 'All of these values are zero: the stable rank is 0.',
  },
  noise: {
    title: 'What noise does to the data',
    drag: `Drag ${symbol('sigma', 'σ')} and see what it does to the rank of the data.`,
    slider: 'σ, here',
    measured: ({ noisy, sigma, clean, data, matrix, most }: DataFacts) => {
      if (clean === null || data === null) return 'The spectrum of the data is being computed.';
      const name = matrix === 'patch' ? 'the patch matrix' : 'the image matrix';
      if (sigma === 0)
        return `At σ = 0 there is no noise: the stable rank of ${name} is ${value('clean', rank(clean))}.`;
      if (!noisy)
        return `These images have no room for background noise: whatever σ is, the stable rank of ${name} stays at ${value('clean', rank(clean))}.`;
      const of = most === null ? '' : `, of ${most} at most`;
      const judged = againstClean(data, clean);
      if (judged === 'higher' || judged === 'far higher')
        return `At σ = ${short(sigma)} the stable rank of ${name} is ${value('data', rank(data))}${of}. Without noise it is ${value('clean', rank(clean))}: the data look ${judged === 'far higher' ? 'far ' : ''}richer than they are.`;
      return `At σ = ${short(sigma)} the stable rank of ${name} is ${value('data', rank(data))}${of}, and ${value('clean', rank(clean))} without noise. ${judged === 'lower' ? 'This noise has a largest direction of its own, which makes the rank smaller.' : 'So little noise hardly changes it.'}`;
    },
    none: 'Take the noise away',
    some: (sigma: string) => `Put it back: σ = ${sigma}`,
  },
  network: {
    title: 'What the network does about it',
    what: (facts: TrainedFacts) =>
      `The network holds each of its ${term('filter', 'filters')} ${held[facts.net]} ` +
      `There are ${symbol('m', 'm')} for each class, its ${term('width', 'width')}. ` +
      `In a ${term('run', 'run')}, ${mover(facts)} moves them all, one ${term('step', 'step')} after another. ` +
      'The filters are rows of a matrix too, with a stable rank of its own.',
    formula: 'The network: the mean output of the filters of class plus one, less that of class minus one.',
    /** What the run has come to; where that says anything, what it learnt of the images follows. */
    ranks: ({ step, steps, filters, data, sigma, regime, looking }: RunFacts) => {
      if (regime === 'failed') return 'This run could not be made; the line under Training says why.';
      if (step === null || filters === null) return 'The first step is being made.';
      if (regime === 'diverged')
        return `This ${term('run', 'run')} has diverged: the last good step is ${step}, and there is nothing to read off it. A smaller learning rate helps.`;
      const ranks = `the filters have stable rank ${value('filters', rank(filters))}${data === null ? '' : `, their data at σ = ${short(sigma)} have ${value('data', rank(data))}`}`;
      return looking || regime === 'training' || regime === 'paused'
        ? `At step ${step} of ${steps} ${ranks}.`
        : `After ${plural(step, 'step')} ${ranks}.`;
    },
    /** Empty where there is nothing to be said of it. */
    learnt: ({ step, filters, wrong, regime, looking, share, testAccuracy, testError }: RunFacts) => {
      if (regime === 'failed' || regime === 'diverged' || step === null || filters === null) return '';
      const energy =
        share === null ? '' : `Of what training changed in the filters, ${percent(share)} lies in the signal span.`;
      if (looking || regime === 'training' || regime === 'paused') return energy;
      const test = testAccuracy === null ? '' : `, and test accuracy is ${withError(testAccuracy, testError ?? 0)}`;
      const came = {
        unfitted:
          wrong > 0
            ? `About ${percent(wrong)} of its training labels are wrong, and it has not fitted them all.`
            : 'The network does not fit its training images, so this run does not say what it learns: more steps, a larger learning rate or a wider network may.',
        fitted: `It fits its training images${test}.`,
        memorised: `Not the signal: this run fits its images by memorising their noise${test}.`,
        partly: `It fits its images, but not by the signal alone${test}.`,
        learnt: `It has learnt the signal${test}.`,
      };
      return [energy, came[regime]].filter((sentence) => sentence !== '').join(' ');
    },
    rises: ({ risen, regime }: RunFacts) => {
      if (!risen || regime === 'failed' || regime === 'diverged') return '';
      const { count, of, first, last, apart } = risen;
      if (count === 0)
        return `None of the ${of === 1 ? 'first' : `first ${of}`} singular values of the filters has risen to five times its initial size yet.`;
      const all =
        count === of
          ? of === 1
            ? 'The first singular value of the filters has'
            : `The first ${of} singular values of the filters have`
          : `${count} of the first ${of} singular values of the filters ${count === 1 ? 'has' : 'have'}`;
      return `${all} risen to five times the initial size${first === last ? `, by step ${first}` : `,${apart ? ' one after another,' : ''} from step ${first} to step ${last}`}.`;
    },
    watch: 'Watch them rise from the start',
  },
};
