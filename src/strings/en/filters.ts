import type { FilterFacts } from '../figure-facts';
import { hundredths } from '../numbers';

const classes = { plus: 'class +1', minus: 'class −1' };

function filter({ number, patch, plus, follows }: FilterFacts): string {
  const start = patch === null ? 'Filter' : `At patch ${patch}, filter`,
    which = `${start} ${number} of ${plus ? classes.plus : classes.minus}`;
  if (follows === 'idle') return `${which} stayed short`;
  return follows ? `${which} follows ${follows.name}` : `${which} follows no signal vector`;
}

/** The filters as images and their alignment with the signal vectors. */
export const filters = {
  /** Beside small images and rows of cells: short. */
  marks: { ...classes, noise: 'noise', idle: 'short', rest: 'rest' },
  /** What one filter is. */
  filter,
  grid: 'Filters',
  open: (facts: FilterFacts) => `${filter(facts)}. Shows its alignment over time.`,
  vector: (name: string) => `Signal vector ${name}`,
  pick: (step: number) => `Step ${step}. Pick a filter to see its alignment over time.`,
  some: {
    title: 'The filters themselves',
    untrained: 'random, before training',
    following: (following: number, all: number) => `${following} of ${all} follow one signal vector each`,
    picture: (all: number, parts: number) =>
      `Some of the ${all} ${parts === 1 ? 'filters' : 'parts of filters'} as images, each below the signal vector that it follows`,
  },
  all: {
    lead: 'Each small image is one filter (or its part at one patch), beside the signal vector that it follows: mid grey is zero, light positive, dark negative; pale ones stayed short.',
    empty: 'The filters are shown as soon as the first run has begun.',
    picture: (step: number) => `The filters as images at step ${step}, by the signal vector that they follow`,
  },
  alignment: {
    lead: 'One column a filter (or its part at one patch where patches share none), one row a signal vector, and the rest of the space below. Blue follows a signal vector, grey points away from it, orange is noise.',
    empty: 'The alignment is shown as soon as the first run has begun.',
    picture: (step: number) => `Alignment of the filters with the signal vectors at step ${step}`,
    /** A cell of the map. @param rest share of the filter's energy off the signal span */
    cell: (facts: FilterFacts, cosine: { readonly name: string; readonly value: number } | null, rest: number) =>
      `${filter(facts)}${cosine === null ? '' : `; its cosine with ${cosine.name} is ${hundredths(cosine.value)}`}; ${Math.round(rest * 100)}% of its energy off the signal span.`,
    track: {
      name: 'Alignment of one filter during training',
      caption: (facts: FilterFacts) => `${filter(facts)}: cosine with each signal vector, against training step`,
      rest: 'rest of the space',
      description: (facts: FilterFacts, most: { readonly name: string; readonly value: number }, rest: number) =>
        `${filter(facts)}. At the end its largest cosine is ${hundredths(most.value)} with ${most.name}; the rest of the space has ${hundredths(rest)}.`,
    },
  },
};
