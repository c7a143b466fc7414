import { sweepExperiments, type SweepPlan } from '../experiment/sweep';
import { problemOf } from '../problems/problem';
import { besideBackend } from '../training/backend-choice';
import type { Pool } from '../training/pool';
import { SupersededError } from '../training/protocol';
import { coarseToFine } from './coarse-to-fine';
import { noisePlan, mapPlan } from './views/plans';
import type { AppState, SweepName, SweepState } from './state';
import type { SliceStore } from './store';

export interface SweepControl {
  /** Sweeps the current experiment anew. */
  start(name: SweepName): void;
  stop(): void;
  /** Makes the runs that are missing. */
  resume(name: SweepName): void;
  /** Ends the workers that sweeps have left behind. */
  release(): void;
}

/** Whole runs, shared out over a pool: the noise sweep and the phase map, one of them at a time. */
export function createSweepControl(store: SliceStore<SweepName>, pool: Pool): SweepControl {
  const set = (name: SweepName, patch: Partial<SweepState>) =>
    store.setState((state) => ({ [name]: { ...state[name], ...patch } }) as Pick<AppState, SweepName>);

  async function run(name: SweepName, plan: SweepPlan): Promise<void> {
    const { experiments } = sweepExperiments(plan);
    const missing = orderOf(plan).filter((index) => store.getState()[name].results[index] == null);
    const backend = besideBackend(plan.experiment, store.getState().run.backend);
    set(name, { status: 'running', failure: null });
    try {
      await pool.map(
        'complete',
        missing.map((index) => ({ experiment: experiments[index]!, backend, points: 0 })),
        ({ summary }, i) => {
          const results = store.getState()[name].results.with(missing[i]!, summary);
          set(name, { results });
        },
      );
      set(name, { status: 'ready' });
    } catch (error) {
      if (error instanceof SupersededError) return;
      set(name, { status: 'failed', failure: problemOf(error) });
    }
  }

  const control: SweepControl = {
    start(name) {
      control.stop();
      const plan = name === 'sweep' ? noisePlan(store.getState().experiment) : mapPlan(store.getState().experiment);
      set(name, { plan, results: Array.from({ length: sweepExperiments(plan).experiments.length }, () => null) });
      void run(name, plan);
    },
    stop() {
      pool.cancel();
      for (const name of ['sweep', 'map'] as const)
        if (store.getState()[name].status === 'running') set(name, { status: 'stopped' });
    },
    resume(name) {
      control.stop();
      const { plan } = store.getState()[name];
      if (plan) void run(name, plan);
    },
    release: () => pool.cancel(),
  };
  return control;
}

/** One axis from its ends to the middle would surprise; it goes by level. Two are refined from coarse to fine. */
function orderOf({ axes, seeds }: SweepPlan): number[] {
  const [rows, columns] = axes.map(({ values }) => values.length);
  if (columns === undefined) return Array.from({ length: rows! * seeds }, (_, i) => i);
  return coarseToFine(rows!, columns);
}
