import { hasDiverged, isFinitePoint } from '../../training/divergence';
import { SupersededError, type Advanced, type Started } from '../../training/protocol';
import { isPoint } from '../../training/recorded-steps';
import type { HistoryPoint } from '../../training/snapshot';
import type { AppState, RunState } from '../state';
import { isWhole } from '../views/record';
import type { Job } from './decide';
import {
  backendFor,
  cursorIn,
  isShown,
  lost,
  resting,
  shown,
  unmade,
  type Made,
  type Recorded,
  type Turn,
  type Wants,
} from './made';
import { longestFrame } from './batch';
import { stepAfter } from './pace';
import { begunAgain, unrecorded, withSlice } from './recording';
import { noTrouble, recover } from './recovery';
import { thinFrames } from './thin-frames';

/** What came of a job: an answer where it asked for one, with the ms that it took and the time, or an error. */
export type Outcome =
  | {
      readonly answer: Started | Advanced | null;
      readonly took: number;
      readonly now: number;
      readonly error?: undefined;
    }
  | { readonly error: Error; readonly answer?: undefined };

/** What it means that a job begins. */
export function open(made: Made, wants: Wants, job: Job): Turn {
  if (job.kind === 'warm') return { made, wants: { ...wants, warm: false } };
  if (job.kind !== 'start') return { made, wants };
  const { experiment, backend, chase } = job;
  return {
    made: unmade(experiment, backend, chase, wants.due ? noTrouble : made.trouble),
    wants: { ...wants, due: null },
    patch: { status: chase ? 'training' : 'loading', progress: null, failure: null },
  };
}

/** What it means that a job has ended. Nothing of a run that a newer one replaces is shown but what a slider on its way left. */
export function settle(made: Made, wants: Wants, state: AppState, job: Job, outcome: Outcome): Turn {
  if (outcome.error) return setBack(made, wants, state, job, outcome.error);
  const { answer, took, now } = outcome;
  switch (job.kind) {
    case 'watch':
      return { made: watch(made, state, now), wants };
    case 'show':
      return settleShow(made, wants, state.run);
    case 'start':
      return settleStart(made, wants, state.run, answer as Started);
    case 'advance':
      return settleAdvance(made, wants, state.run, job, answer as Advanced);
    case 'remake':
      return settleRemake(made, wants, state.run, job, answer as Started | Advanced);
    case 'record':
      return settleRecord(made, wants, state.run, answer as Started | Advanced, took);
    case 'rest':
      return { made, wants: { ...wants, recording: wants.recording && { ...wants.recording, rested: true } } };
    case 'warm':
      return { made, wants };
  }
}

/** Whoever watches a frame later than the one before. */
function watch(made: Made, { pace }: AppState, now: number): Made {
  const ms = Math.min(longestFrame, now - (made.watchedAt ?? now));
  return { ...made, watched: stepAfter(made.watched, ms, made.experiment.steps, pace), watchedAt: now };
}

function settleShow(made: Made, wants: Wants, run: RunState): Turn {
  return { made, wants, patch: { status: resting(run), progress: null, ...shown(made, wants, run) } };
}

function settleStart(before: Made, wants: Wants, run: RunState, started: Started): Turn {
  if (wants.due && !before.chase) return { made: before, wants };
  const { snapshot } = started;
  const made: Made = { ...before, recorded: { started, history: [snapshot], good: snapshot }, held: 0 };
  // Under a moving slider, its first batch comes before a step that is to be reached.
  const status = wants.seek > 0 && !before.chase ? 'loading' : resting(run);
  return { made, wants, patch: { status, progress: null, ...shown(made, wants, run) } };
}

function settleAdvance(
  before: Made,
  wants: Wants,
  run: RunState,
  { by, to }: Extract<Job, { kind: 'advance' }>,
  { trail, snapshot, msPerStep }: Advanced,
): Turn {
  if (wants.due && by !== 'chase') return { made: before, wants };
  const { steps } = before.experiment;
  const reached = snapshot.step;
  // Steps asked for while these were made are still to come.
  const single = by === 'hand' ? Math.max(0, wants.single - (reached - before.reached)) : wants.single;
  // Paused on the way, a run has arrived where it is.
  const goesOn =
    by === 'play' || (by === 'seek' && (wants.seek > reached || (to > reached && run.status === 'training')));
  const { recorded, diverged } = withTrail(before.recorded!, trail, snapshot, before.cut);
  const made: Made = {
    ...before,
    recorded,
    reached,
    // What was lost meanwhile, with the worker or by going over to another backend, is still to be made again.
    held: before.held < before.reached ? before.held : reached,
    cut: goesOn && !isPoint(reached, steps),
    msPerStep,
    // A device that cannot keep up is not hurried on.
    watched: Math.floor(before.watched) === reached ? before.watched : reached,
    trouble: { ...before.trouble, recoveries: 0 },
  };
  const patch = { progress: null, ...shown(made, wants, run) };
  // It is over only where no newer one is due.
  if (wants.due) return { made, wants: { ...wants, single }, patch };
  if (diverged) return end(made, wants, { ...patch, status: 'diverged' });
  if (reached >= steps) return finish(made, wants, patch);
  const status = wants.seek <= reached ? resting(run) : run.status;
  return { made, wants: { ...wants, single }, patch: { ...patch, status } };
}

