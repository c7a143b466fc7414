import type { RankNotion, SpectrumFacts } from '../figure-facts';
import { plural } from '../numbers';

/** Names the pinned runs that are drawn behind a curve or a spectrum, after a sentence. */
export function pinnedBehind(letters: readonly string[]): string {
  return letters.length === 0
    ? ''
    : ` Behind it, as thin lines: pinned ${letters.length === 1 ? 'run' : 'runs'} ${letters.join(', ')}.`;
}

/** What the bars have to do with the rank beside them. */
const ranked: Readonly<Record<RankNotion, string>> = {
  stable: 'the bars add up to the rank',
  effective: 'directions, by energy',
  numerical: 'the rank counts those above 1%',
  energy: 'the rank’s directions hold 90%',
};

/** Words of the spectra. */
export const spectra = {
  names: {
    clean: 'Singular values of the clean data',
    data: 'Singular values of the data',
    filters: 'Singular values of the filters',
  },
  description: ({ above, all, signalDimension, pins }: SpectrumFacts) =>
    `${above} of ${all} singular values are above a tenth of the largest; the signal has ${plural(signalDimension, 'dimension')}.${pinnedBehind(pins)}`,
  heads: {
    clean: 'Clean data',
    data: (sigma: string) => `Data at σ\u00a0=\u00a0${sigma}`,
    filters: (step: number) => (step === 0 ? 'Filters before training' : `Filters after ${plural(step, 'step')}`),
  },
  caption: 'energy, relative to the largest',
  title: 'directions, by energy',
  ranked,
  share: (share: string) => `${share} in the signal span`,
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
  },
  computing: 'Computing singular values',
  computed: 'Share of the spectrum that is computed',
  drawing: 'Drawing the images …',
};
