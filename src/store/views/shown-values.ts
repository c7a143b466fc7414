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
