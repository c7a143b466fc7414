import { brief } from '../problems/values';
import type { GivenNotice } from './notice';
import { defaultsOf, trainedKeys } from './own-defaults';
import { defaults, parameters, type Experiment, type ParameterKey } from './parameters';
import { parseValue } from './value';

/** Version of the link format; written first, so that a later page knows what an old link meant. */
export const linkVersion = 1;

/**
 * Applies given values, each as text, over a base experiment; combinations that cannot be are left to `mend`.
 * @param base where none is given, the default experiment of the network and the optimiser that are named.
 */
export function fromText(
  given: ReadonlyMap<string, string>,
  notices: GivenNotice[],
  base: Experiment = defaultsOf(readAlone(given)),
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

/** Network and optimiser, before anything else is read. */
function readAlone(given: ReadonlyMap<string, string>): Experiment {
  const named = trainedKeys.flatMap((key) => {
    const text = given.get(key);
    return text === undefined ? [] : [[key, parseValue(parameters[key], text).value]];
  });
  return { ...defaults, ...Object.fromEntries(named) };
}

export function isParameterKey(key: string): key is ParameterKey {
  return Object.hasOwn(parameters, key);
}
