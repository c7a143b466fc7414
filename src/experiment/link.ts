import { fromText, linkVersion } from './from-text';
import { mend } from './mend';
import type { GivenNotice } from './notice';
import { unsaid } from './own-defaults';
import { defaults, parameterKeys, parameters, type Experiment, type Host, type Science, type View } from './parameters';
import { canonicalRuns } from './runs';
import { formatValue } from './value';

/** No experiment needs more; longer input is refused unread. */
const longestLink = 4000;

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
 * Reads a link: `#…`, `?…`, `?…#…`, a whole address or the bare pairs. Where both are given the hash wins.
 * Never throws; whatever cannot be used is named in a notice.
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
  for (const part of splitLink(link)) {
    for (const [key, value] of new URLSearchParams(part)) if (key !== '') given.set(key, value);
  }
  const read = fromText(given, notices);
  const experiment = read.pins.length > 0 ? { ...read, pins: canonicalRuns(read.pins, notices) } : read;
  const mended = mend(experiment);
  return { experiment: mended.experiment, notices: [...notices, ...mended.notices] };
}

/** The query and the hash of a link, in the order in which later ones win. */
function splitLink(link: string): string[] {
  const hashAt = link.indexOf('#');
  const hash = hashAt < 0 ? '' : link.slice(hashAt + 1);
  const before = hashAt < 0 ? link : link.slice(0, hashAt);
  const queryAt = before.indexOf('?');
  const query =
    queryAt >= 0 ? before.slice(queryAt + 1) : /^[a-z]+:\/\//i.test(before) || before.includes('/') ? '' : before;
  return [query, hash];
}
