import { brief } from '../problems/values';
import type { GivenNotice } from './notice';
import { defaults, parameters, type Experiment, type ParameterKey } from './parameters';
import { parseValue } from './value';

/** Version of the link format; written first, so that a later page knows what an old link meant. */
export const linkVersion = 1;

/** Applies given values, each as text, over a base experiment; combinations that cannot be are left to `mend`. */
export function fromText(
  given: ReadonlyMap<string, string>,
  notices: GivenNotice[],
  base: Experiment = defaults,
): Experiment {
  const values: Record<string, unknown> = { ...base };
  for (const [key, text] of given) {
    if (key === 'v') {
      if (text !== String(linkVersion))
        notices.push({ field: 'v', problem: { kind: 'other-version', version: linkVersion } });
    } else if (isParameterKey(key)) {
      const { value, problem } = parseValue(parameters[key], text);
      values[key] = value;
      if (problem) notices.push({ field: key, problem });
    } else {
      notices.push({ field: brief(key), problem: { kind: 'unknown-key' } });
    }
  }
  return values as unknown as Experiment;
}

export function isParameterKey(key: string): key is ParameterKey {
  return Object.hasOwn(parameters, key);
}
