import { scienceKeys, type Science } from '../src/experiment/parameters';

/** The parameters of a result: those that decide what is computed. */
export function science(experiment: Science): object {
  return Object.fromEntries(scienceKeys.map((key) => [key, experiment[key]]));
}