function settleRemake(
  before: Made,
  wants: Wants,
  run: RunState,
  job: Extract<Job, { kind: 'remake' }>,
  answer: Started | Advanced,
): Turn {
  // Lost once more, or on another backend by now.
  if (wants.due || before.held !== job.from || before.backend !== job.backend) return { made: before, wants };
  const held = answer.snapshot.step;
  if (before.backend === before.recorded!.started.backend)
    return { made: { ...before, held }, wants, patch: { progress: null } };

  const { steps } = before.experiment;
  const { recorded: remade, diverged } =
    'trail' in answer
      ? withTrail(
          before.remade!,
          // A batch that was out of time between two points of the curve leaves none.
          answer.trail.filter(({ step }) => isPoint(step, steps) || step >= before.reached),
          answer.snapshot,
        )
      : { recorded: { started: answer, history: [answer.snapshot], good: answer.snapshot }, diverged: false };
  if (held < before.reached && !diverged)
    return { made: { ...before, held, remade }, wants, patch: { progress: null } };
  // It has caught up: from here on the run is the new backend's.
  const made: Made = { ...before, recorded: remade, remade: null, reached: held, held, cut: false };
  const own = isShown(before, run);
  const cursor = own ? { cursor: cursorIn(remade.history, run), replaying: run.replaying } : {};
  const patch = { progress: null, ...shown(made, wants, run), ...cursor };
  return diverged ? end(made, wants, { ...patch, status: 'diverged' }) : { made, wants, patch };
}

function settleRecord(made: Made, wants: Wants, run: RunState, answer: Started | Advanced, took: number): Turn {
  if (!wants.recording) return { made, wants };
  const trail: readonly HistoryPoint[] = 'trail' in answer ? answer.trail : [answer.snapshot];
  const recording = withSlice(wants.recording, trail, took);
  if (answer.snapshot.step < made.experiment.steps) return { made, wants: { ...wants, recording } };
  const history = thinFrames(recording.history);
  return {
    made: { ...made, recorded: { ...made.recorded!, history } },
    wants: { ...wants, recording: null },
    patch: { history, cursor: cursorIn(history, run) },
  };
}

/** A record that goes on by what a batch has left. */
function withTrail(
  { started, history, good }: Recorded,
  trail: Advanced['trail'],
  snapshot: Advanced['snapshot'],
  cut = false,
): { recorded: Recorded; diverged: boolean } {
  const before = cut ? history.slice(0, -1) : history;
  return {
    recorded: {
      started,
      history: thinFrames([...before, ...trail.filter(isFinitePoint)]),
      good: isFinitePoint(snapshot) ? snapshot : good,
    },
    diverged: hasDiverged([...before, ...trail]),
  };
}

function end(made: Made, wants: Wants, patch: Partial<RunState>): Turn {
  return { made: { ...made, chase: false }, wants: { ...wants, seek: 0, single: 0 }, patch };
}

function finish(made: Made, wants: Wants, patch: Partial<RunState>): Turn {
  const { steps } = made.experiment;
  const again = !isWhole(made.recorded!.history, steps);
  return end(made, { ...wants, recording: again ? unrecorded : null }, { ...patch, status: 'finished' });
}

/** A job that failed: the same seed gives the same run, so what is lost is made again, behind what the page shows. */
function setBack(before: Made, wants: Wants, state: AppState, job: Job, error: Error): Turn {
  const givenUp = error instanceof SupersededError;
  // What cannot be recorded or warmed up takes nothing from the run that is there.
  if (job.kind === 'warm') return { made: before, wants };
  if (job.kind === 'record')
    return { made: before, wants: { ...wants, recording: givenUp ? begunAgain(wants.recording) : null } };
  const made = lost(before);
  // What went wrong in a run that a newer one replaces, or on a backend that it has left, is not worth a word.
  const left = 'backend' in job && job.backend !== made.backend;
  if (givenUp || wants.due || left) return { made, wants };
  const { trouble, backend, notice, failure } = recover(made.trouble, {
    error,
    backend: made.backend,
    next: (refused) => backendFor(state, refused),
    step: Math.max(wants.seek, made.reached),
  });
  if (failure)
    return {
      made: { ...made, trouble },
      wants: { ...wants, seek: 0, single: 0 },
      patch: { status: 'failed', failure, progress: null },
      ...(notice && { notice }),
    };
  return {
    made: { ...made, trouble, backend: backend ?? made.backend },
    wants,
    patch: { progress: null },
    ...(notice && { notice }),
  };
}
