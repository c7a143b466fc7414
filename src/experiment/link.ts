import { fromText, isParameterKey, linkVersion } from './from-text';
import { pairsIn, partsOf } from './mangled';
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
 * Reads a link: `#…`, `?…`, `?…#…`, a whole address or the bare pairs, also as mailers hand it on (`mangled.ts`). Where both
 * are given the hash wins. Never throws; whatever cannot be used is named in a notice, unless it is others who add to queries.
 */
export function decodeLink(link: string): Decoded {
  if (link.length > longestLink) {
    return {
      experiment: defaults,
      notices: [{ field: 'link', problem: { kind: 'link-too-long', most: longestLink } }],
    };
  }
  const notices: GivenNotice[] = [];
  const read = fromText(new Map(givenIn(link)), notices);
  const experiment = read.pins.length > 0 ? { ...read, pins: canonicalRuns(read.pins, notices) } : read;
  const mended = mend(experiment);
  return { experiment: mended.experiment, notices: [...notices, ...mended.notices] };
}

/** Whether a link says anything that is known here, or nothing at all. */
export const isUnderstood = (link: string): boolean =>
  link.length <= longestLink && (partsOf(link).hash === '' || givenIn(link).some(([key]) => isKnown(key)));

const isKnown = (key: string) => key === 'v' || isParameterKey(key);

/** Keys and values of a link, later ones winning. */
function givenIn(link: string): [key: string, value: string][] {
  const { query, hash } = partsOf(link);
  return [...pairsIn(query, hash === '').filter(([key]) => isKnown(key)), ...pairsIn(hash, true)];
}
