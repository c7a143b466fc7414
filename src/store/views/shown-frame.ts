import { leading } from '../../network/matrices';
import type { HistoryPoint, Snapshot } from '../../training/snapshot';
import type { AppState } from '../state';
import { pointAt, valuesAt } from './frames';

/** The step that every panel shows: where the cursor is, or the newest. */
export function frameOf({ run }: Pick<AppState, 'run'>): HistoryPoint | null {
  return run.cursor === null ? run.latest : pointAt(run.history, run.cursor);
}

/** The frame whose filters are shown: that of `frameOf`, or the last one before it that has kept them. */
export function filtersFrameOf({ run }: Pick<AppState, 'run'>): Snapshot | null {
  return run.cursor === null ? run.latest : valuesAt(run.history, run.cursor);
}

/** Rooms that know no networks take it from here. */
export { leading };

/** The share of what training moved in the signal span, in the frame that is shown; null at step 0, and where no span is known. */
export function signalShareOf(state: Pick<AppState, 'run'>): number | null {
  const frame = frameOf(state);
  return (frame && leading(frame).moved?.share) ?? null;
}
