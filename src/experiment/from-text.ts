import type { Notice } from './notice';
import { defaults, parameters, type Experiment, type ParameterKey } from './parameters';
import { parseValue } from './value';

/** Version of the link format; written first, so that a later page knows what an old link meant. */
export const linkVersion = 1;

/** Applies given values, each as text, over a base experiment; combinations that cannot be are left to `mend`. */
export function fromText(given: ReadonlyMap<string, string>, notices: Notice[], base: Experiment = defaults): Experiment {
  const values: Record<string, unknown> = { ...base };
  for (const [key, text] of given) {
    if (key === 'v') {
      if (text !== String(linkVersion)) notices.push({ field: 'v', message: `v: this page reads links of version ${linkVersion}; the rest was read as such.` });
    } else if (isParameterKey(key)) {
      const { value, complaint } = parseValue(parameters[key], text);
      values[key] = value;
      if (complaint) notices.push({ field: key, message: `${key}: ${complaint}.` });
    } else {
      const shown = key.length > 40 ? `${key.slice(0, 40)}…` : key;
      notices.push({ field: shown, message: `${shown}: no parameter has this name; it was ignored.` });
    }
  }
  return values as unknown as Experiment;
}

export function isParameterKey(key: string): key is ParameterKey {
  return Object.hasOwn(parameters, key);
}
