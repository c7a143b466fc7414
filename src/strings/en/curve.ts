import type { Experiment } from '../../experiment/parameters';
import type { CurveReading } from '../figure-facts';
import { hundredths, rank } from '../numbers';

const reading = (value: number | null, notion: Experiment['rank'], about: boolean, none: string) =>
  value === null ? none : `${about ? 'about ' : ''}${rank(value, notion)}`;

/** A noise where it may not be broken from its sign. */
const noise = (sigma: number) => `σ\u00a0=\u00a0${hundredths(sigma)}`;

/** The first figure: rank against noise, whose axis is the noise slider. */
export const curve = {
  title: 'Rank against noise',
  name: (notion: string) => `${notion} against background noise`,
  /** Of the axis of ranks, with the notion's name within a line. */
  caption: (notion: string, image: boolean) => `rank: how many directions (${notion}${image ? ', image matrix' : ''})`,
  axis: { long: 'background noise σ →', middle: 'noise σ →', short: 'σ →' },
  names: { data: 'noisy data', predicted: 'predicted', clean: 'clean data', filters: 'filters' },
  lost: 'diverged',
  now: noise,
  critical: (sigma: number) => `σ*\u00a0=\u00a0${hundredths(sigma)}, a scaling law`,
  /** Of a value between two measured ones. */
  about: (value: string) => `≈\u00a0${value}`,
  told: {
    from: (sigma: number) => `from here on the filters hold more noise than signal (measured, ${noise(sigma)})`,
    within: 'here the filters hold more noise than signal (measured)',
    low: (filters: string, data: string) => `: a low rank still, at most ${filters} where the data have ${data}`,
    chance: (sigma: number) => `; at ${noise(sigma)} new images are told apart no better than by chance`,
    short: 'more noise than signal',
  },
  /** What the handle says. */
  reading: ({ sigma, data, filters, notion, about, diverged }: CurveReading) =>
    `${noise(sigma)}: noisy data ${reading(data, notion, about, 'not measured')}, filters ${diverged ? 'diverged' : reading(filters, notion, about, 'not measured')}`,
};
