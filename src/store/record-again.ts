import type { Experiment } from '../experiment/parameters';
import type { Caller } from '../training/protocol';
import type { HistoryPoint } from '../training/snapshot';
import type { Backend } from '../training/trainer';
import { fullRecord } from './batch';
import type { Clock } from './clock';

/** A batch of it, in ms: a slider that moves meanwhile waits no longer. */
const sliceBudget = 40;

/** Whether a finished run left fewer points on its curve than one that was watched. */
export function isCoarse(history: readonly HistoryPoint[], steps: number): boolean {
  return history.length < Math.floor(steps / fullRecord(steps));
}

/**
 * Runs a finished experiment once more and records it in full: the same run, as it is deterministic, with every point
 * and its filters, whichever way it was made first. @returns null where it was interrupted.
 */
export async function recordAgain({ experiment, backend, call, clock, interrupted }: {
  experiment: Experiment; backend: Backend; call: Caller['call']; clock: Clock; interrupted(): boolean;
}): Promise<HistoryPoint[] | null> {
  const history: HistoryPoint[] = [(await call('start', { experiment, backend })).snapshot];
  for (let left = experiment.steps; left > 0; left = experiment.steps - history.at(-1)!.step) {
    if (interrupted()) return null;
    const { trail } = await call('advance', { steps: left, budget: sliceBudget, every: fullRecord(experiment.steps) });
    history.push(...trail);
    await clock.frame();
  }
  return interrupted() ? null : history;
}
