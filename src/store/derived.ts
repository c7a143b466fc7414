import type { Experiment } from '../experiment/parameters';
import { rankOf } from '../spectrum/ranks';
import { criticalNoise } from '../theory/critical-noise';
import type { AppState } from './state';

/** Critical noise σ* of an experiment; null for real images, which have no K. */
export function criticalNoiseOf({ data, n, k, side, mu, q }: Experiment): number | null {
  return data === 'synthetic' ? criticalNoise({ n, dimension: side * side, signalDimension: 2 * k, mu, q }) : null;
}

/** Signal dimension 2K, or the size of the signal span once real images are known. */
export function signalDimensionOf({ experiment, data }: AppState): number | null {
  return experiment.data === 'synthetic' ? 2 * experiment.k : (data.spectrum?.signalDimension ?? null);
}

/** The chosen notion of rank for clean data, noisy data and filters; null where not known yet. */
export function ranksOf({ experiment, data, run }: AppState): { clean: number | null; data: number | null; filters: number | null } {
  const rank = (values: Float64Array | undefined) => (values ? rankOf(experiment.rank, values) : null);
  return { clean: rank(data.spectrum?.clean), data: rank(data.spectrum?.data), filters: rank(run.latest?.singularValues) };
}

/** Singular values that both spectra show: enough to see what lies beyond the signal span. */
export function shownCount(state: AppState): number {
  const signal = signalDimensionOf(state) ?? 6;
  const most = state.data.spectrum?.data.length ?? 24;
  return Math.min(most, Math.max(24, 4 * signal));
}

/** Share of the filters' energy in the signal span under which a finished run is said to have memorised noise. */
const memorisedShare = 0.5;

/** Whether the run has ended with filters that follow noise rather than signal. */
export function hasMemorised({ run }: AppState): boolean {
  return run.status === 'finished' && (run.latest?.signalShare ?? 1) < memorisedShare;
}
