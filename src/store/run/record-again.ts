import type { Experiment } from '../../experiment/parameters';
import type { Caller } from '../../training/protocol';
import type { HistoryPoint } from '../../training/snapshot';
import type { Backend } from '../../training/trainer';
import { fullRecord } from './batch';
import type { Clock } from './clock';

/** A slice of it, in ms: a slider that moves meanwhile waits hardly longer. */
const sliceBudget = 40;

/** Whether a finished run left fewer points on its curve than one that was watched. */
export function isCoarse(history: readonly HistoryPoint[], steps: number): boolean {
  return history.length < Math.floor(steps / fullRecord(steps));
}

/**
 * Runs a finished experiment once more and records it in full: the same run, as it is deterministic, with the points and
 * filters of one that was watched, whichever way it was made first. @returns null where it was interrupted or failed,
 * which takes nothing from the run that is there.
 */
export async function recordAgain({
  experiment: { steps },
  experiment,
  backend,
  call,
  clock,
  interrupted,
}: {
  experiment: Experiment;
  backend: Backend;
  call: Caller['call'];
  clock: Clock;
  interrupted(): boolean;
}): Promise<HistoryPoint[] | null> {
  const every = fullRecord(steps);
  let points = 1; // in the next slice: it ends where a point is due, whatever the device's speed
  try {
    const history: HistoryPoint[] = [(await call('start', { experiment, backend })).snapshot];
    for (let at = 0; at < steps; at = history.at(-1)!.step) {
      if (interrupted()) return null;
      const began = clock.now();
      const { trail } = await call('advance', { steps: Math.min(points * every, steps - at), budget: null, every });
      history.push(...trail);
      points = Math.max(1, Math.floor(Math.min(4 * points, (points * sliceBudget) / (clock.now() - began))));
      await clock.frame();
    }
    return interrupted() ? null : history;
  } catch {
    return null;
  }
}
