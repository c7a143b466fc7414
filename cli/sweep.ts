import type { Experiment } from '../src/experiment/parameters';
import { sweepExperiments, type SweepAxis } from '../src/experiment/sweep';
import { createPool, makeAll } from '../src/training/pool';
import type { Caller } from '../src/training/protocol';
import type { Backend } from '../src/training/trainer';
import { onAble, type Say } from './able-backend';
import { science } from './science';
import type { Sweep } from './sweep-arguments';
import { sweepPoint, type SweepPoint } from './sweep-point';
import { createThreadCaller } from './worker-caller';

/** What a sweep prints as JSON. */
export interface SweepResult {
  /** Of the experiment that the sweep starts from. */
  readonly parameters: object;
  /** Which matrix the data's ranks belong to. */
  readonly matrix: Experiment['matrix'];
  readonly axes: readonly SweepAxis[];
  readonly seeds: number;
  readonly backend: Backend;
  /** The first axis varies slowest, the seed fastest. */
  readonly points: readonly SweepPoint[];
}

/**
 * Makes every run of a sweep. The result does not depend on the number of workers or on which run ends first.
 * @param say hears where they are made on another backend.
 * @throws the first run's failure; WorkerCrashedError.
 */
export async function runSweep(
  { plan, workers }: Sweep,
  asked: Backend,
  say: Say,
  onProgress?: (done: number, of: number) => void,
  makeCaller: () => Caller = createThreadCaller,
): Promise<SweepResult> {
  const { experiments } = sweepExperiments(plan);
  const pool = createPool(makeCaller, workers);
  const madeOn = async (backend: Backend) => {
    let done = 0;
    onProgress?.(0, experiments.length);
    const runs = await makeAll(
      pool,
      experiments.map((experiment) => ({ experiment, backend, points: 0 })),
      () => onProgress?.(++done, experiments.length),
    );
    return { backend, runs };
  };
  try {
    // One backend for all: what is compared differs in nothing else.
    const { backend, runs } = await onAble(asked, madeOn, say);
    return {
      parameters: science(plan.experiment),
      matrix: plan.experiment.matrix,
      axes: plan.axes,
      seeds: plan.seeds,
      backend,
      points: runs.map((run, i) => sweepPoint(experiments[i]!, plan.axes, run)),
    };
  } finally {
    pool.release();
  }
}
