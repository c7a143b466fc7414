import { parameters, type Experiment } from '../experiment/parameters';
import { isRelevant } from '../experiment/relevance';
import { scienceText } from '../experiment/science';
import { mnistTrainPerDigit, mostFeatures } from '../experiment/shape';
import { levelsBetween, type SweepKey, type SweepPlan } from '../experiment/sweep';
import { criticalNoiseOf } from './derived';

/** A sweep of the noise reaches this far beyond σ*, so that what happens there is seen. */
const reach = 1.4;
/** Where real images have no σ*. */
const realNoise = 1;
/** Cells of the phase map: powers of two, as it is refined by halving. */
export const mapColumns = 16, mapRows = 8;

/** The current experiment at every level of noise. */
export function noisePlan(experiment: Experiment): SweepPlan {
  const { levels, seeds } = experiment;
  const step = roundUp((reach * (criticalNoiseOf(experiment) ?? realNoise / reach)) / (levels - 1));
  return { experiment, seeds, axes: [{ key: 'sigma', values: levelsBetween('sigma', 0, Math.min(step * (levels - 1), parameters.sigma.max), levels) }] };
}

/** Noise against a second parameter: rows by its values, columns at the middles of even cells of σ. */
export function mapPlan(experiment: Experiment): SweepPlan {
  const key = mapAxis(experiment);
  const values = axisValues(key, experiment);
  const critical = values.map((value) => criticalNoiseOf({ ...experiment, [key]: value }) ?? realNoise / reach);
  const cell = Math.min(roundUp((reach * Math.max(...critical)) / mapColumns), parameters.sigma.max / mapColumns);
  const columns = Array.from({ length: mapColumns }, (_, i) => Number(((i + 0.5) * cell).toPrecision(6)));
  return { experiment, seeds: 1, axes: [{ key, values }, { key: 'sigma', values: columns }] };
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

function planText({ experiment, axes, seeds }: SweepPlan): string {
  const swept = Object.fromEntries(axes.map(({ key }) => [key, parameters[key].default]));
  const counts = axes.map(({ key, values }) => (key === 'sigma' ? `sigma ${values.length}` : key));
  return [scienceText({ ...experiment, ...swept }), experiment.matrix, seeds, ...counts].join();
}

function axisValues(key: Experiment['axis'], experiment: Experiment): number[] {
  const { n, k, m, data } = experiment;
  const around = (value: number, ratio: number, below: number, accept: (value: number) => number) =>
    Array.from({ length: mapRows }, (_, i) => accept(value * ratio ** (i - below)));
  const within = (name: SweepKey, value: number, most = Infinity) => Math.min(parameters[name].max, most, Math.max(parameters[name].min, value));
  const values = {
    // Whole rounds of features, so that classes and features stay balanced.
    n: () => around(n, 1.5, 4, (value) => within('n', Math.max(1, Math.round(value / (2 * k))) * 2 * k, data === 'mnist' ? 2 * mnistTrainPerDigit : Infinity)),
    k: () => Array.from({ length: mapRows }, (_, i) => i + 1).filter((value) => value <= mostFeatures(experiment)),
    side: () => [4, 5, 6, 7, 8, 10, 12, 14].filter((side) => data !== 'synthetic' || mostFeatures({ ...experiment, side }) >= k),
    m: () => around(m, 2, m > 64 ? 5 : 4, (value) => within('m', Math.round(value))),
    patches: () => Array.from({ length: mapRows }, (_, i) => i + 2),
  }[key]();
  return [...new Set(values)].toSorted((a, b) => a - b);
}

/** The next number of one significant digit: levels in between read 0.06, 0.12, 0.18. */
function roundUp(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(value));
  return Number((Math.ceil(value / unit - 1e-9) * unit).toPrecision(1));
}
