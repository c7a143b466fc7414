import { createHash } from 'node:crypto';
import { isParameterKey } from '../../src/experiment/from-text';
import { decodeLink, encodeLink } from '../../src/experiment/link';
import { mend } from '../../src/experiment/mend';
import {
  parameters,
  scienceKeys,
  type Experiment,
  type Measured,
  type ParameterKey,
} from '../../src/experiment/parameters';
import { isRelevant } from '../../src/experiment/relevance';
import { parseAxis } from '../../src/experiment/sweep';
import { parseValue } from '../../src/experiment/value';
import { problems } from '../../src/strings/en/problems';
import { InputError, withoutRemedy } from '../input-error';

/** What is kept of every run beside its end. */
export interface Kept {
  /** Points of its history, evenly along its steps; 0 for none. */
  readonly history: number;
  /** Whether singular values are kept. */
  readonly spectra: boolean;
  /** Whether it is kept how matrices have changed and where they are pulled. Absent where not, as plans had no such field. */
  readonly change?: true | undefined;
}

/** A list of runs, each once, in an order that is theirs whatever makes them. */
export interface Plan extends Kept {
  /** 16 hexadecimal digits that only the same runs, kept in the same way, have. */
  readonly name: string;
  readonly runs: readonly Measured[];
}

/** A key of the table with the texts of one or more values for it, each of which makes runs. */
export interface Axis {
  readonly key: ParameterKey;
  readonly texts: readonly string[];
}

/** Weeks of computing; more is a slip of the hand, or belongs into several files. */
const mostRuns = 200_000;

/** The hash that opens a run in the page, of its numbers alone. */
export const linkOf = (run: Measured): string => {
  const { matrix } = run;
  const science = Object.fromEntries(scienceKeys.map((key) => [key, run[key]])) as unknown as Experiment;
  return `#${encodeLink({ ...science, matrix })}`;
};

/** @throws InputError where there are none, or too many. */
export function planOf(runs: readonly Measured[], kept: Kept): Plan {
  const byLink = new Map(runs.map((run) => [linkOf(run), run]));
  if (byLink.size === 0) throw new InputError('runs: there are none to be made');
  if (byLink.size > mostRuns) throw new InputError(`runs: ${byLink.size} are more than ${mostRuns}`);
  const text = [JSON.stringify(kept), ...byLink.keys()].join('\n');
  const name = createHash('sha256').update(text).digest('hex').slice(0, 16);
  return { name, runs: [...byLink.values()], ...kept };
}

/**
 * Reads `key=value`, `key=value,value,…` and `key=from:to:levels`: numbers as a sweep of the page has them, lists of
 * choices as well. @throws InputError
 */
export function readAxes(words: readonly string[]): Axis[] {
  const axes = words.map(readAxis);
  axes.forEach(({ key }, i) => {
    if (axes.findIndex((axis) => axis.key === key) < i) throw new InputError(`${key}: it is given twice`);
  });
  return axes;
}

function readAxis(word: string): Axis {
  const at = word.indexOf('=');
  const key = word.slice(0, Math.max(0, at));
  if (at < 0) throw new InputError(`${word.slice(0, 40)}: a value is missing, as in sigma=0.3`);
  if (!isParameterKey(key)) throw new InputError(`${key.slice(0, 40)}: no parameter has this name`);
  const text = word.slice(at + 1);
  const parameter = parameters[key];
  if (parameter.of === 'science' && parameter.kind === 'number' && /[:,]/.test(text)) {
    const axis = parseAxis(word);
    if ('problem' in axis) throw new InputError(problems.text(axis.problem).replace(/\.$/, ''));
    return { key, texts: axis.values.map(String) };
  }
  const isListed = parameter.kind === 'choice' || parameter.kind === 'flag' || parameter.kind === 'pair';
  const texts = isListed ? [...new Set(text.split(','))] : [text];
  for (const one of texts) {
    const { problem } = parseValue(parameter, one);
    if (problem) throw new InputError(`${key}: ${withoutRemedy(problem)}`);
  }
  return { key, texts };
}

/** One experiment of a link and of values beside it; nothing is clamped, mended or ignored. @throws InputError */
export function experimentOf(link: string, pairs: readonly (readonly [ParameterKey, string])[]): Experiment {
  const { experiment, notices } = decodeLink(extended(link, pairs));
  const asked = mend({ ...experiment, step: 0 });
  const notice = notices.find(({ field }) => field !== 'step') ?? asked.notices[0];
  if (notice) throw new InputError(`${notice.field}: ${withoutRemedy(notice.problem)}`);
  return asked.experiment;
}

/** A link is an address, its query and hash, its hash alone, or bare pairs. Of what is said twice the last counts. */
function extended(link: string, pairs: readonly (readonly [ParameterKey, string])[]): string {
  const said = pairs.map(([key, text]) => `${key}=${encodeURIComponent(text)}`);
  if (said.length === 0) return link;
  const before = link === '' || link.includes('#') ? link || '#' : /[?/]/.test(link) ? `${link}#` : `#${link}`;
  return [before, ...said].join('&');
}

/** Every combination of values, the first key slowest, then each with as many seeds as asked for, the seed fastest. @throws InputError */
export function combinations(link: string, axes: readonly Axis[], seeds: number): Measured[] {
  // Counted before they are made: three axes of a thousand levels would fill the memory.
  const count = axes.reduce((product, { texts }) => product * texts.length, seeds);
  if (count > mostRuns) throw new InputError(`runs: ${count} are more than ${mostRuns}`);
  if (seeds > 1 && axes.some(({ key, texts }) => key === 'seed' && texts.length > 1))
    throw new InputError('--seeds: cannot be combined with several values of seed');
  let chosen: (readonly (readonly [ParameterKey, string])[])[] = [[]];
  for (const { key, texts } of axes)
    chosen = chosen.flatMap((pairs) => texts.map((text) => [...pairs, [key, text] as const]));
  return chosen.flatMap((pairs) => {
    const experiment = experimentOf(link, pairs);
    for (const { key, texts } of axes)
      if (texts.length > 1 && !isRelevant(key, experiment))
        throw new InputError(`${key}: it changes nothing in this experiment`);
    return Array.from({ length: seeds }, (_, i) => ({
      ...experiment,
      seed: (experiment.seed + i) % (parameters.seed.max + 1),
    }));
  });
}

/** A link on every line; empty ones and those that begin with a # and a space say nothing. @throws InputError that names the line. */
export function linksIn(text: string, file: string): Measured[] {
  return text.split(/\r?\n/).flatMap((line, i) => {
    const link = line.trim();
    if (link === '' || link.startsWith('# ')) return [];
    try {
      return [experimentOf(link, [])];
    } catch (error) {
      if (error instanceof InputError) throw new InputError(`${file}, line ${i + 1}: ${error.message}`);
      throw error;
    }
  });
}
