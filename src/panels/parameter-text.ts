import { parameters, type Experiment, type ParameterKey } from '../experiment/parameters';
import { isRelevant } from '../experiment/relevance';
import { formatValue } from '../experiment/value';

/** A parameter's value in words for a table; a dash where it changes nothing in its experiment. */
export function parameterText(key: ParameterKey, experiment: Experiment): string {
  if (!isRelevant(key, experiment)) return '–';
  // What is shown under "2K" everywhere is the signal dimension.
  if (key === 'k') return String(2 * experiment.k);
  const parameter = parameters[key], value = experiment[key];
  switch (parameter.kind) {
    case 'choice': return (parameter.values as Readonly<Record<string, string>>)[value as string]!;
    case 'flag': return value ? 'yes' : 'no';
    case 'pair': return (value as readonly number[]).join(' against ');
    default: return formatValue(parameter, value);
  }
}
