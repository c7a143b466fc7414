import type { Calls } from '../../training/protocol';
import { recordedSteps } from '../../training/recorded-steps';
import type { HistoryPoint } from '../../training/snapshot';

/** A slice of it, in ms: a slider that moves meanwhile waits hardly longer. */
const sliceBudget = 40;

/** A finished run that is made once more, for the points and filters of one that was watched. */
export interface Recording {
  /** The page has been left alone since the run ended. */
  readonly rested: boolean;
  /** What is recorded so far. */
  readonly history: readonly HistoryPoint[];
  /** Points in the next slice: it ends where a point is due, whatever the device's speed. */
  readonly points: number;
}

/** To be begun once the page has rested. */
export const unrecorded: Recording = { rested: false, history: [], points: 1 };

/** One that no worker has any more. */
export const begunAgain = (recording: Recording | null): Recording | null =>
  recording && { ...recording, history: [], points: 1 };

/** The next slice of a run of so many steps; null where it is to be begun. */
export function nextSlice({ history, points }: Recording, steps: number): Calls['advance']['params'] | null {
  const last = history.at(-1);
  if (!last) return null;
  const all = recordedSteps(steps);
  const to = all[Math.min(all.indexOf(last.step) + points, all.length - 1)]!;
  return { steps: to - last.step, budget: null, record: 'full' };
}

/** With what a slice has recorded, which took so many ms. */
export function withSlice(recording: Recording, trail: readonly HistoryPoint[], took: number): Recording {
  const { history, points } = recording;
  const next = history.length === 0 ? 1 : Math.max(1, Math.floor(Math.min(4 * points, (points * sliceBudget) / took)));
  return { ...recording, history: [...history, ...trail], points: next };
}
