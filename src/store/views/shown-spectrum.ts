import type { Experiment } from '../../experiment/parameters';
import { sourceOf } from '../../images/sources/list';
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
