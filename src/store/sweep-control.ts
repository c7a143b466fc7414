import { sweepExperiments, type SweepPlan } from '../experiment/sweep';
import { besideBackend } from '../training/backend-choice';
import { coarseToFine } from './coarse-to-fine';
import type { Runs } from './runs';
import { sweepNames, type AppState, type SweepName, type SweepState } from './state';
import type { SliceStore } from './store';
import { lineOf, runAt } from './views/known';
import { memo } from './views/memo';
import { isSettled, mapPlan, noisePlan, plannedOn } from './views/plans';

export interface SweepControl {
  /** Sweeps the current experiment anew. */
  start(name: SweepName): void;
  stop(): void;
  /** Makes the runs that are missing. */
  resume(name: SweepName): void;
}

/** Whole runs, shared out over a pool: the noise sweep and the phase map, one of them at a time. */
export function createSweepControl(store: SliceStore<SweepName>, runs: Runs): SweepControl {
  const set = (name: SweepName, patch: Partial<SweepState>) =>
    store.setState((state) => ({ [name]: { ...state[name], ...patch } }) as Pick<AppState, SweepName>);

  /** Takes what is known, whoever asked for it. */
  const fill = (name: SweepName) => {
    const { [name]: sweep, known, run } = store.getState();
    if (sweep.status !== 'running' || !sweep.plan) return;
    const experiments = experimentsOf(sweep.plan);
    const backend = besideBackend(sweep.plan.experiment, run.backend);
    const results = sweep.results.map((result, i) => {
      const { [i]: experiment } = experiments;
      return result ?? runAt(lineOf(known, experiment!), experiment!.sigma, backend)?.summary ?? null;
    });
    if (results.some((result, i) => result !== sweep.results[i])) set(name, { results });
    const further = name === 'sweep' ? plannedOn(sweep.plan, lineOf(known, sweep.plan.experiment)) : sweep.plan;
    if (endOf(further) > endOf(sweep.plan)) begin(name, further);
    else if (!results.includes(null)) set(name, { status: 'ready' });
  };

  const begin = (name: SweepName, plan: SweepPlan) => {
    set(name, { plan, results: experimentsOf(plan).map(() => null) });
    run(name, plan);
  };

  const run = (name: SweepName, plan: SweepPlan) => {
    set(name, { status: 'running', failure: null });
    fill(name);
    const { known, [name]: sweep } = store.getState();
    // What is known already may have led further.
    if (sweep.plan !== plan) return;
    const { results } = sweep;
    const order =
      name === 'sweep' && !isSettled(plan, lineOf(known, plan.experiment)) ? endsFirst(plan) : orderOf(plan);
    const missing = order.filter((index) => results[index] == null);
    runs.want(
      'asked',
      missing.map((index) => ({ experiment: experimentsOf(plan)[index]! })),
      (failure) => set(name, { status: 'failed', failure }),
    );
  };

  store.subscribe(({ known }, before) => {
    if (known !== before.known) sweepNames.forEach(fill);
  });

  const control: SweepControl = {
    start(name) {
      control.stop();
      const { experiment, known } = store.getState();
      const line = lineOf(known, experiment);
      begin(name, name === 'sweep' ? noisePlan(experiment, line) : mapPlan(experiment, line));
    },
    stop() {
      runs.want('asked', [], () => {});
      for (const name of sweepNames) if (store.getState()[name].status === 'running') set(name, { status: 'stopped' });
    },
    resume(name) {
      control.stop();
      const { plan } = store.getState()[name];
      if (plan) run(name, plan);
    },
  };
  return control;
}

const experimentsOf = memo((plan: SweepPlan) => sweepExperiments(plan).experiments);

const endOf = ({ axes }: SweepPlan) => axes[0]!.values.at(-1)!;

/** Whether noise has to go further is known of its ends, with the first seed. */
function endsFirst(plan: SweepPlan): number[] {
  const all = orderOf(plan);
  return [...new Set([0, all.length - plan.seeds, ...all])];
}

/** One axis from its ends to the middle would surprise; it goes by level. Two are refined from coarse to fine. */
function orderOf({ axes, seeds }: SweepPlan): number[] {
  const [rows, columns] = axes.map(({ values }) => values.length);
  if (columns === undefined) return Array.from({ length: rows! * seeds }, (_, i) => i);
  return coarseToFine(rows!, columns);
}
