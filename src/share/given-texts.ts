import { isParameterKey } from '../experiment/from-text';
import { writeLine } from '../experiment/lines';
import { parameters, type ParameterKey } from '../experiment/parameters';
import { brief } from '../problems/values';

const mostKeys = 60,
  longestText = 4000,
  longestList = 40;

const separators: Readonly<Partial<Record<(typeof parameters)[ParameterKey]['kind'], string>>> = {
  list: ',',
  classes: ',',
  pair: '-',
  runs: ';',
  lines: ';',
};

/**
 * The parameters of a message, each as the text that a link would hold: what is valid there is valid here.
 * @returns why they cannot be, where they cannot.
 */
export function givenTexts(given: Record<string, unknown>): ReadonlyMap<string, string> | string {
  // Own and unnamed ones too: nothing is to slip in beside what is read.
  const keys = Reflect.ownKeys(given);
  if (keys.length > mostKeys) return `parameters: there are more than ${mostKeys}.`;
  const texts = new Map<string, string>();
  for (const key of keys) {
    if (typeof key !== 'string' || !isParameterKey(key)) return `${brief(String(key))}: no parameter has this name.`;
    const text = textOf(key, given[key]);
    if (text === null)
      return `${key}: a number, a text, true or false${separators[parameters[key].kind] ? ' or a list of them' : ''} is needed.`;
    if (text.length > longestText) return `${key}: it is longer than ${longestText} characters.`;
    texts.set(key, text);
  }
  return texts;
}

function textOf(key: ParameterKey, value: unknown): string | null {
  const separator = separators[parameters[key].kind];
  if (!Array.isArray(value)) return wordOf(value);
  if (separator === undefined || value.length > longestList) return null;
  // By index: a hole is no word.
  const given = Array.from(value, wordOf);
  const words = parameters[key].kind === 'lines' ? given.map((line) => line && writeLine(line)) : given;
  // A word that holds the separator would be read as two.
  return words.some((word) => word === null || word.includes(separator)) ? null : words.join(separator);
}

function wordOf(value: unknown): string | null {
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : null;
}
