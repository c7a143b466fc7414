import { defaults, type Experiment } from '../../experiment/parameters';
import { sameScience } from '../../experiment/science';
import type { App } from '../../store/app';
import { isRunOf } from '../../store/views/current';
import { isWhole, recordOf } from '../../store/views/record';
import { curveEvents } from '../../store/views/run-events';
import type { AppState, ChangedBy, RunState } from '../../store/state';
import { when } from '../../store/when';
import { stepExperiment, type TourStep } from './steps';

/** The step that each page has entered last: one that is opened again is not played again. */
const entered = new WeakMap<App, string>();

/** Opens a step: its experiment, and what it plays. */
export function enterStep(app: App, step: TourStep, by: ChangedBy = 'act'): void {
  entered.set(app, step.name);
  const { experiment, run } = app.store.getState();
  const wanted = stepExperiment(experiment, step);
  // The run of these very images and filters is there, from another step: nothing is trained again.
  const made = sameScience(experiment, wanted) && experiment.step === 0 && isUsable(run, wanted);
  if (step.playing === 'rest' && !made) app.pause();
  app.change(wanted, { by });
  play(app, step, made);
}

/**
 * A step that a link has opened. A link with an experiment of its own is somebody's variation of the step and stays as it
 * is; one that wants nothing to start by itself gets the experiment alone.
 */
export function arriveAt(app: App, step: TourStep): void {
  if (entered.get(app) === step.name) return;
  entered.set(app, step.name);
  const { experiment } = app.store.getState();
  const own = !sameScience(experiment, defaults) && !sameScience(experiment, stepExperiment(experiment, step));
  if (own || experiment.step > 0) app.start();
  else if (experiment.autoplay) enterStep(app, step, 'page');
  else app.change(stepExperiment(experiment, step), { by: 'page' });
}

/** The tour is closed, whichever way: the step that it ended at is played again when it is opened again. */
export function forgetStep(app: App): void {
  entered.delete(app);
}

/** A link named a step that does not exist. What else was wrong with it is still told. */
export function leaveUnknown(app: App, name: string): void {
  const { notices } = app.store.getState();
  app.change({ tour: '' }, { by: 'page' });
  app.start();
  app.notify(...notices, { field: 'tour', problem: { kind: 'unknown-step', name } });
}

function play(app: App, step: TourStep, made: boolean): void {
  const {
    run: { cursor, status },
  } = app.store.getState();
  switch (step.playing) {
    case 'rest':
      if (made) app.seek(0);
      return;
    case 'moment':
      return toEnd(app, step, (run) => {
        const least = curveEvents(recordOf(run), 'stable', 0)[0];
        if (least) app.seek(least.step);
      });
    case 'play':
      if (made && cursor === null && status === 'finished') app.seek(0);
      return app.play();
    case 'end':
      if (made && cursor !== null) app.seek(null);
      if (made && status === 'finished') return;
      return app.play();
    case 'curve':
    case 'causes':
      if (made && cursor !== null) app.seek(null);
      if (step.playing === 'curve') app.drawCurve();
      else app.measureCauses();
  }
}

/** Trains to the end without frames on the way, and goes on there; gives up when another step or experiment is opened. */
function toEnd(app: App, step: TourStep, then: (run: RunState) => void): void {
  const wanted = app.store.getState().experiment;
  const left = ({ experiment }: AppState) => experiment.tour !== step.name || !sameScience(experiment, wanted);
  const usable = ({ run }: AppState) => isUsable(run, wanted);
  // One that a slider has made is recorded once more before its moments are known.
  const ended = (state: AppState) =>
    usable(state) && state.run.status === 'finished' && isWhole(state.run.history, wanted.steps);
  when(
    app.store,
    (state) => left(state) || usable(state),
    (state) => {
      if (left(state)) return;
      if (state.run.status !== 'finished') app.seek(wanted.steps);
      when(
        app.store,
        (now) => left(now) || ended(now),
        (now) => left(now) || then(now.run),
      );
    },
  );
}

/** Whether a run that can be gone on with, or has ended, is one of this experiment. */
function isUsable(run: RunState, wanted: Experiment): boolean {
  return isRunOf(run, wanted) && (run.status === 'training' || run.status === 'paused' || run.status === 'finished');
}
