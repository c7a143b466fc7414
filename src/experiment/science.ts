import { defaults, parameterKeys, parameters, type Experiment, type ParameterKey } from './parameters';
import { isRelevant } from './relevance';
import { formatValue } from './value';

/** The parameters that decide what is computed; how it is looked at, and on what, is no part of a result. */
export const scienceKeys: readonly ParameterKey[] = parameterKeys.filter(
  (key) => parameters[key].invalidates !== 'view' && key !== 'backend',
);

/** Text that two experiments share where they compute the same: their relevant scientific parameters. */
export function scienceText(experiment: Experiment): string {
  return scienceKeys
    .filter((key) => isRelevant(key, experiment))
    .map((key) => `${key}:${formatValue(parameters[key], experiment[key])}`)
    .join(',');
}

export function sameScience(a: Experiment, b: Experiment): boolean {
  return scienceText(a) === scienceText(b);
}

/** Those that decide which images there are. */
export const imageKeys: readonly ParameterKey[] = scienceKeys.filter((key) => parameters[key].invalidates === 'images');

/** Text that two experiments share where they have the same images, whatever is trained on them. */
export function imagesText(experiment: Experiment): string {
  return imageKeys
    .filter((key) => isRelevant(key, experiment))
    .map((key) => formatValue(parameters[key], experiment[key]))
    .join();
}

/** The scientific parameters of one experiment, and of another what says how it is looked at. */
export function withScience(seen: Experiment, science: Experiment): Experiment {
  return { ...seen, ...Object.fromEntries(scienceKeys.map((key) => [key, science[key]])) };
}

const alone = new Map<string, Experiment>();

/** An experiment's science under the default view: the same object for the same science, whatever is changed in the view. */
export function scienceAlone(experiment: Experiment): Experiment {
  const text = scienceText(experiment);
  const known = alone.get(text) ?? withScience(defaults, experiment);
  // The last few: a slider on its way would fill the memory.
  if (alone.size >= 8) alone.clear();
  alone.set(text, known);
  return known;
}

/** The scientific keys, relevant to one of them at least, in which some of these experiments differ; in table order. */
export function differingKeys(experiments: readonly Experiment[]): ParameterKey[] {
  return scienceKeys.filter(
    (key) =>
      experiments.some((experiment) => isRelevant(key, experiment)) &&
      new Set(experiments.map((experiment) => formatValue(parameters[key], experiment[key]))).size > 1,
  );
}
