import { isNearLimit } from '../judged';
import type { FollowFacts, RaceFacts } from '../facts';
import { link, panel, symbol, term } from '../markup';
import { plural, short } from '../numbers';

/** Why it happens, and where it ends. */
export const reasons = {
  winner: {
    title: 'Each filter has one winner',
    what: `The activation φ is a power at first and a straight line beyond ${symbol('kappa', 'κ')}. On the power, the slope grows with the response, so what a filter already leans to also pulls at it hardest.`,
    slope: (q: number) =>
      `With ${symbol('q', 'q')} = ${short(q)}, twice the response means ${short(2 ** (q - 1))} times the pull. A small lead at the start becomes the whole filter.`,
    formula: 'The Huberized ReLU: zero below zero, a power up to kappa, linear above.',
    otherwise: 'otherwise',
    below: 'z ≤ 0',
    between: '0 ≤ z ≤ κ',
    now: ({ filters, following, noise, idle }: FollowFacts) => {
      const rest = [
        noise > 0 ? `${noise} ${noise === 1 ? 'follows' : 'follow'} noise` : '',
        idle > 0 ? `${idle} hardly grew` : '',
      ].filter((words) => words !== '');
      const of = `Of the ${plural(filters, 'filter')}, ${following} ${following === 1 ? 'follows' : 'follow'} a signal vector`;
      return `${of}${rest.length === 0 ? '' : rest.length === 1 ? ` and ${rest[0]}` : `, ${rest.join(' and ')}`}.`;
    },
    early: 'The filters start out random and lean to everything a little.',
    pick: 'Follow one filter through the run',
    picked: 'Let go of the filter',
  },
  race: {
    title: 'Signal and noise race to be that winner',
    what: `A signal vector has norm ${symbol('mu', 'μ')} and is in one image of every 2K. The noise of one patch has norm about σ√d and is in one image of all ${symbol('n', 'n')}. Many images pull one way, or a long vector pulls its own.`,
    snr: 'Signal-to-noise ratio: the norm of a signal vector over that of a patch of noise.',
    formula: 'The race: n times the signal-to-noise ratio to the power q, against 2K.',
    law: `By the condition of Cao, Chen, Belkin and Gu (2022), the signal leaves the power part of φ first where the left side is much larger than the right, and noise where it is much smaller. Point at a symbol to see its value, press it to change it.`,
    now: ({ pull, signalDimension, winner, ratio }: RaceFacts) => {
      if (winner === 'no noise') return 'Now no noise reaches these images: the signal runs alone.';
      const near = isNearLimit(ratio);
      const sides = `Now ${short(pull)} ${pull > signalDimension ? 'is above' : pull < signalDimension ? 'is below' : 'equals'} ${signalDimension}`;
      return `${sides}: ${near ? 'too close for a scaling law to call' : winner === 'signal' ? 'the signal is ahead' : 'noise is ahead'}.`;
    },
    lose: (sigma: string) => `Let noise win: σ = ${sigma}`,
    win: (sigma: string) => `Let the signal win: σ = ${sigma}`,
    join: 'Let noise join: the default experiment',
    back: 'Go back to synthetic images',
  },
  limit: {
    title: 'There is a limit',
    what:
      'Solve the race for σ: both sides are equal at σ*. ' +
      'It is a law for how the limit moves when the images change, and leaves a constant open. ' +
      'At q = 3, half of the filters’ energy is left in the signal span near 0.9σ* with 2 patches, 0.7σ* with 4 and 0.6σ* with 9, as this page’s test src/training/half-way.test.ts measures.',
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
