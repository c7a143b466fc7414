import { mend } from './mend';
import type { Notice } from './notice';
import { parameterKeys, parameters, type Experiment, type ParameterKey } from './parameters';
import { parseValue } from './value';

/** The keys that a sweep can vary: every number that changes what is computed. */
export type SweepKey = { [K in ParameterKey]: Experiment[K] extends number ? K : never }[ParameterKey];

export interface SweepAxis {
  readonly key: SweepKey;
  /** Ascending or as given, all different. */
  readonly values: readonly number[];
}

/** One run for every combination of one or two axes, each with one or more seeds: its own and those that follow. */
export interface SweepPlan {
  readonly experiment: Experiment;
  readonly axes: readonly SweepAxis[];
  readonly seeds: number;
}

/** No sweep needs more levels of one parameter. */
const mostLevels = 1000;

export const sweepKeys = parameterKeys.filter((key): key is SweepKey => parameters[key].kind === 'number' && parameters[key].invalidates !== 'view');

/**
 * The experiments of a plan: the first axis varies slowest, the seed fastest.
 * @returns with what had to be mended, named once for each combination.
 */
export function sweepExperiments({ experiment, axes, seeds }: SweepPlan): { experiments: Experiment[]; notices: Notice[] } {
  const notices: Notice[] = [];
  let points: Experiment[] = [experiment];
  for (const { key, values } of axes) points = points.flatMap((point) => values.map((value) => ({ ...point, [key]: value })));
  const experiments = points.flatMap((point) => Array.from({ length: seeds }, (_, i) => {
    const mended = mend({ ...point, seed: (point.seed + i) % (parameters.seed.max + 1) });
    notices.push(...mended.notices);
    return mended.experiment;
  }));
  return { experiments, notices };
}

/**
 * Reads one axis: `sigma=0:0.6:12` (from, to, number of levels, evenly) or `n=60,120,240`. Where levels of a whole
 * number round to the same, they count once.
 * @returns the axis, or a complaint that names the key.
 */
export function parseAxis(text: string): SweepAxis | { readonly complaint: string } {
  const at = text.indexOf('=');
  const key = sweepKeys.find((name) => name === text.slice(0, Math.max(at, 0)));
  if (!key) return { complaint: `“${brief(at < 0 ? text : text.slice(0, at))}” is not a number that can be swept; one of ${sweepKeys.join(', ')} is` };
  const written = text.slice(at + 1);
  const range = written.split(':');
  const values = range.length === 1 ? written.split(',').map((word) => readLevel(key, word)) : evenLevels(key, range);
  const complaint = typeof values === 'string' ? values : values.find((value) => typeof value === 'string');
  if (typeof complaint === 'string') return { complaint: `${key}: ${complaint}` };
  return { key, values: [...new Set(values as number[])] };
}

function evenLevels(key: SweepKey, range: readonly string[]): number[] | string {
  if (range.length !== 3) return `“${brief(range.join(':'))}” is not from:to:levels`;
  const [from, to] = [readLevel(key, range[0]!), readLevel(key, range[1]!)];
  if (typeof from === 'string') return from;
  if (typeof to === 'string') return to;
  const count = /^\d+$/.test(range[2]!) ? Number(range[2]) : NaN;
  if (!(count >= 1 && count <= mostLevels)) return `“${brief(range[2]!)}” is not a number of levels from 1 to ${mostLevels}`;
  return levelsBetween(key, from, to, count);
}

/** Levels from one value to another, evenly, written in a link with six digits at most. */
export function levelsBetween(key: SweepKey, from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => {
    const value = count === 1 ? from : from + ((to - from) * i) / (count - 1);
    return parameters[key].integer ? Math.round(value) : Number(value.toPrecision(6));
  });
}

function readLevel(key: SweepKey, text: string): number | string {
  const { value, complaint } = parseValue(parameters[key], text);
  return complaint ? complaint.split(';')[0]! : (value as number);
}

function brief(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
