import { scienceText } from '../../experiment/science';
import { leading } from '../../network/matrices';
import type { Milestone } from '../../strings/guide-facts';
import { rank } from '../../strings/numbers';
import { regimeOf } from './regime';
import { signalDimensionOf } from './shown-spectrum';
import { isRunCurrent, isSpectrumOf } from './current';
import { rankAt, rankOfValues } from './ranks';
import { recordOf } from './record';
import { apartBy } from './thresholds';
import { sweepNames, type AppState, type SweepStatus } from '../state';

/** At most one message in this time, in ms; an experiment must have rested for so long before anything is said of it. */
export const pause = 1000;

/** What is known of the past: pure, so that what is said is a function of states and times alone. */
export interface Narration {
  /** What the current experiment computes, and since when it is current. */
  readonly science: string;
  readonly since: number;
  /** The milestone that was said last, and when; those that were overtaken meanwhile are never said. */
  readonly said: string;
  readonly saidAt: number;
  /** The newest that is still to be said. */
  readonly due: { readonly key: string; readonly milestone: Milestone } | null;
  /** Whether this run's separation has been seen: it is told of at the step where it was. */
  readonly separated: boolean;
  readonly sweeps: Readonly<Record<string, SweepStatus>>;
}

export function beginNarration(state: AppState): Narration {
  return {
    science: scienceText(state.experiment),
    since: -Infinity,
    said: '',
    saidAt: -Infinity,
    due: null,
    separated: false,
    sweeps: statusOf(state),
  };
}

/**
 * Takes note of a state. @returns what to say now, if anything, and in how many ms to ask again where something waits.
 */
export function narrate(
  before: Narration,
  state: AppState,
  now: number,
): { narration: Narration; say: Milestone | null; again: number | null } {
  const science = scienceText(state.experiment),
    sweeps = statusOf(state);
  let narration: Narration = { ...before, sweeps };
  // A slider on its way: whatever was due is about a run that is gone.
  if (science !== before.science)
    narration = { ...narration, science, since: now, said: '', due: null, separated: false };

  // From its start again.
  if (state.run.status === 'loading' || state.run.history.length <= 1) narration = { ...narration, separated: false };
  const milestone = milestoneOf(state);
  const separated = milestone?.kind === 'started' && !narration.separated ? separationOf(state) : null;
  const newest = separated ?? milestone;
  if (separated) narration = { ...narration, separated: true };
  const known = newest?.kind === 'started' && narration.separated;
  if (newest && !known && newest.kind !== narration.said && newest.kind !== narration.due?.key)
    narration = { ...narration, due: { key: newest.kind, milestone: newest } };
  // The run went on, or another began, before there was time to tell of it.
  if (!newest && narration.due && narration.due.milestone.kind !== 'swept') narration = { ...narration, due: null };
  const swept = sweepNames.find((name) => before.sweeps[name] === 'running' && sweeps[name] === 'ready');
  if (swept)
    narration = {
      ...narration,
      due: { key: `swept ${swept}`, milestone: { kind: 'swept', what: swept, runs: state[swept].results.length } },
    };

  if (!narration.due) return { narration, say: null, again: null };
  const wait = Math.max(narration.saidAt, narration.since) + pause - now;
  if (wait > 0) return { narration, say: null, again: wait };
  const { key: saying, milestone: say } = narration.due;
  return {
    narration: { ...narration, due: null, saidAt: now, said: say.kind === 'swept' ? narration.said : saying },
    say,
    again: null,
  };
}

/** Where the run is: null where there is nothing worth a sentence. */
function milestoneOf(state: AppState): Milestone | null {
  const { run } = state;
  if (run.failure) return { kind: 'failed', failure: run.failure };
  const end = run.history.at(-1);
  if (!end || !isRunCurrent(state)) return null;
  switch (run.status) {
    case 'diverged':
      return { kind: 'diverged', step: end.step };
    case 'training':
      return { kind: 'started' };
    case 'finished':
      return finishedOf(state);
    default:
      return null;
  }
}

/** The end of a run with both ranks, once those of its data are known. */
function finishedOf(state: AppState): Milestone | null {
  const { run, experiment, data } = state;
  const { rank: notion, sigma, steps } = experiment;
  const known = isSpectrumOf(data, experiment, experiment.matrix);
  if (!known && data.status === 'loading') return null;
  const end = run.history.at(-1)!;
  return {
    kind: 'finished',
    steps,
    sigma,
    testAccuracy: end.testAccuracy,
    memorised: regimeOf(state) === 'memorised',
    filters: rank(rankAt(end, notion), notion),
    data: known && data.spectrum ? rank(rankOfValues(data.spectrum.data, notion), notion) : null,
  };
}

function separationOf(state: AppState): Milestone | null {
  const count = signalDimensionOf(state);
  if (count === null || count < 1) return null;
  const at = recordOf(state.run).find((point) => {
    const { singularValues } = leading(point);
    return count < singularValues.length && singularValues[count - 1]! >= apartBy * singularValues[count]!;
  });
  return at ? { kind: 'separated', count, step: at.step } : null;
}

const statusOf = (state: AppState) => Object.fromEntries(sweepNames.map((name) => [name, state[name].status]));
