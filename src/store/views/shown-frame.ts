import type { HistoryPoint } from '../../training/snapshot';
import type { AppState } from '../state';
import { filtersAt, pointAt } from './frames';

/** The step that every panel shows: where the cursor is, or the newest. */
export function frameOf({ run }: Pick<AppState, 'run'>): HistoryPoint | null {
  return run.cursor === null ? run.latest : pointAt(run.history, run.cursor);
}

/** The frame whose filters are shown: that of `frameOf`, or the last one before it that has kept them. */
export function filtersFrameOf({ run }: Pick<AppState, 'run'>): HistoryPoint | null {
  return run.cursor === null ? run.latest : filtersAt(run.history, run.cursor);
}
