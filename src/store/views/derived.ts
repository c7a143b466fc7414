import type { Experiment } from '../../experiment/parameters';
import { numericalRank, rankOf } from '../../spectrum/ranks';
import type { DataSpectrum } from '../../training/data-spectrum';
import type { HistoryPoint } from '../../training/snapshot';
import { filtersAt, pointAt } from './frames';
import type { AppState, DataState } from '../state';

export { criticalNoiseOf, predictedRankOf } from '../../theory/of-experiment';

/** Signal dimension 2K, or the size of the signal span once real images are known. */
export function signalDimensionOf({ experiment, data }: AppState): number | null {
  return experiment.data === 'synthetic' ? 2 * experiment.k : (spectrumOf(experiment, data)?.signalDimension ?? null);
}

/** The data's spectrum, if it is one of these images at all: while the next is computed, that of other noise may stand in, that of other images may not. */
export function spectrumOf(experiment: Experiment, { spectrum, experiment: of }: DataState): DataSpectrum | null {
  return of?.data === experiment.data ? spectrum : null;
}

/** The step that every panel shows: where the cursor is, or the newest. */
export function frameOf({ run }: AppState): HistoryPoint | null {
  return run.cursor === null ? run.latest : pointAt(run.history, run.cursor);
}

/** The frame whose filters are shown: that of `frameOf`, or the last one before it that has kept them. */
export function filtersFrameOf({ run }: AppState): HistoryPoint | null {
  return run.cursor === null ? run.latest : filtersAt(run.history, run.cursor);
}

/** The chosen notion of rank for clean data, noisy data and filters; null where not known yet. */
export function ranksOf(state: AppState): { clean: number | null; data: number | null; filters: number | null } {
  const { experiment, data } = state;
  const rank = (values: Float64Array | undefined) => (values ? rankOf(experiment.rank, values) : null);
  const spectrum = spectrumOf(experiment, data);
  return { clean: rank(spectrum?.clean), data: rank(spectrum?.data), filters: rank(frameOf(state)?.singularValues) };
}

/** Singular values that both spectra show: enough to see what lies beyond the signal, in images wherever it stands. */
export function shownCount(state: AppState): number {
  const spectrum = spectrumOf(state.experiment, state.data);
  const signal = signalDimensionOf(state) ?? 6;
  const clean = spectrum && state.experiment.matrix === 'image' ? numericalRank(spectrum.clean) : signal;
  return Math.min(spectrum?.data.length ?? 24, Math.max(24, 4 * signal, 2 * clean));
}

/** A run has memorised noise when it fits its images with less than this share of its filters' energy in the signal span. */
const memorisedShare = 0.5;
/** Training accuracy from which a run fits its images. */
export const fittedAccuracy = 0.99;

/** Whether the run has ended with filters that follow noise rather than signal. */
export function hasMemorised({ run, experiment }: AppState): boolean {
  const { trainAccuracy, signalShare } = run.latest ?? { trainAccuracy: 0, signalShare: null };
  return (
    run.status === 'finished' &&
    run.cursor === null &&
    experiment.sigma > 0 &&
    trainAccuracy >= fittedAccuracy &&
    (signalShare ?? 1) < memorisedShare
  );
}
