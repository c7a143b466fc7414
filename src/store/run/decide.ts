import type { Calls, Method } from '../../training/protocol';
import type { Experiment } from '../../experiment/parameters';
import type { Backend } from '../../training/trainer';
import type { AppState } from '../state';
import { curveGoesFirst } from '../views/curve-cost';
import { nextBatch, replayBatch } from './batch';
import { backendFor, isShown, type Made, type Wants } from './made';
import { noTrouble } from './recovery';
import { nextSlice } from './recording';

/** A call of the engine. */
interface Request<M extends Method> {
  readonly method: M;
  readonly params: Calls[M]['params'];
}

/** What a job may ask of the engine. */
export type Asking = Request<'start'> | Request<'advance'> | Request<'warm'>;

/** What a run does next. `paced`: at the next frame. */
export type Job =
  /** Lets time pass to the next frame, for whoever watches. */
  | { readonly kind: 'watch' }
  /** Shows what there is of a run that was on its way to a step, or had shown nothing. */
  | { readonly kind: 'show' }
  | {
      readonly kind: 'start';
      readonly ask: Request<'start'>;
      readonly experiment: Experiment;
      readonly backend: Backend;
      readonly chase: boolean;
    }
  | {
      readonly kind: 'advance';
      readonly ask: Request<'advance'>;
      readonly backend: Backend;
      readonly by: 'seek' | 'hand' | 'chase' | 'play';
      /** The step that it goes to. */
      readonly to: number;
      readonly paced: boolean;
    }
  /** What a worker lost, or another backend is to go on with: the run up to where it was, which is shown all the while. */
  | {
      readonly kind: 'remake';
      readonly ask: Request<'start'> | Request<'advance'>;
      readonly backend: Backend;
      /** The step that the worker had it at. */
      readonly from: number;
    }
  /** Beside a run that has ended: the curve's other points, and the filters of all of them. */
  | { readonly kind: 'record'; readonly ask: Request<'start'> | Request<'advance'>; readonly paced: boolean }
  /** Beside a run that has ended. A failure shows when a run is to start there. */
  | { readonly kind: 'warm'; readonly ask: Request<'warm'> }
  /** Waits until the page has been left alone for a while. */
  | { readonly kind: 'rest' };

/** What is to be done next for what is made and wanted of a run; nothing where null. */
export function decide(made: Made, wants: Wants, state: AppState): Job | null {
  const { run, presence } = state;
  const { status } = run;
  const { recorded, reached } = made;
  const underWay = status === 'loading' || status === 'training' || status === 'paused';

  if (recorded && underWay && !wants.due && !made.chase && wants.seek <= reached)
    if (status === 'loading' || !isShown(made, run)) return { kind: 'show' };

  if (presence === 'released') return null;
  // A run under a moving slider shows its first batch also when a newer one is due: else nothing would be shown.
  const first = made.chase && reached === 0;
  if (wants.due ? !first : !recorded && underWay) return start(made, wants, state);

  // Out of sight only the first frame is made, so that there is a figure to show, and a still: whoever prints the page around
  // it prints frames that nobody has scrolled to.
  const still = presence === 'away' && status !== 'training' && wants.seek > reached;
  if ((presence !== 'shown' && !still) || !recorded) return null;
  if (status === 'finished') return behind(made, wants, state);
  const atOnce = status === 'training' && state.pace === 'once' && !made.chase;
  const { steps } = made.experiment;
  const seek = first ? 0 : wants.seek > reached ? wants.seek : atOnce ? steps : 0;
  if (!underWay || (status !== 'training' && seek === 0 && wants.single === 0)) return null;
  if (made.held < reached) return remake(made);

  const { single } = wants;
  const play = seek === 0 && single === 0 && !made.chase;
  if (play && Math.floor(made.watched) <= reached) return { kind: 'watch' };
  const batch = nextBatch({ steps, at: reached, seek, single, chase: made.chase, watched: made.watched });
  return {
    kind: 'advance',
    ask: { method: 'advance', params: batch },
    backend: made.backend,
    by: seek > 0 ? 'seek' : single > 0 ? 'hand' : made.chase ? 'chase' : 'play',
    to: seek > 0 ? seek : reached + batch.steps,
    paced: seek === 0 && !first && !play,
  };
}

function start(made: Made, { due, seek }: Wants, state: AppState): Job {
  const { experiment, run } = state;
  // A new run may be tried everywhere; one that could not be begun, where it has not failed.
  const { refused } = due ? noTrouble : made.trouble;
  const backend = backendFor(state, refused) ?? made.backend;
  return {
    kind: 'start',
    ask: { method: 'start', params: { experiment, backend } },
    experiment,
    backend,
    chase: due !== null && due.chase && run.playing && seek === 0,
  };
}

function remake(made: Made): Job {
  const { experiment, backend, recorded, reached, held: from } = made;
  if (from < 0) return { kind: 'remake', ask: { method: 'start', params: { experiment, backend } }, backend, from };
  const { steps } = experiment;
  // On another backend it is recorded too, as that backend makes it.
  const params =
    backend === recorded!.started.backend
      ? replayBatch(from, reached)
      : nextBatch({ steps, at: from, seek: reached, single: 0, chase: false, watched: 0 });
  return { kind: 'remake', ask: { method: 'advance', params }, backend, from };
}

/** Beside a run that has ended, where nobody waits. */
function behind(made: Made, { recording, warm }: Wants, state: AppState): Job | null {
  if (curveGoesFirst(state)) return null;
  const { experiment } = made;
  const { backend } = made.recorded!.started;
  if (recording?.rested) {
    const params = nextSlice(recording, experiment.steps);
    return params
      ? { kind: 'record', ask: { method: 'advance', params }, paced: recording.history.length > 1 }
      : { kind: 'record', ask: { method: 'start', params: { experiment, backend } }, paced: false };
  }
  const winner = warm ? backendFor(state, made.trouble.refused) : undefined;
  if (winner && winner !== backend)
    return { kind: 'warm', ask: { method: 'warm', params: { experiment, backend: winner } } };
  return recording ? { kind: 'rest' } : null;
}
