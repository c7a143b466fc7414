import { leading } from '../../network/matrices';
import { rankOf, type RankNotion } from '../../spectrum/ranks';
import type { HistoryPoint } from '../../training/snapshot';
import type { AppState } from '../state';
import { memo } from './memo';
import { shownValues } from './shown-values';
import { keptWithin } from './thresholds';

/** A notion of rank of singular values; computed once, as curves ask for all steps at every frame. */
export const rankOfValues = memo((values: Float64Array, notion: RankNotion): number => rankOf(notion, values));

/** Whether filters have kept a rank, as nearly as seeds let one tell. */
export const isKept = (from: number, to: number): boolean => Math.max(from, to) <= keptWithin * Math.min(from, to);

/** A notion of rank of a recorded step's filters. */
export function rankAt(point: Pick<HistoryPoint, 'matrices'>, notion: RankNotion): number {
  return rankOfValues(leading(point).singularValues, notion);
}

/** The chosen notion of rank for clean data, noisy data and filters; null where not known yet. */
export function ranksOf(
  state: Pick<AppState, 'experiment' | 'data' | 'run'>,
  notion: RankNotion = state.experiment.rank,
): { clean: number | null; data: number | null; filters: number | null } {
  const rank = (of: 'clean' | 'data' | 'filters') => {
    const values = shownValues(state, of);
    return values && rankOfValues(values, notion);
  };
  return { clean: rank('clean'), data: rank('data'), filters: rank('filters') };
}
