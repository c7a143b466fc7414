import { parameters } from '../../experiment/parameters';
import type { KnownRun } from '../state';
import { runAt } from './known';
import { lostAccuracy } from './thresholds';

/** Where noise may end for images without σ*, each tried where accuracy has not fallen before. */
export const tries = [0.6, 1, parameters.sigma.max] as const;
/** Test accuracy of a network that has learnt nothing. */
const chance = 0.5;

/** Ends that were tried on images without σ*: the last is where noise ends now. */
export interface TriedEnds {
  readonly ends: readonly number[];
  /** Whether it has been seen to be the end, or another may be tried. */
  readonly settled: boolean;
}

/**
 * Where noise ends that is raised until test accuracy has fallen, as far as runs are known.
 * @param line runs of one experiment at any noise. @param lastOf the last level that is measured where noise ends at one of `tries`.
 */
export function triedEnds(line: readonly KnownRun[], lastOf: (end: number) => number): TriedEnds {
  const accuracyAt = (sigma: number) => runAt(line, sigma)?.summary.testAccuracy;
  const still = accuracyAt(0);
  const upTo = (count: number, settled: boolean) => ({ ends: tries.slice(0, count), settled });
  // Where there is nothing to lose, nothing is looked for.
  if (still === undefined || still === null) return upTo(1, still === null);
  for (let count = 1; count < tries.length; count++) {
    const accuracy = accuracyAt(lastOf(tries[count - 1]!));
    if (accuracy === undefined) return upTo(count, false);
    if (accuracy === null || accuracy - chance <= (1 - lostAccuracy) * (still - chance)) return upTo(count, true);
  }
  return upTo(tries.length, true);
}
