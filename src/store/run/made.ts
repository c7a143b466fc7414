import type { Experiment } from '../../experiment/parameters';
import type { Problem } from '../../problems/problem';
import { backendCandidates, sizeClass } from '../../training/backend-choice';
import type { Started } from '../../training/protocol';
import type { HistoryPoint, Snapshot } from '../../training/snapshot';
import type { Backend } from '../../training/trainer';
import type { AppState, RunState } from '../state';
import { indexAt } from '../views/frames';
import { noTrouble, type Trouble } from './recovery';
import type { Recording } from './recording';

/** What is recorded of a run on one backend. */
export interface Recorded {
  /** Its first frame, and what it was computed on. */
  readonly started: Started;
  /** As in the state. */
  readonly history: readonly HistoryPoint[];
  /** The last finite frame. */
  readonly good: Snapshot;
}

/** One run, as far as it is made. */
export interface Made {
  readonly experiment: Experiment;
  /** What the worker is asked to make it on. */
  readonly backend: Backend;
  /** It was begun under a moving slider: nothing of it is shown before its first batch is. */
  readonly chase: boolean;
  /** What the page shows, or will; null until the first frame is there. */
  readonly recorded: Recorded | null;
  /** What another backend has recorded of the same run so far, which takes its place once it has caught up. */
  readonly remade: Recorded | null;
  /** The last step that is recorded. */
  readonly reached: number;
  /** The step that the worker has the run at. Less than `reached` where it was lost and is made again; −1: to be begun. */
  readonly held: number;
  /** The last point lies between two points of the curve, where a batch was out of time or shown: it goes when the next is there. */
  readonly cut: boolean;
  readonly msPerStep: number;
  /** The step, with the part of one, that whoever watches is at, and when that was; null where nobody watched the moment before. */
  readonly watched: number;
  readonly watchedAt: number | null;
  readonly trouble: Trouble;
}

/** What is asked for beyond what the state says. */
export interface Wants {
  /** A run of the state's experiment is to be begun; `chase`: a slider is moving. */
  readonly due: { readonly chase: boolean } | null;
  /** Step to reach without frames in between; 0 where there is none. */
  readonly seek: number;
  /** Steps asked for by hand. */
  readonly single: number;
  /** The finished run is to be recorded again; null where it is not. */
  readonly recording: Recording | null;
  /** A race was won by a backend that has not run yet. */
  readonly warm: boolean;
}

/** The two values after something happened, and what the page is to show and to say of it. */
export interface Turn {
  readonly made: Made;
  readonly wants: Wants;
  readonly patch?: Partial<RunState>;
  readonly notice?: Problem;
}

/** A run of which nothing is made. */
export function unmade(experiment: Experiment, backend: Backend, chase = false, trouble = noTrouble): Made {
  return {
    experiment,
    backend,
    chase,
    recorded: null,
    remade: null,
    reached: 0,
    held: -1,
    cut: false,
    msPerStep: 0,
    watched: 0,
    watchedAt: null,
    trouble,
  };
}

export const nothingWanted: Wants = { due: null, seek: 0, single: 0, recording: null, warm: false };

/** The backend that an experiment is to run on, of those that have not failed; none where all have. */
export function backendFor({ experiment, choice }: AppState, refused: readonly Backend[]): Backend | undefined {
  const winner = choice?.sizeClass === sizeClass(experiment) ? choice.winner : null;
  return backendCandidates(experiment, winner).find((backend) => !refused.includes(backend));
}

/** A run that no worker has any more. One of a moving slider goes on as any other. */
export const lost = (made: Made): Made => ({ ...made, held: -1, remade: null, chase: false });

/** What a run rests as, once it has been loaded. */
export const resting = ({ playing }: RunState) => (playing ? 'training' : 'paused');

/** Whether the page shows this run, and no other's. */
export const isShown = ({ recorded }: Made, { initial }: RunState) => initial === (recorded?.started.snapshot ?? {});

/** Whether a run has left the page nothing to see of it yet: a moving slider and a step to reach show no first frame. */
const isHidden = ({ chase, reached }: Made, { seek }: Wants) => reached === 0 && (chase || seek > 0);

/**
 * What the page shows of a run: all of it, or nothing at all, so that no frame ever stands beside the curve of another
 * run. A cursor goes with the run that it belonged to.
 */
export function shown(made: Made, wants: Wants, run: RunState): Partial<RunState> {
  if (!made.recorded) return {};
  const { started, history, good } = made.recorded;
  const own = isShown(made, run);
  const frame = isHidden(made, wants) ? null : good;
  // The frame of another run stays until there is one to take its place.
  if (!frame && (made.chase || run.latest)) return {};
  return {
    backend: started.backend,
    device: started.device,
    initial: started.snapshot,
    latest: frame,
    history,
    cursor: own ? run.cursor : null,
    replaying: own && run.replaying,
    signal: started.signal,
    experiment: made.experiment,
  };
}

/** The cursor on a curve of other points of the same run: a recorded step, or between two where it moves by itself. */
export function cursorIn(
  history: readonly HistoryPoint[],
  { cursor, replaying }: Pick<RunState, 'cursor' | 'replaying'>,
): number | null {
  if (cursor === null || history.length === 0) return null;
  const last = history.at(-1)!.step;
  return replaying ? Math.min(cursor, last) : history[Math.max(0, indexAt(history, cursor))]!.step;
}
