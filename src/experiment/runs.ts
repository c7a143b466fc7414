import { fromText } from './from-text';
import { mend } from './mend';
import { linesOf } from './lines';
import type { GivenNotice } from './notice';
import { unsaid } from './own-defaults';
import { parameters, scienceKeys, type Experiment, type Science, type ScienceKey } from './parameters';
import { formatValue } from './value';

/** A pinned run as it is written in a link: the scientific parameters that differ from their defaults, or `default`. */
export function writeRun(experiment: Science): string {
  const pairs = scienceKeys.flatMap((key) => {
    const written = formatValue(parameters[key], experiment[key]);
    // Commas part the pairs.
    const within = written.replaceAll(',', '~');
    return written === formatValue(parameters[key], unsaid(experiment, key)) ? [] : [`${key}:${within}`];
  });
  return pairs.length > 0 ? pairs.join(',') : 'default';
}

/** Reads a pinned run. Never throws; whatever cannot be used is named in a notice. */
export function readRun(text: string): { experiment: Experiment; notices: GivenNotice[] } {
  const notices: GivenNotice[] = [];
  const given = new Map<string, string>();
  for (const pair of text === 'default' ? [] : text.split(',')) {
    const at = pair.indexOf(':');
    const key = pair.slice(0, Math.max(0, at));
    if (scienceKeys.includes(key as ScienceKey)) given.set(key, pair.slice(at + 1));
    else notices.push({ field: 'pins', problem: { kind: 'not-of-run', given: pair.slice(0, 40) } });
  }
  const mended = mend(fromText(given, notices));
  return { experiment: mended.experiment, notices: [...notices, ...mended.notices] };
}

/**
 * Pinned runs as `writeRun` writes them, each once and with its line; complaints go to `notices` under the name of `pins`,
 * and under that of `talk` where there are lines for more runs.
 */
export function canonicalRuns(
  { pins, talk }: Pick<Experiment, 'pins' | 'talk'>,
  notices: GivenNotice[],
): Pick<Experiment, 'pins' | 'talk'> {
  const written = pins.map((text) => {
    const { experiment, notices: own } = readRun(text);
    notices.push(
      ...own.map(({ field, problem }) => ({
        field: 'pins',
        problem: field === 'pins' ? problem : { kind: 'in-run' as const, field, problem },
      })),
    );
    return writeRun(experiment);
  });
  if (talk.length > written.length)
    notices.push({ field: 'talk', problem: { kind: 'too-many-lines', count: talk.length, most: written.length } });
  const once = [...new Set(written)];
  return { pins: once, talk: linesOf({ pins: written, talk }, once) };
}
