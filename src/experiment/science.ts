import { sourceOf } from '../images/sources/list';
import {
  defaults,
  hostKeys,
  parameters,
  scienceKeys,
  type Experiment,
  type Science,
  type ScienceKey,
} from './parameters';
import { isRelevant } from './relevance';
import { formatValue } from './value';

/** Text that two experiments share where they compute the same: their images, and their relevant scientific parameters. */
export function scienceText(science: Science): string {
  const written = scienceKeys
    .filter((key) => isRelevant(key, science))
    .map((key) => `${key}:${formatValue(parameters[key], science[key])}`);
  return [imagesText(science), ...written].join(',');
}

export function sameScience(a: Science, b: Science): boolean {
  return scienceText(a) === scienceText(b);
}

/** Those that decide which images there are. */
export const imageKeys: readonly ScienceKey[] = scienceKeys.filter((key) => parameters[key].invalidates === 'images');

/** Text that two experiments share where they have the same images, whatever is trained on them. */
export function imagesText(science: Science): string {
  return sourceOf(science).identity(science);
}

/** The scientific parameters of one experiment, and of another what says how it is looked at. */
export function withScience(seen: Experiment, science: Science): Experiment {
  return { ...seen, ...Object.fromEntries(scienceKeys.map((key) => [key, science[key]])) };
}

/** An experiment, dressed as another is: on its device, in its frame, colours and language. */
export function withHost(experiment: Experiment, host: Experiment): Experiment {
  return { ...experiment, ...Object.fromEntries(hostKeys.map((key) => [key, host[key]])) };
}

const alone = new Map<string, Experiment>();

/** An experiment's science under the default view: the same object for the same science, whatever is changed in the view. */
export function scienceAlone(science: Science): Experiment {
  const text = scienceText(science);
  const known = alone.get(text) ?? withScience(defaults, science);
  // The last few: a slider on its way would fill the memory.
  if (alone.size >= 8) alone.clear();
  alone.set(text, known);
  return known;
}

/** The scientific keys, relevant to one of them at least, in which some of these experiments differ; in table order. */
export function differingKeys(experiments: readonly Science[]): ScienceKey[] {
  return scienceKeys.filter(
    (key) =>
      experiments.some((experiment) => isRelevant(key, experiment)) &&
      new Set(experiments.map((experiment) => formatValue(parameters[key], experiment[key]))).size > 1,
  );
}
