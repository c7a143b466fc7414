import type { AxisProblem } from '../problems/given';
import { brief } from '../problems/values';
import { mend } from './mend';
import type { GivenNotice } from './notice';
import { parameters, scienceKeys, type Measured, type Science, type ScienceKey } from './parameters';
import { parseValue } from './value';

/** The keys that a sweep can vary: every number that changes what is computed. */
export type SweepKey = { [K in ScienceKey]: Science[K] extends number ? K : never }[ScienceKey];

export interface SweepAxis {
  readonly key: SweepKey;
  /** Ascending or as given, all different. */
  readonly values: readonly number[];
}

/** One run for every combination of one or two axes, each with one or more seeds: its own and those that follow. */
export interface SweepPlan {
  readonly experiment: Measured;
  readonly axes: readonly SweepAxis[];
  readonly seeds: number;
}

/** No sweep needs more levels of one parameter. */
const mostLevels = 1000;

export const sweepKeys = scienceKeys.filter((key): key is SweepKey => parameters[key].kind === 'number');

/**
 * The experiments of a plan: the first axis varies slowest, the seed fastest.
 * @returns with what had to be mended, named once for each combination.
 */
export function sweepExperiments({ experiment, axes, seeds }: SweepPlan): {
  experiments: Measured[];
  notices: GivenNotice[];
} {
  const notices: GivenNotice[] = [];
  let points: Measured[] = [experiment];
  for (const { key, values } of axes)
    points = points.flatMap((point) => values.map((value) => ({ ...point, [key]: value })));
  const experiments = points.flatMap((point) =>
    Array.from({ length: seeds }, (_, i) => {
      const mended = mend({ ...point, seed: (point.seed + i) % (parameters.seed.max + 1) });
      notices.push(...mended.notices);
      return mended.experiment;
    }),
  );
  return { experiments, notices };
}

/**
 * Reads one axis: `sigma=0:0.6:12` (from, to, number of levels, evenly) or `n=60,120,240`. Where levels of a whole
 * number round to the same, they count once.
 * @returns the axis, or what is wrong with it.
 */
export function parseAxis(text: string): SweepAxis | { readonly problem: AxisProblem } {
  const at = text.indexOf('=');
  const key = sweepKeys.find((name) => name === text.slice(0, Math.max(at, 0)));
  if (!key) return { problem: { kind: 'not-swept', given: brief(at < 0 ? text : text.slice(0, at)), keys: sweepKeys } };
  const written = text.slice(at + 1);
  const range = written.split(':');
  const values =
    range.length === 1 ? eachOf(written.split(','), (word) => readLevel(key, word)) : evenLevels(key, range);
  return Array.isArray(values) ? { key, values: [...new Set(values)] } : values;
}

type Wrong = { readonly problem: AxisProblem };

function evenLevels(key: SweepKey, range: readonly string[]): number[] | Wrong {
  if (range.length !== 3) return { problem: { kind: 'not-levels', key, given: brief(range.join(':')) } };
  const ends = eachOf(range.slice(0, 2), (word) => readLevel(key, word));
  if (!Array.isArray(ends)) return ends;
  const count = /^\d+$/.test(range[2]!) ? Number(range[2]) : NaN;
  if (!(count >= 1 && count <= mostLevels))
    return { problem: { kind: 'not-a-count', key, given: brief(range[2]!), most: mostLevels } };
  return levelsBetween(key, ends[0]!, ends[1]!, count);
}

/** Levels from one value to another, evenly, written in a link with six digits at most. */
export function levelsBetween(key: SweepKey, from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => {
    const value = count === 1 ? from : from + ((to - from) * i) / (count - 1);
    return parameters[key].integer ? Math.round(value) : Number(value.toPrecision(6));
  });
}

function readLevel(key: SweepKey, text: string): number | Wrong {
  const { value, problem } = parseValue(parameters[key], text);
  return problem ? { problem: { kind: 'not-a-level', key, problem } } : (value as number);
}

/** Each word as a number, or the first thing that is wrong with one. */
function eachOf(words: readonly string[], read: (word: string) => number | Wrong): number[] | Wrong {
  const numbers: number[] = [];
  for (const word of words) {
    const level = read(word);
    if (typeof level !== 'number') return level;
    numbers.push(level);
  }
  return numbers;
}
