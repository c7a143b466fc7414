import { defaults, type Experiment } from '../../experiment/parameters';
import { readRun, writeRun } from '../../experiment/runs';
import { withScience } from '../../experiment/science';
import type { RunSummary } from '../../training/summary';
import type { AppState } from '../state';
import { runWork } from './curve-cost';
import { lineOf, runAt } from './known';
import { memo } from './memo';
import { verdictOf } from './verdict';

/** Multiply-adds that a comparison may cost, as a run at σ = 0 beside the page's own: a few seconds. */
const affordable = 2e11;

/** The same experiment without noise, as text that names it: `sigma:0,m:400 patch`. */
export function stillName(experiment: Experiment): string {
  return `${writeRun({ ...experiment, sigma: 0 })} ${experiment.matrix}`;
}

/** The experiment that such a text names. */
export function stillExperiment(name: string): Experiment {
  const [run, matrix] = name.split(' ') as [string, Experiment['matrix']];
  return { ...withScience(defaults, readRun(run).experiment), matrix };
}

/** What a run that has ended is to be compared with; null where no comparison is needed, or would take too long. */
export function neededStill(state: AppState): string | null {
  return verdictOf(state, null)?.kind === 'alone' ? affordableStill(state.experiment) : null;
}

const affordableStill = memo((experiment: Experiment): string | null => {
  return runWork(experiment) <= affordable ? stillName(experiment) : null;
});

/** That run, where this page has made it for itself or for its curve; null where it has not. */
export function recordedStill(state: AppState): RunSummary | null {
  const name = neededStill(state);
  if (name === null) return null;
  return state.records.runs[name]?.run?.summary ?? runAt(lineOf(state.known, state.experiment), 0)?.summary ?? null;
}
