import { mostly, nearly } from '../judged';
import type { EnergyFacts, FollowFacts, HalfFacts, NoLaw, RaceFacts, ResponseFacts } from '../facts';
import { others } from './follow';
import { link, symbol, term, value } from '../markup';
import { hundredths, plural, rank, short } from '../numbers';
import { percent } from './first';

/** Why it happens, and where it ends. */
export const reasons = {
  winner: {
    title: 'What each filter follows',
    what: ({ q, linear, opt }: ResponseFacts) => {
      const evened =
        opt === 'adam'
          ? ' Adam evens out much of it: how far it moves a weight hardly depends on how hard the pull is.'
          : '';
      if (linear)
        return `A linear token takes what a filter sees in a patch as it is, without an activation: the slope is the same for every response, and no lead grows by a power.${evened}`;
      if (q === 1)
        return `With ${symbol('q', 'q')} = 1 the activation φ is the plain ReLU: where it is not zero, its slope is the same for every response. So a lead does not grow by a power, and many filters end as mixtures.${evened}`;
      return (
        `The activation φ is a power at first and a straight line beyond ${symbol('kappa', 'κ')}. On the power, the slope grows with the response, so what a filter already leans to also pulls at it hardest. ` +
        `With ${symbol('q', 'q')} = ${short(q)}, twice the response means ${short(2 ** (q - 1))} times the pull. ${q > 2 ? 'So a small lead at the start can become the whole filter.' : 'So a lead only stays in proportion, and many filters end as mixtures.'}${evened}`
      );
    },
    formula: 'The Huberized ReLU: zero below zero, a power up to kappa, linear above.',
    otherwise: 'otherwise',
    now: (facts: FollowFacts) => {
      const { filters, following, parts } = facts;
      const rest = others(facts);
      const last = rest.pop();
      const all = parts === 1 ? plural(filters, 'filter') : `${filters} parts of filters, one for each patch`;
      const of = `Of the ${all}, ${following} ${following === 1 ? 'follows' : 'follow'} one signal vector`;
      return `${[of, ...rest].join(', ')}${last === undefined ? '' : ` and ${last}`}.`;
    },
    early: 'The filters start out random and lean to everything a little.',
    /** How the filters' energy is shared out, and what that has to do with their rank. */
    energies: ({ directions, sum, rank: measured, share, alike }: EnergyFacts) => {
      const own = value('filters', rank(measured));
      const which = directions === 1 ? 'The direction of the signal' : `The ${directions} directions of the signal`;
      if (share < mostly)
        return `${which} ${directions === 1 ? 'holds' : 'hold'} ${percent(share)} of the filters’ energy. Most of what their rank of ${own} counts lies elsewhere.`;
      if (directions === 1) return `${which} holds ${percent(share)} of the filters’ energy, and their rank is ${own}.`;
      const total = `in units of the largest it adds up to ${sum.toFixed(1)}, where equal shares would give ${directions}`;
      const few = measured < nearly * directions && share > nearly;
      const how = few ? `Why the rank is not ${directions}: how` : 'How';
      const decided = `the random start${alike ? '' : ' and the unequal norms of the signal vectors'}`;
      const spread =
        sum > nearly * directions
          ? `${which} have nearly equal shares of the filters’ energy: ${total}.`
          : `${how} many filters come to follow each of the ${directions} directions of the signal is decided by ${decided}, so their energy is not shared out equally; ${total}.`;
      const rest =
        few && measured < nearly * sum
          ? ` Filters that lie between two of them stretch the largest direction further: the rank is ${own}.`
          : ` The rank is ${own}.`;
      return spread + rest;
    },
    picture: 'Energy of the filters along each direction of the signal, and how many follow it',
    along: 'energy along it',
    followers: 'filters that follow it',
    caption: 'Energy of the filters along each direction, relative to the largest. Below: how many filters follow it.',
    pick: 'Follow one filter through the run',
    picked: 'Let go of the filter',
  },
  race: {
    title: 'Why: signal and noise race',
    what: `A signal vector has norm ${symbol('mu', 'μ')} and is in one image of every 2K; the noise of one patch is in one image of all ${symbol('n', 'n')}. Many images pull one way, or a long vector pulls its own.`,
    formula:
      'The race: n times the signal-to-noise ratio to the power q, against 2K. The ratio is the norm of a signal vector over that of a patch of noise.',
    law:
      'A rule of thumb of this page: where the left side is much the larger, the signal leaves the power part of φ first; where it is much the smaller, noise does. ' +
      'Cao, Chen, Belkin and Gu (2022) proved such a condition for one signal vector, two patches and q > 2; here n is replaced by n/2K, the images of a signal vector. ' +
      'Solved for σ at large d it gives σ*, a law for how the limit moves. It leaves a constant open, which the page measures.',
    critical: 'Critical noise: mu over the root of d, times the q-th root of n over 2K.',
    now: ({ pull, signalDimension, winner, critical, ratio, sigma }: RaceFacts) => {
      if (winner === 'no noise')
        return `Here σ* = ${short(critical)}, but now no noise reaches these images: the signal runs alone.`;
      if (winner === 'beyond')
        return 'Now first responses are beyond κ already, where φ is a straight line: there is no power to race on.';
      const sides = `Now ${short(pull)} ${pull > signalDimension ? 'is above' : pull < signalDimension ? 'is below' : 'equals'} ${signalDimension}`;
      const ahead = {
        signal: 'the signal is ahead',
        noise: 'noise is ahead',
        open: 'too close for a scaling law to call',
      };
      return `${sides}: ${ahead[winner]}. σ* = ${short(critical)}, and σ = ${short(sigma)} is ${short(ratio)} of it.`;
    },
    none: {
      dense:
        'Without weight sharing a signal vector has to be learnt in every place by itself, from fewer images than the law counts: no σ* is known here.',
      linear: 'A linear token has no power on which signal and noise could race: no σ* is known here.',
      adam: 'The law is for steps along the gradient. How far Adam moves a weight hardly depends on how hard the pull is: no σ* is known here.',
      flip: 'The law is for right labels. Where some are wrong, images of one signal vector pull against each other: no σ* is known here.',
      ratio:
        'The law is for signal vectors of one norm. Here they are unequal, and each would have a limit of its own: no σ* is known here.',
      partner: 'The law is for orthogonal signal vectors. Here those of a pair are not: no σ* is known here.',
      colour:
        'The law is for white noise. Here the noise has directions of its own, along which it is stronger: no σ* is known here.',
      tail: 'The law is for Gaussian noise. Here it has another distribution: no σ* is known here.',
      power: 'The law is for q > 2. At a smaller exponent leads only stay in proportion: no σ* is known here.',
    } satisfies Readonly<Record<NoLaw, string>>,
    join: 'Let noise join: the default experiment',
    usual: 'Go back to the default experiment',
    back: 'Go back to synthetic images',
  },
  limit: {
    title: 'Where it ends',
    what:
      'As noise grows, the energy of the filters can go over from the signal vectors to it: the share that is left to the signal is the colour of their line. ' +
      'Where it falls, the network fits its training images by what is accidental in them and may fail on new ones. The rank alone can stay low all the same.',
    half: ({ half, critical }: HalfFacts) =>
      half === null
        ? ''
        : `Measured, by the curve above: at σ = ${hundredths(half)}${critical === null ? '' : ` (${hundredths(half / critical)} of σ*)`} half of what training moved lies in the signal span.`,
    finer: `A ${term('sweep', 'sweep')} of your own measures it finer. Over settings and seeds that was done beforehand: ${link('./results.html', 'where filters stop following the signal')}.`,
    past: (sigma: string) => `Go past σ*: σ = ${sigma}`,
    before: (sigma: string) => `Go well below σ*: σ = ${sigma}`,
  },
  digits: {
    title: 'Handwritten digits',
    what:
      'Nothing in the network knows of signal vectors, so it takes real images as well: one patch of four holds a handwritten digit, averaged down to 14 × 14 pixels, and the other three are noise; other layouts are under More. ' +
      'There is no K; the directions that hold 90% of the energy of the clean patches take its place.',
    start: 'Train on digits, 0 against 1',
    back: 'Go back to synthetic images',
    source: `The digits are MNIST’s (${link('./mnist/SOURCE.txt', 'source and licence')}).`,
  },
};
