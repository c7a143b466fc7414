import { fromText, isParameterKey, linkVersion } from './from-text';
import { mend } from './mend';
import type { GivenNotice } from './notice';
import { unsaid } from './own-defaults';
import { defaults, parameterKeys, parameters, type Experiment, type Host, type Science, type View } from './parameters';
import { canonicalRuns } from './runs';
import { formatValue } from './value';

/** No experiment needs more, not even one with a talk in Chinese; longer input is refused unread. */
export const longestLink = 8000;

export interface Decoded {
  readonly experiment: Experiment;
  /** What was ignored, clamped, replaced or mended, in the order of the link. */
  readonly notices: readonly GivenNotice[];
}

/**
 * The link's hash without `#`: `v=1` and every non-default key in table order; empty for the default experiment. What is
 * not said of view and host is the default; of width, rate and steps it is the network's and optimiser's own.
 */
export function encodeLink(experiment: Science & Partial<View & Host>): string {
  const said = { ...defaults, ...experiment };
  const pairs = parameterKeys.flatMap((key) => {
    const written = formatValue(parameters[key], said[key]);
    return written === formatValue(parameters[key], unsaid(said, key)) ? [] : [`${key}=${written}`];
  });
  return pairs.length > 0 ? [`v=${linkVersion}`, ...pairs].join('&') : '';
}

/**
 * Reads a link: `#…`, `?…`, `?…#…`, a whole address or the bare pairs. Where both are given the hash wins. Never throws;
 * whatever cannot be used is named in a notice, but for what others add to queries.
 */
export function decodeLink(link: string): Decoded {
  if (link.length > longestLink) {
    return {
      experiment: defaults,
      notices: [{ field: 'link', problem: { kind: 'link-too-long', most: longestLink } }],
    };
  }
  const notices: GivenNotice[] = [];
  const given = new Map<string, string>();
  const { query, hash } = partsOf(link);
  for (const [key, value] of new URLSearchParams(query)) if (isKnown(key)) given.set(key, value);
  for (const [key, value] of new URLSearchParams(hash)) if (key !== '') given.set(key, value);
  const read = fromText(given, notices);
  const experiment = read.pins.length > 0 || read.talk.length > 0 ? { ...read, ...canonicalRuns(read, notices) } : read;
  const mended = mend(experiment);
  return { experiment: mended.experiment, notices: [...notices, ...mended.notices] };
}

/** Whether a mailer or another may have had its hands on a link: `unmangled` (`mangled.ts`) then undoes what it did. */
export const looksMangled = (link: string): boolean => /%(?:25)*3d|=3D|&amp|&#|#.*\?|[^\w#?-]$|%..$/i.test(link);

export const isKnown = (key: string): boolean => key === 'v' || isParameterKey(key);

/** The query and the hash of a link; bare pairs are a hash. */
export function partsOf(link: string): { readonly query: string; readonly hash: string } {
  const hashAt = link.indexOf('#');
  const hash = hashAt < 0 ? '' : link.slice(hashAt + 1);
  const before = hashAt < 0 ? link : link.slice(0, hashAt);
  const queryAt = before.indexOf('?');
  if (queryAt >= 0) return { query: before.slice(queryAt + 1), hash };
  const isBare = hashAt < 0 && !/^[a-z]+:\/\//i.test(before) && !before.includes('/');
  return { query: '', hash: isBare ? before : hash };
}
