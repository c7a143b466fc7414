import type { Experiment } from '../../experiment/parameters';
import type { SweepPlan } from '../../experiment/sweep';
import type { AppState, SweepName } from '../state';
import { memo } from './memo';
import { isStalePlan, mapPlan, noisePlan } from './plans';

/** What would be swept of the experiment as it is now. */
export const planNow: Readonly<Record<SweepName, (experiment: Experiment) => SweepPlan>> = {
  sweep: noisePlan,
  map: mapPlan,
};
const isPlanStale = memo((plan: SweepPlan, experiment: Experiment, name: SweepName) =>
  isStalePlan(plan, planNow[name](experiment)),
);

/** Whether what a sweep measured belongs to another experiment than the current one. */
export function isSweepStale(name: SweepName) {
  return ({ experiment, [name]: { plan } }: AppState): boolean => plan !== null && isPlanStale(plan, experiment, name);
}
