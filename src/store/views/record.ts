import { recordedSteps } from '../../training/recorded-steps';
import type { HistoryPoint } from '../../training/snapshot';
import type { RunState } from '../state';
import { memo } from './memo';

/** The points that every run of an experiment has, however it was made, of what is recorded of one; null where some lie still between. */
const pointsOf = memo((history: readonly HistoryPoint[], steps: number): readonly HistoryPoint[] | null => {
  const all = recordedSteps(steps);
  const points: HistoryPoint[] = [];
  for (const point of history) {
    const due = all[points.length];
    if (due !== undefined && point.step > due) return null;
    if (point.step === due) points.push(point);
  }
  return points;
});

/** Whether nothing lies between two points of a record that a full one has. */
export const isWhole = (history: readonly HistoryPoint[], steps: number) => pointsOf(history, steps) !== null;

const nothing: readonly HistoryPoint[] = [];

/** What moments of a run are told by, so that they do not depend on how it was watched; nothing while that is not all there. */
export function recordOf({ history, experiment }: Pick<RunState, 'history' | 'experiment'>): readonly HistoryPoint[] {
  return (experiment && pointsOf(history, experiment.steps)) ?? nothing;
}
