import { decodeLink } from '../../experiment/link';
import type { Experiment } from '../../experiment/parameters';
import { sizeClass } from '../../training/backend-choice';
import type { Advanced, Started } from '../../training/protocol';
import type { Backend } from '../../training/trainer';
import { initialState, type AppState, type RunState } from '../state';
import { smallLink } from '../testing';
import { nothingWanted, unmade, type Made, type Recorded, type Wants } from './made';
import { undisturbed } from './testing-walk';

/** For tables of the rules: a run of 40 steps on wasm, another of the same and of an older experiment. */
export const experiment = decodeLink(smallLink.replace('backend=cpu', 'backend=auto')).experiment;
const older = { ...experiment, sigma: 0.9 };

export function startedOn(backend: Backend, of: Experiment = experiment): Started {
  const signal = new Float64Array(1);
  return { snapshot: undisturbed(of, backend, 0), backend, device: backend, signalDimension: 1, dimension: 1, signal };
}

/** What is recorded of a run at these steps. */
export function recordOf(started: Started, ...steps: number[]): Recorded {
  const frames = steps.map((step) => undisturbed(experiment, started.backend, step));
  return { started, history: [started.snapshot, ...frames], good: frames.at(-1) ?? started.snapshot };
}

/** What a batch answers that went to these steps. */
export function batchTo(backend: Backend, ...steps: number[]): Advanced {
  const trail = steps.map((step) => undisturbed(experiment, backend, step));
  return { trail, snapshot: trail.at(-1)!, msPerStep: 1 };
}

export const onWasm = startedOn('wasm');
export const onCpu = startedOn('cpu');

/** A run on wasm that has reached step 10, shown, unless it is said otherwise. */
export const madeOf = (patch: Partial<Made> = {}): Made => ({
  ...unmade(experiment, 'wasm'),
  recorded: recordOf(onWasm, 5, 10),
  reached: 10,
  held: 10,
  ...patch,
});
/** One whose first frame alone is there. */
export const first = (patch: Partial<Made> = {}) =>
  madeOf({ recorded: recordOf(onWasm), reached: 0, held: 0, ...patch });

export const wanted = (patch: Partial<Wants> = {}): Wants => ({ ...nothingWanted, ...patch });

/** Of a race for experiments of this size. */
export const chosen = (winner: Backend) => ({ choice: { sizeClass: sizeClass(experiment), winner, reason: null } });

/** What the page shows: the run on wasm at step 10. */
export const runOf = (patch: Partial<RunState> = {}): RunState => ({
  ...initialState(experiment, []).run,
  status: 'training',
  backend: 'wasm',
  device: 'wasm',
  initial: onWasm.snapshot,
  latest: undisturbed(experiment, 'wasm', 10),
  history: recordOf(onWasm, 5, 10).history,
  experiment,
  ...patch,
});
/** What the page shows of an older run. */
export const olderRun = (patch: Partial<RunState> = {}): RunState => {
  const { snapshot } = startedOn('wasm', older);
  return runOf({ initial: snapshot, latest: snapshot, history: [snapshot], experiment: older, ...patch });
};
export const stateOf = (run: Partial<RunState> = {}, patch: Partial<AppState> = {}): AppState => ({
  ...initialState(experiment, []),
  run: runOf(run),
  ...patch,
});
