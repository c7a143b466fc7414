import type { HistoryPoint } from './snapshot';

/**
 * A run this far above where it started (log 2) is lost: such a loss says that margins of the wrong sign dominate.
 * Large learning rates pass through it in the first steps and come back; one that stays there does not.
 */
const lostLoss = 10 * Math.LN2;
/** Steps that a run is given to come back. Measured: runs that recover do so within a few dozen. */
const patience = 100;

/** Whether a step can be shown: loss and matrices are finite. */
export function isFinitePoint({ loss, matrices }: HistoryPoint): boolean {
  return Number.isFinite(loss) && matrices.every(({ singularValues }) => singularValues.length > 0);
}

/** Whether a run has diverged: its last step is not finite, or its loss has been out of bounds for `patience` steps. */
export function hasDiverged(history: readonly HistoryPoint[]): boolean {
  const last = history.at(-1);
  return last !== undefined && isLost(history, isFinitePoint(last));
}

/** The same of a run of which less is recorded. @param looks at least one. @param isFinite of the last. */
export function isLost(looks: readonly Pick<HistoryPoint, 'step' | 'loss'>[], isFinite: boolean): boolean {
  if (!isFinite) return true;
  const sane = looks.findLast(({ loss }) => loss <= lostLoss);
  return looks.at(-1)!.step - (sane?.step ?? looks[0]!.step) >= patience;
}
