import { decodeLink, encodeLink } from '../experiment/link';
import { networkOf, networks } from '../experiment/networks';
import { parameters, type Experiment } from '../experiment/parameters';
import { sweepExperiments, sweepKeys, type SweepAxis, type SweepKey, type SweepPlan } from '../experiment/sweep';
import { rankNotions } from '../spectrum/ranks';
import type { MatrixSummary, Ranks, RunSummary } from '../training/summary';
import type { Memory } from './run/race-control';
import type { Clock } from './run/clock';
import { sweepNames, type AppState, type SweepName, type SweepState } from './state';
import type { SliceStore } from './store';

/** Time between two writes while results come in, in ms. */
const writeInterval = 1000;
/** Of what is written; what an earlier page wrote otherwise is measured anew. */
const version = 2;
const mostLevels = parameters.levels.max;

/** Keeps sweeps across reloads: what was measured stays, with the experiment that it belongs to. */
export function rememberSweeps(store: SliceStore<SweepName>, memory: Memory, clock: Pick<Clock, 'after'>): void {
  store.setState(parse(memory.read()));
  let due = false;
  store.subscribe((state, before) => {
    if (sweepNames.every((name) => state[name] === before[name])) return;
    if (due) return;
    due = true;
    clock.after(writeInterval, () => {
      due = false;
      memory.write(
        JSON.stringify({
          version,
          ...Object.fromEntries(sweepNames.map((name) => [name, written(store.getState()[name])])),
        }),
      );
    });
  });
}

function written({ plan, results }: SweepState) {
  return plan && { link: encodeLink(plan.experiment), axes: plan.axes, seeds: plan.seeds, results };
}

/** What an earlier visit stored; anything that does not look like it is dropped. */
function parse(text: string | null): Partial<Pick<AppState, SweepName>> {
  const found = sweepNames.flatMap((name) => {
    try {
      const given = JSON.parse(text ?? 'null') as Record<string, unknown> | null;
      const sweep = given?.['version'] === version ? readSweep(name, given[name]) : null;
      return sweep ? [[name, sweep]] : [];
    } catch {
      return [];
    }
  });
  return Object.fromEntries(found);
}

function readSweep(name: SweepName, given: unknown): SweepState | null {
  const { link, axes, seeds, results } = (given ?? {}) as Record<string, unknown>;
  if (typeof link !== 'string' || !Array.isArray(axes) || !axes.every(isAxis) || !Array.isArray(results)) return null;
  // The panels know these plans and no others: noise alone, with several seeds, or a second axis before it, with one.
  const keys = axes.map(({ key }) => key);
  const { min, max } = parameters.seeds;
  const drawn =
    name === 'sweep'
      ? keys.length === 1 && keys[0] === 'sigma'
      : keys.length === 2 && Object.hasOwn(parameters.axis.values, keys[0]!) && keys[1] === 'sigma';
  if (!drawn || !(isWithin(seeds, min, name === 'sweep' ? max : 1) && Number.isInteger(seeds))) return null;
  const { experiment, notices: complaints } = decodeLink(link);
  const plan: SweepPlan = { experiment, axes: axes.map(({ key, values }) => ({ key, values })), seeds };
  const { experiments, notices } = sweepExperiments(plan);
  if (complaints.length > 0 || notices.length > 0 || results.length !== experiments.length) return null;
  const read = results.map((result, i) => (result === null ? null : readSummary(result, experiments[i]!)));
  if (read.includes(undefined)) return null;
  return {
    status: read.includes(null) ? 'stopped' : 'ready',
    plan,
    results: read as (RunSummary | null)[],
    failure: null,
  };
}

/** Levels that the parameter can have, ascending, and no more than a plan makes. */
function isAxis(given: unknown): given is SweepAxis {
  const { key, values } = (given ?? {}) as Record<string, unknown>;
  if (
    !sweepKeys.includes(key as SweepKey) ||
    !Array.isArray(values) ||
    values.length === 0 ||
    values.length > mostLevels
  )
    return false;
  const { min, max, integer } = parameters[key as SweepKey];
  return values.every(
    (value, i) =>
      isWithin(value, min, max) && (!integer || Number.isInteger(value)) && (i === 0 || value > values[i - 1]),
  );
}

/** A result without whatever else was stored with it; undefined where it is none. */
function readSummary(given: unknown, experiment: Experiment): RunSummary | undefined {
  const { step, loss, trainAccuracy, testAccuracy, diverged, matrices, data, signalDimension } = (given ??
    {}) as Record<string, unknown>;
  const ranks = readRanks(data),
    weights = readMatrices(matrices, experiment);
  const known =
    [step, trainAccuracy, signalDimension].every((value) => isWithin(value, 0)) &&
    [loss, testAccuracy].every((value) => value === null || isWithin(value, 0));
  if (!known || typeof diverged !== 'boolean' || !ranks || !weights) return undefined;
  // A loss that is not finite is written as null.
  return {
    step,
    loss: (loss ?? NaN) as number,
    trainAccuracy,
    testAccuracy,
    diverged,
    matrices: weights,
    data: ranks,
    signalDimension,
  } as RunSummary;
}

/** Every matrix of the experiment's network by its name; null where one is missing. */
function readMatrices(given: unknown, experiment: Experiment): MatrixSummary[] | null {
  const names = networks[networkOf(experiment)];
  if (!Array.isArray(given) || given.length !== names.length) return null;
  const read = names.flatMap((name, i) => {
    const { name: found, ranks: measured, signalShare } = (given[i] ?? {}) as Record<string, unknown>;
    const ranks = readRanks(measured);
    const known = found === name && ranks && (signalShare === null || isWithin(signalShare, 0));
    return known ? [{ name, ranks, signalShare }] : [];
  });
  return read.length === names.length ? read : null;
}

function readRanks(given: unknown): Ranks | null {
  const ranks = (given ?? {}) as Record<string, unknown>;
  return rankNotions.every((notion) => Object.hasOwn(ranks, notion) && isWithin(ranks[notion], 0))
    ? (Object.fromEntries(rankNotions.map((notion) => [notion, ranks[notion]])) as Ranks)
    : null;
}

function isWithin(value: unknown, min: number, max = Infinity): value is number {
  return Number.isFinite(value) && (value as number) >= min && (value as number) <= max;
}
