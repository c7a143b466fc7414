import type { Experiment } from '../../experiment/parameters';
import { sourceOf } from '../../images/sources/list';
import { numericalRank } from '../../spectrum/ranks';
import type { DataSpectrum } from '../../training/data-spectrum';
import type { AppState, DataState } from '../state';

/** The data's spectrum, if it is one of these images at all: while the next is computed, that of other noise may stand in, that of other images may not. */
export function spectrumOf(experiment: Experiment, { spectrum, experiment: of }: DataState): DataSpectrum | null {
  return of?.data === experiment.data ? spectrum : null;
}

/** Signal dimension 2K, or the size of the signal span once real images are known. */
export function signalDimensionOf({ experiment, data }: Pick<AppState, 'experiment' | 'data'>): number | null {
  return sourceOf(experiment).signalDimension(experiment) ?? spectrumOf(experiment, data)?.signalDimension ?? null;
}

/** Singular values that both spectra show: enough to see what lies beyond the signal, in images wherever it stands. */
export function shownCount(state: Pick<AppState, 'experiment' | 'data'>): number {
  const spectrum = spectrumOf(state.experiment, state.data);
  const signal = signalDimensionOf(state) ?? 6;
  const clean = spectrum && state.experiment.matrix === 'image' ? numericalRank(spectrum.clean) : signal;
  return Math.min(spectrum?.data.length ?? 24, Math.max(24, 4 * signal, 2 * clean));
}
