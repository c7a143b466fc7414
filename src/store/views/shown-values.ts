import type { AppState } from '../state';
import { frameOf, leading } from './shown-frame';
import { spectrumOf } from './shown-spectrum';

/** The singular values that the page shows of a matrix, in descending order; null where there are none yet. */
export function shownValues(
  state: Pick<AppState, 'experiment' | 'data' | 'run'>,
  of: 'clean' | 'data' | 'filters',
): Float64Array | null {
  if (of === 'filters') {
    const frame = frameOf(state);
    return frame && leading(frame).singularValues;
  }
  return spectrumOf(state.experiment, state.data)?.[of] ?? null;
}

/** Places of a spectrum, one for each singular value. Filters live in the space of the patches: there all have the same. */
export function shownCount(
  state: Pick<AppState, 'experiment' | 'data' | 'run'>,
  of: 'clean' | 'data' | 'filters',
): number {
  const data = shownValues(state, 'data')?.length ?? 0,
    filters = shownValues(state, 'filters')?.length ?? 0;
  if (state.experiment.matrix === 'patch') return Math.max(data, filters);
  return of === 'filters' ? filters : data;
}
