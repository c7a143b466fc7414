import type { AppState, RunState } from '../state';
import { longRun } from './batch';
import { backendFor, isShown, lost, nothingWanted, type Made, type Turn, type Wants } from './made';
import { begunAgain } from './recording';
import { hasEnded } from '../views/status';

export interface Beginning {
  /** A slider is moving. */
  readonly chase: boolean;
  /** Where it is to go without frames in between. */
  readonly toStep: number;
}

/** A run of the current experiment is to be begun: from now on the page shows what is left of another. */
export function begin(made: Made, wants: Wants, run: RunState, { chase, toStep }: Beginning): Turn {
  return {
    made: chase ? made : { ...made, chase: false },
    wants: { ...nothingWanted, due: { chase }, seek: toStep, warm: wants.warm },
    patch: { status: chase && run.playing ? 'training' : 'loading', failure: null, cursor: null, replaying: false },
  };
}

export function play(made: Made, wants: Wants, run: RunState): Turn {
  const { status } = run;
  if (hasEnded(run)) {
    const anew = begin(made, wants, run, { chase: false, toStep: 0 });
    return { ...anew, patch: { ...anew.patch, playing: true } };
  }
  return { made, wants, patch: { playing: true, ...(status === 'paused' ? { status: 'training' } : {}) } };
}

/** What is on its way to a step stays where it gets. */
export function pause(made: Made, wants: Wants, run: RunState): Turn {
  // What a moving slider has asked for is still to be shown.
  const hidden = wants.due !== null || !isShown(made, run);
  return {
    made: { ...made, chase: false, watchedAt: null },
    wants: { ...wants, seek: 0 },
    patch: { playing: false, ...(run.status === 'training' ? { status: hidden ? 'loading' : 'paused' } : {}) },
  };
}

/** Pauses, and asks for `count` steps where there is a run to make them. */
export function step(made: Made, wants: Wants, run: RunState, count: number): Turn {
  const paused = pause(made, wants, run);
  const status = paused.patch?.status ?? run.status;
  if (status !== 'paused' && status !== 'loading') return paused;
  return { ...paused, wants: { ...paused.wants, single: wants.single + count } };
}

export function goTo(made: Made, wants: Wants, { status }: RunState, to: number): Turn {
  if (status !== 'training' && status !== 'paused') return { made, wants };
  return { made, wants: { ...wants, seek: Math.max(wants.seek, Math.min(to, made.experiment.steps)) } };
}

/** The worker is given back with all that it held. */
export function release(made: Made, wants: Wants): Turn {
  return { made: lost(made), wants: { ...wants, recording: begunAgain(wants.recording) } };
}

/** A race has a winner: a run that still has long to go moves there, any other run's next one will. */
export function reconsider(made: Made, wants: Wants, state: AppState): Turn {
  const winner = backendFor(state, made.trouble.refused) ?? made.backend;
  if (!made.recorded || winner === made.backend) return { made, wants: { ...wants, warm: winner !== made.backend } };
  const left = (made.experiment.steps - made.reached) * made.msPerStep;
  const moves = !wants.due && state.run.status === 'training' && left > longRun;
  return {
    made: moves ? { ...lost(made), chase: made.chase, backend: winner } : made,
    wants: { ...wants, warm: true },
  };
}
