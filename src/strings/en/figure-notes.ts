import type { NoteFacts } from '../guide-facts';
import { value } from '../markup';
import { hundredths, plural, rank } from '../numbers';
import { percent } from './first';

const between = (role: 'filters' | 'data', [low, high]: readonly [string, string]) =>
  low === high ? value(role, low) : `${value(role, low)} to ${value(role, high)}`;

/** How the first figure is not to be read. */
export const figureNotes = {
  noise({ sigma, filters, data, above, without }: NonNullable<NoteFacts['noise']>): string {
    const low = `Low rank is not learning: at σ = ${hundredths(sigma)} there is more noise than signal in what training moved, and the filters’ stable rank is ${value('filters', rank(filters))} beside ${value('data', rank(data))} for the data.`;
    return without === null || above < 2 * without
      ? low
      : `${low} Counted above a tenth of the largest, their singular values go from ${without} without noise to ${above}.`;
  },
  spread: ({ sigma, seeds, filters, data }: NonNullable<NoteFacts['spread']>): string =>
    `Seeds differ: over ${seeds} of them, at σ = ${hundredths(sigma)}, the filters’ rank is ${between('filters', filters)}, and that of the data ${between('data', data)}.`,
  unequal: ({ of, rank: stable, least }: NonNullable<NoteFacts['unequal']>): string =>
    `Why ${value('filters', rank(stable))} and not ${of}: the filters follow all of the ${plural(of, 'signal vector')}, but energy along their ${of} leading directions is unequal, ${percent(least)} along the last of what is along the first. How many filters follow each vector is left to chance.`,
};
