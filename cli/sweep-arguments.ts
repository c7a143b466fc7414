import { availableParallelism } from 'node:os';
import type { Experiment } from '../src/experiment/parameters';
import { isRelevant } from '../src/experiment/relevance';
import { parseAxis, sweepExperiments, type SweepAxis, type SweepPlan } from '../src/experiment/sweep';
import { problems } from '../src/strings/en/problems';
import { InputError, withoutRemedy } from './input-error';

export const formats = ['json', 'csv'] as const;
export type Format = (typeof formats)[number];

export interface Sweep {
  readonly plan: SweepPlan;
  /** Threads that share the runs. */
  readonly workers: number;
  readonly format: Format;
}

/** What the command line says about a sweep, as text. */
export interface SweepOptions {
  readonly sweep?: readonly string[] | undefined;
  readonly seeds?: string | undefined;
  readonly workers?: string | undefined;
  readonly format?: string | undefined;
  readonly case?: string | undefined;
  readonly steps?: string | undefined;
  readonly every?: string | undefined;
  readonly out?: string | undefined;
}

/** A day of computing for most experiments; more is a slip of the hand. */
const mostRuns = 10_000;
export const mostSeeds = 1000;
export const mostWorkers = 256;

/** @param link reads the experiment to start from. @returns null where no sweep is asked for. @throws InputError */
export function readSweep(given: SweepOptions, link: () => Experiment): Sweep | null {
  if (!given.sweep) {
    for (const option of ['seeds', 'workers', 'format'] as const)
      if (given[option] !== undefined) throw new InputError(`--${option}: needs --sweep`);
    return null;
  }
  for (const option of ['case', 'every'] as const)
    if (given[option] !== undefined) throw new InputError(`--${option}: cannot be combined with --sweep`);
  const axes = readAxes(given.sweep);
  // A value given twice: one of the two would have to be ignored.
  if (given.steps !== undefined && axes.some(({ key }) => key === 'steps'))
    throw new InputError('--steps: cannot be combined with --sweep steps');
  if (given.seeds !== undefined && axes.some(({ key }) => key === 'seed'))
    throw new InputError('--seeds: cannot be combined with --sweep seed');
  const workers =
    given.workers === undefined
      ? Math.min(mostWorkers, availableParallelism())
      : readCount('--workers', given.workers, mostWorkers);
  const format = readFormat(given);
  const experiment = link();
  // As many as the page's sweep of the same link has, where the command line does not say.
  const asked = given.seeds === undefined ? experiment.seeds : readCount('--seeds', given.seeds, mostSeeds);
  const plan = { experiment, axes, seeds: axes.some(({ key }) => key === 'seed') ? 1 : asked };
  refuseWhatCannotRun(plan);
  return { plan, workers, format };
}

function readAxes(texts: readonly string[]): SweepAxis[] {
  const axes: SweepAxis[] = [];
  for (const text of texts) {
    const axis = parseAxis(text);
    if ('problem' in axis) throw new InputError(`--sweep: ${problems.text(axis.problem).replace(/\.$/, '')}`);
    if (axes.some(({ key }) => key === axis.key)) throw new InputError(`--sweep: ${axis.key}: it is given twice`);
    if (axes.length === 2) throw new InputError(`--sweep: ${axis.key}: it is a third axis; a sweep has one or two`);
    axes.push(axis);
  }
  return axes;
}

function refuseWhatCannotRun(plan: SweepPlan): void {
  for (const { key } of plan.axes) {
    if (!isRelevant(key, plan.experiment))
      throw new InputError(`--sweep: ${key}: it changes nothing in this experiment`);
  }
  // Counted before they are made: two axes of a thousand levels would fill the memory.
  const runs = plan.axes.reduce((count, { values }) => count * values.length, plan.seeds);
  if (runs > mostRuns) throw new InputError(`--sweep: ${runs} runs are more than ${mostRuns}`);
  const notice = sweepExperiments(plan).notices[0];
  if (notice) throw new InputError(`--sweep: ${notice.field}: ${withoutRemedy(notice.problem)}`);
}

/** @throws InputError */
export function readCount(option: string, text: string, most: number): number {
  const count = /^\d+$/.test(text) ? Number(text) : NaN;
  if (!(count >= 1 && count <= most))
    throw new InputError(`${option}: “${text.slice(0, 40)}” is not a whole number from 1 to ${most}`);
  return count;
}

function readFormat({ format, out }: SweepOptions): Format {
  if (format === undefined) return out?.toLowerCase().endsWith('.csv') ? 'csv' : 'json';
  const known = formats.find((name) => name === format);
  if (!known) throw new InputError(`--format: “${format.slice(0, 40)}” is not one of ${formats.join(', ')}`);
  return known;
}
