import type { StoreApi } from 'zustand/vanilla';
import { decodeLink, encodeLink } from '../experiment/link';
import { sweepExperiments, sweepKeys, type SweepAxis, type SweepPlan } from '../experiment/sweep';
import { rankNotions } from '../spectrum/ranks';
import type { Ranks, RunSummary } from '../training/summary';
import type { Memory } from './race-control';
import { sweepNames, type AppState, type SweepState } from './state';

/** Time between two writes while results come in, in ms. */
const writeInterval = 1000;
const version = 1;

/** Keeps sweeps across reloads: what was measured stays, with the experiment that it belongs to. */
export function rememberSweeps(store: StoreApi<AppState>, memory: Memory): void {
  const remembered = parse(memory.read());
  if (remembered) store.setState(remembered);
  let timer: ReturnType<typeof setTimeout> | undefined;
  store.subscribe((state, before) => {
    if (sweepNames.every((name) => state[name] === before[name])) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      memory.write(JSON.stringify({ version, ...Object.fromEntries(sweepNames.map((name) => [name, written(store.getState()[name])])) }));
    }, writeInterval);
  });
}

function written({ plan, results }: SweepState) {
  return plan && { link: encodeLink(plan.experiment), axes: plan.axes, seeds: plan.seeds, results };
}

/** What an earlier visit stored; anything that does not look like it is dropped. */
function parse(text: string | null): Partial<Pick<AppState, 'sweep' | 'map'>> | null {
  try {
    const given = JSON.parse(text ?? 'null') as Record<string, unknown> | null;
    if (given?.['version'] !== version) return null;
    const found = sweepNames.flatMap((name) => {
      const sweep = readSweep(given[name]);
      return sweep ? [[name, sweep]] : [];
    });
    return Object.fromEntries(found);
  } catch {
    return null;
  }
}

function readSweep(given: unknown): SweepState | null {
  const { link, axes, seeds, results } = (given ?? {}) as Record<string, unknown>;
  if (typeof link !== 'string' || !Array.isArray(axes) || !axes.every(isAxis) || !Number.isInteger(seeds) || !Array.isArray(results)) return null;
  const { experiment, notices } = decodeLink(link);
  const plan: SweepPlan = { experiment, axes, seeds: seeds as number };
  const fits = notices.length === 0 && results.length === sweepExperiments(plan).experiments.length && results.every((result) => result === null || isSummary(result));
  return fits ? { status: results.includes(null) ? 'stopped' : 'ready', plan, results: results as RunSummary[], failure: null } : null;
}

function isAxis(given: unknown): given is SweepAxis {
  const { key, values } = (given ?? {}) as Record<string, unknown>;
  return sweepKeys.some((name) => name === key) && Array.isArray(values) && values.length > 0 && values.length <= 100 && values.every(Number.isFinite);
}

function isSummary(given: unknown): given is RunSummary {
  const { step, loss, trainAccuracy, testAccuracy, signalShare, diverged, filters, data, signalDimension } = given as Record<string, unknown>;
  // A loss that is not finite is written as null.
  return [step, trainAccuracy, signalDimension].every(Number.isFinite) && [loss, testAccuracy, signalShare].every((value) => value === null || Number.isFinite(value))
    && typeof diverged === 'boolean' && isRanks(filters) && isRanks(data);
}

function isRanks(given: unknown): given is Ranks {
  return rankNotions.every((notion) => Number.isFinite((given as Ranks | null)?.[notion]));
}
