import { parameters, type Science, type ScienceKey } from '../../experiment/parameters';
import { isRelevant } from '../../experiment/relevance';
import { formatValue } from '../../experiment/value';
import type { Strings } from '../../strings/en';

/** A parameter's value in words for a table; a dash where it changes nothing in its experiment. */
export function parameterText(
  key: ScienceKey,
  experiment: Science,
  words: Pick<Strings, 'parameters' | 'fields' | 'settings'>,
): string {
  if (!isRelevant(key, experiment)) return '–';
  // What is shown under "2K" everywhere is the signal dimension.
  if (key === 'k') return String(2 * experiment.k);
  const parameter = parameters[key],
    value = experiment[key];
  switch (parameter.kind) {
    case 'choice':
      return (words.parameters[key] as { readonly values: Readonly<Record<string, string>> }).values[value as string]!;
    case 'flag':
      return value ? words.settings.yes : words.settings.no;
    case 'pair':
      return (value as readonly number[]).join(words.fields.against);
    case 'classes':
      return (value as readonly string[]).join(words.fields.against);
    default:
      return formatValue(parameter, value);
  }
}
