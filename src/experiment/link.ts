import { mend } from './mend';
import type { Notice } from './notice';
import { defaults, parameterKeys, parameters, type Experiment, type ParameterKey } from './parameters';
import { formatValue, parseValue } from './value';

/** Version of the link format; written first, so that a later page knows what an old link meant. */
export const linkVersion = 1;
/** No experiment needs more; longer input is refused unread. */
const longestLink = 4000;

export interface Decoded {
  readonly experiment: Experiment;
  /** What was ignored, clamped, replaced or mended, in the order of the link. */
  readonly notices: readonly Notice[];
}

/** The link's hash without `#`: `v=1` and every non-default key in table order; empty for the default experiment. */
export function encodeLink(experiment: Experiment): string {
  const pairs = parameterKeys.flatMap((key) => {
    const written = formatValue(parameters[key], experiment[key]);
    return written === formatValue(parameters[key], defaults[key]) ? [] : [`${key}=${written}`];
  });
  return pairs.length > 0 ? [`v=${linkVersion}`, ...pairs].join('&') : '';
}

/**
 * Reads a link: `#…`, `?…`, `?…#…`, a whole address or the bare pairs. Where both are given the hash wins.
 * Never throws; whatever cannot be used is named in a notice.
 */
export function decodeLink(link: string): Decoded {
  if (link.length > longestLink) {
    return { experiment: defaults, notices: [{ field: 'link', message: `link: it is longer than ${longestLink} characters and was not read; the default experiment is used.` }] };
  }
  const notices: Notice[] = [];
  const given = new Map<string, string>();
  for (const part of splitLink(link)) {
    for (const [key, value] of new URLSearchParams(part)) if (key !== '') given.set(key, value);
  }
  const experiment = fromText(given, notices);
  const mended = mend(experiment);
  return { experiment: mended.experiment, notices: [...notices, ...mended.notices] };
}

/** Applies given values, each as text, over a base experiment; the way in for links, messages and the command line. */
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

/** The query and the hash of a link, in the order in which later ones win. */
function splitLink(link: string): string[] {
  const hashAt = link.indexOf('#');
  const hash = hashAt < 0 ? '' : link.slice(hashAt + 1);
  const before = hashAt < 0 ? link : link.slice(0, hashAt);
  const queryAt = before.indexOf('?');
  const query = queryAt >= 0 ? before.slice(queryAt + 1) : /^[a-z]+:\/\//i.test(before) || before.includes('/') ? '' : before;
  return [query, hash];
}
