import type { FollowFacts, RaceFacts } from '../facts';
import { others } from './follow';
import { link, panel, symbol, term } from '../markup';
import { plural, short } from '../numbers';

/** Why it happens, and where it ends. */
export const reasons = {
  winner: {
    title: 'A filter that grows has one winner',
    what: `The activation φ is a power at first and a straight line beyond ${symbol('kappa', 'κ')}. On the power, the slope grows with the response, so what a filter already leans to also pulls at it hardest.`,
    slope: (q: number) =>
      `With ${symbol('q', 'q')} = ${short(q)}, twice the response means ${short(2 ** (q - 1))} times the pull. ${q > 2 ? 'In a filter that grows far, a small lead at the start becomes the whole of it.' : 'So a lead only stays in proportion, and many filters end as mixtures.'}`,
    formula: 'The Huberized ReLU: zero below zero, a power up to kappa, linear above.',
    otherwise: 'otherwise',
    now: (facts: FollowFacts) => {
      const { filters, following } = facts;
      const rest = others(facts);
      const last = rest.pop();
      const of = `Of the ${plural(filters, 'filter')}, ${following} ${following === 1 ? 'follows' : 'follow'} one signal vector`;
      return `${[of, ...rest].join(', ')}${last === undefined ? '' : ` and ${last}`}.`;
    },
    early: 'The filters start out random and lean to everything a little.',
    pick: 'Follow one filter through the run',
    picked: 'Let go of the filter',
  },
  race: {
    title: 'Signal and noise race to be that winner',
    what: `A signal vector has norm ${symbol('mu', 'μ')} and is in one image of every 2K. The noise of one patch is in one image of all ${symbol('n', 'n')}. Many images pull one way, or a long vector pulls its own.`,
    snr: 'Signal-to-noise ratio: the norm of a signal vector over that of a patch of noise.',
    formula: 'The race: n times the signal-to-noise ratio to the power q, against 2K.',
    law:
      'A rule of thumb of this page: the signal leaves the power part of φ first where the left side is much larger than the right, and noise where it is much smaller. ' +
      'Cao, Chen, Belkin and Gu (2022) proved such a condition for one signal vector, two patches and q > 2; here a signal vector is in n/2K images and a patch of noise in one, so n/2K takes the place of n. ' +
      'Point at a symbol to see its value, press it to change it.',
    now: ({ pull, signalDimension, winner, q }: RaceFacts) => {
      if (winner === 'no noise') return 'Now no noise reaches these images: the signal runs alone.';
      if (winner === 'beyond')
        return 'Now first responses are beyond κ already, where φ is a straight line: there is no power to race on.';
      const sides = `Now ${short(pull)} ${pull > signalDimension ? 'is above' : pull < signalDimension ? 'is below' : 'equals'} ${signalDimension}`;
      const ahead = {
        signal: 'the signal is ahead',
        noise: 'noise is ahead',
        open: 'too close for a scaling law to call',
      };
      return `${sides}: ${ahead[winner]}.${q > 2 ? '' : ` And the rule is made for q > 2: at q = ${short(q)} leads stay in proportion.`}`;
    },
    lose: (sigma: string) => `More noise: σ = ${sigma}`,
    win: (sigma: string) => `Less noise: σ = ${sigma}`,
    join: 'Let noise join: the default experiment',
    back: 'Go back to synthetic images',
  },
  limit: {
    title: 'There is a limit',
    what:
      'Solve the race for σ, as if d were much larger than 2K: both sides are equal at σ*. ' +
      'It is a law for how the limit moves when the images change, and leaves a constant open, which moves as well: ' +
      'with the other defaults, half of the filters’ energy has left the signal span near 0.9σ* with 2 patches, 0.7σ* with 4 and 0.5σ* with 16. So the page measures it.',
    formula: 'Critical noise: mu over the root of d, times the q-th root of n over 2K.',
    now: ({ critical, ratio, sigma, winner }: RaceFacts) =>
      winner === 'no noise'
        ? `Here σ* = ${short(critical)}, but no noise reaches these images.`
        : `Here σ* = ${short(critical)}, and σ = ${short(sigma)} is ${short(ratio)} of it.`,
    sweep: `One run is one point. A ${term('sweep', 'sweep')} trains the same network at every level of noise and measures both ranks each time.`,
    start: 'Run a sweep of the noise',
    running: 'Go to the sweep',
    past: (sigma: string) => `Go past it: σ = ${sigma}`,
    before: (sigma: string) => `Go well below it: σ = ${sigma}`,
  },
  digits: {
    title: 'Handwritten digits',
    what:
      'Nothing in the network knows of signal vectors, so it takes real images as well. ' +
      'In this experiment one patch of four holds a handwritten digit, averaged down to 14 × 14 pixels, and the other three are noise. ' +
      'There is no K; the directions that hold 90% of the energy of the clean patches take its place.',
    start: 'Train on digits, 0 against 1',
    back: 'Go back to synthetic images',
    compare: `${panel('runs', 'Pin a run')} before you change the images, and both stay side by side.`,
    source: `The digits are MNIST’s (${link('./mnist/SOURCE.txt', 'source and licence')}).`,
  },
};
