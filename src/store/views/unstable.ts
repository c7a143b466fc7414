import type { HistoryPoint } from '../../training/snapshot';
import type { AppState } from '../state';
import { memo } from './memo';
import { hasResult } from './status';
import { roseBy, unstableRises } from './thresholds';

/** How often the loss rose from one recorded step to the next. */
const rises = memo(
  (history: readonly HistoryPoint[]): number =>
    history.filter(({ loss }, i) => i > 0 && loss > roseBy * history[i - 1]!.loss).length,
);

/**
 * How often the loss of the run that has ended rose; null where that is seldom. Small enough steps never make it rise, and
 * early rises are passed through; a run whose loss rises again and again makes large differences of rounding.
 */
export function unstableOf({ run }: Pick<AppState, 'run'>): number | null {
  if (!hasResult(run)) return null;
  const count = rises(run.history);
  return count >= unstableRises ? count : null;
}
