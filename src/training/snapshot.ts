import { energyInSpan } from '../spectrum/energy-in-span';
import { singularValues } from '../spectrum/singular-values';
import type { TrainerState } from './trainer';

/** A trained network at one step, as the page, the command line and the exports see it. */
export interface Snapshot extends TrainerState {
  /** Of the filters [2m × d], descending, min(2m, d) of them. Empty once the filters are no longer finite. */
  readonly singularValues: Float64Array;
  /** Share of the filters' energy in the signal span, ‖WΠ‖²_F / ‖W‖²_F; null where no signal span is known. */
  readonly signalShare: number | null;
}

/** A recorded step of a run; its filters are given up where a run's would fill the memory. */
export type HistoryPoint = Omit<Snapshot, 'filters'> & { readonly filters: Snapshot['filters'] | null };

/** @param dimension d, columns of the filters. @param signal orthonormal rows [r × d], or null. */
export function takeSnapshot(state: TrainerState, dimension: number, signal: Float64Array | null): Snapshot {
  const filters = { rows: state.filters.length / dimension, columns: dimension, values: state.filters };
  if (!state.filters.every(Number.isFinite))
    return { ...state, singularValues: new Float64Array(0), signalShare: null };
  return { ...state, singularValues: singularValues(filters), signalShare: signal && energyInSpan(filters, signal) };
}

/** The same step without its filters. */
export function withoutFilters(point: HistoryPoint): HistoryPoint {
  return { ...point, filters: null };
}
