import type { ChangeFacts, AlongFacts, ShareFacts } from '../figure-facts';
import { hundredths } from '../numbers';

const unknown = 'It has not been measured yet.';

/** What training moved of the filters, and the gradient: behind a line under the training curves. */
export const closer = {
  open: 'More to measure: what training moved, and the gradient',
  explained:
    'W − W₀ is what training has added to the filters. The gradient is that of the loss over all training images. Both are measured in the same run, made once more.',
  later: 'This is measured after the run.',
  computing: 'Measuring …',
  parts: { filters: 'filters', moved: 'W − W₀', gradient: 'gradient' },
  rank: {
    caption: (notion: string) => `${notion} of the filters, of what training moved and of the gradient`,
    name: (notion: string) =>
      `${notion[0]!.toUpperCase()}${notion.slice(1)} of what training moved, and of the gradient`,
    description: (facts: ChangeFacts | null) =>
      facts
        ? `At step ${facts.step} the ${facts.notion} of the filters is ${tenths(facts.filters)}, that of W − W₀ ${tenths(facts.moved)}, and that of the gradient ${tenths(facts.gradient)}.`
        : unknown,
  },
  share: {
    caption: 'share of energy in the signal span',
    name: 'Signal share of what training moved, and of the gradient',
    description: (facts: ShareFacts | null) =>
      facts
        ? `At step ${facts.step} the signal span has ${shareOf(facts.filters)} of the filters’ energy, ${shareOf(facts.moved)} of that of W − W₀, and ${shareOf(facts.gradient)} of the gradient’s.${facts.cosine === null ? '' : ` The way down has a cosine of ${hundredths(facts.cosine)} with W − W₀.`}`
        : unknown,
  },
  along: {
    caption: 'energy of W − W₀ along each signal vector, as a share of all of it',
    name: 'Energy of what training moved along each signal vector',
    description: (facts: AlongFacts | null) =>
      facts
        ? `At step ${facts.step} the signal vectors have between ${shareOf(facts.least)} and ${shareOf(facts.most)} of the energy of W − W₀ each.`
        : unknown,
  },
};

const tenths = (value: number | null) => (value === null ? 'not known' : value.toFixed(1));
const shareOf = (value: number | null) => (value === null ? 'an unknown share' : `${(100 * value).toFixed(0)}%`);
