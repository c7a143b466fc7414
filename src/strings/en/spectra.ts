import type { SpectrumFacts } from '../figure-facts';
import { plural } from '../numbers';

/** Names the pinned runs that are drawn behind a curve or a spectrum, after a sentence. */
export function pinnedBehind(letters: readonly string[]): string {
  return letters.length === 0
    ? ''
    : ` Behind it, as thin lines: pinned ${letters.length === 1 ? 'run' : 'runs'} ${letters.join(', ')}.`;
}

/** Words of the two spectra. */
export const spectra = {
  names: { data: 'Singular values of the data', filters: 'Singular values of the filters' },
  description: ({ above, all, signalDimension, pins }: SpectrumFacts) =>
    `${above} of ${all} singular values are above a tenth of the largest; the signal has ${plural(signalDimension, 'dimension')}.${pinnedBehind(pins)}`,
  title: 'singular value, relative to the largest',
  ghosts: { data: 'clean data', filters: 'at initialisation' },
  /** Names the line after the signal: known exactly, found in the images, or not known; in whole images. */
  signal: {
    exact: (dimension: number) => `2K = ${dimension}`,
    estimated: (dimension: number) => `signal span ${dimension}`,
    none: () => 'signal unknown',
    images: (dimension: number) => `clean images ${dimension}`,
  },
  /** What there is to see beyond the signal, in the free space there. */
  beyond: {
    all: 'noise fills all other directions',
    more: (count: number) => `noise fills ${plural(count, 'more direction')}`,
    memorised: 'noise, memorised',
    nothing: 'nothing: the filters ignore the noise',
    little: 'little: the filters hardly follow the noise',
  },
  computing: 'Computing singular values',
  computed: 'Share of the spectrum that is computed',
  drawing: 'Drawing the images …',
};
