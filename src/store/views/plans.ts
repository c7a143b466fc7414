import { mend } from '../../experiment/mend';
import { parameters, type Experiment, type Measured } from '../../experiment/parameters';
import { isRelevant } from '../../experiment/relevance';
import { scienceText } from '../../experiment/science';
import type { SweepPlan } from '../../experiment/sweep';
import { sourceOf } from '../../images/sources/list';
import type { KnownRun } from '../state';
import { triedEnds } from './noise-end';
import { noiseLevels, noiseReach, roundLevels, roundUp } from './noise-levels';

/** Of a map, where real images have no σ* and nothing says where accuracy falls. */
const realNoise = 1;
/** Cells of the phase map: powers of two, as it is refined by halving. */
export const mapColumns = 16,
  mapRows = 8;

/**
 * The current experiment at every level of noise. Where there is no σ*, to where test accuracy has fallen.
 * @param line what is known of it at any noise.
 */
export function noisePlan(
  experiment: Measured & Pick<Experiment, 'levels' | 'seeds'>,
  line: readonly KnownRun[] = [],
): SweepPlan {
  const { levels, seeds } = experiment;
  const end = noiseReach(experiment) ?? triedEnds(line, (tried) => lastOf(tried, levels)).ends.at(-1)!;
  return { experiment, seeds, axes: [{ key: 'sigma', values: noiseLevels(end, levels) }] };
}

/** A plan of `noisePlan` made anew, with what is known by now. */
export function plannedOn({ experiment, axes: [noise], seeds }: SweepPlan, line: readonly KnownRun[]): SweepPlan {
  return noisePlan({ ...experiment, levels: noise!.values.length, seeds }, line);
}

/** Whether its last level is where test accuracy has fallen, or where σ* says that it ends. */
export function isSettled({ experiment, axes: [noise] }: SweepPlan, line: readonly KnownRun[]): boolean {
  return noiseReach(experiment) !== null || triedEnds(line, (end) => lastOf(end, noise!.values.length)).settled;
}

const lastOf = (end: number, levels: number) => noiseLevels(end, levels).at(-1)!;

/** Noise against a second parameter: rows by its values, columns at the middles of even cells of σ. @param line as for the sweep. */
export function mapPlan(experiment: Experiment, line: readonly KnownRun[] = []): SweepPlan {
  const key = mapAxis(experiment);
  const values = axisValues(key, experiment);
  const found = triedEnds(line, (end) => roundLevels(end).at(-1)!);
  const real = found.settled ? found.ends.at(-1)! : realNoise;
  const reaches = values.map((value) => noiseReach({ ...experiment, [key]: value }) ?? real);
  const cell = Math.min(roundUp(Math.max(...reaches) / mapColumns), parameters.sigma.max / mapColumns);
  const columns = Array.from({ length: mapColumns }, (_, i) => Number(((i + 0.5) * cell).toPrecision(6)));
  return {
    experiment,
    seeds: 1,
    axes: [
      { key, values },
      { key: 'sigma', values: columns },
    ],
  };
}

/** The second axis that a map of these images can have: the one asked for, or n where real images fix it. */
export function mapAxis(experiment: Experiment): Experiment['axis'] {
  return isRelevant(experiment.axis, experiment) ? experiment.axis : 'n';
}

/**
 * Whether results of one plan no longer belong to another's experiment. What is swept does not count: opening a point
 * makes nothing stale.
 */
export function isStalePlan(plan: SweepPlan, now: SweepPlan): boolean {
  return planText(plan) !== planText(now);
}

/** Says of a plan what makes its results another's: two of the same text can be joined. */
export function planText({ experiment, axes, seeds }: SweepPlan): string {
  const swept = Object.fromEntries(axes.map(({ key }) => [key, parameters[key].default]));
  const counts = axes.map(({ key, values }) => (key === 'sigma' ? `sigma ${values.length}` : key));
  return [scienceText({ ...experiment, ...swept }), experiment.matrix, seeds, ...counts].join();
}

function axisValues(key: Experiment['axis'], experiment: Experiment): number[] {
  const { n, m } = experiment;
  const source = sourceOf(experiment);
  // Whole rounds of features, so that classes and features stay balanced; where none are known, of classes.
  const round = source.signalDimension(experiment) ?? 2;
  const rounds = Math.floor(Math.min(parameters.n.max, source.most(experiment).n ?? Infinity) / round);
  const values = {
    n: () => around(n / round, 1.5, 4, 1, rounds).map((value) => value * round),
    k: () => Array.from({ length: mapRows }, (_, i) => i + 1),
    side: () => sides,
    m: () => around(m, 2, m > 64 ? 5 : 4, parameters.m.min, parameters.m.max),
    patches: () => Array.from({ length: mapRows }, (_, i) => i + 2),
  }[key]();
  // A row that had to be mended would vary something else as well.
  return values
    .filter((value) => mend({ ...experiment, [key]: value }).notices.length === 0)
    .slice(0, mapRows)
    .toSorted((a, b) => a - b);
}

/** Patch sides of a map, those that are cheap to train first; sliding windows at small strides need the others. */
const sides = [4, 5, 6, 7, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28];

/**
 * As many whole numbers as a map has rows, `ratio` apart: `below` of them under a value, more on one side where the
 * other has too few.
 */
function around(value: number, ratio: number, below: number, min: number, max: number): number[] {
  const found = new Set<number>();
  const farthest = 24;
  const upwards = Array.from({ length: farthest }, (_, i) => i - below),
    downwards = Array.from({ length: farthest }, (_, i) => -i - 1 - below);
  for (const power of [...upwards, ...downwards]) {
    if (found.size < mapRows) found.add(Math.min(max, Math.max(min, Math.round(value * ratio ** power))));
  }
  return [...found];
}
