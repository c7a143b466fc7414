import type { Experiment } from '../src/experiment/parameters';
import { scienceKeys } from '../src/experiment/science';

/** The parameters of a result: those that decide what is computed. */
export function science(experiment: Experiment): object {
  return Object.fromEntries(scienceKeys.map((key) => [key, experiment[key]]));
}
