import { besideBackend } from '../training/backend-choice';
import { bearsOnDrawing, decideCurve, isQuiet, isThrifty, type CurveMemory } from './curve-decision';
import type { Device } from './device';
import { drawn } from './drawn';
import type { Clock } from './run/clock';
import type { Runs } from './runs';
import type { AppState, CurveState } from './state';
import type { SliceStore } from './store';
import { claimCurveOf } from './views/claim-curve';
import { curvePlan } from './views/curve-plan';
import { endedRunOf } from './views/ended-run';
import { lineOf, lineText } from './views/known';

export interface CurveControl {
  /** The visitor wants it drawn, whatever it costs. */
  draw(): void;
  stop(): void;
  /** Goes on by itself where it failed. */
  retry(): void;
}

/** Settings have rested, and the page is idle, when nothing has changed for so long, in ms. */
const rest = 200,
  idleAfter = 1000;
/** A curve of fewer points leaves the ghosts of the one before. */
const fewestGhosts = 4;

/**
 * Draws rank against noise by itself: whole runs over the levels of the current experiment, coarse to fine, behind the run
 * that is watched and after what the visitor has started. What is drawn when is decided in `decideCurve`.
 */
export function createCurveControl(
  store: SliceStore<'curve'>,
  runs: Runs,
  clock: Pick<Clock, 'after'>,
  device: Device,
): CurveControl {
  const first: CurveMemory = {
    at: store.getState().experiment.sigma,
    rested: true,
    idle: false,
    asked: null,
    stopped: null,
    failed: null,
    begun: null,
    spared: null,
  };
  let line = lineText(store.getState().experiment);
  let forgetRest = () => {},
    forgetOwn = () => {},
    forgetIdle: (() => void) | null = null;

  const drawing = drawn<CurveState, CurveMemory>(
    { read: () => store.getState().curve, write: (curve) => store.setState({ curve }) },
    (wishes, onFailure) => runs.want('curve', wishes, onFailure),
    first,
    () => look(),
  );
  const { note, remember, set } = drawing;

  /** The settings have changed: what was drawn of the last ones stays as ghosts. */
  const leave = (before: AppState) => {
    const { points } = claimCurveOf(before);
    if (points.length >= fewestGhosts) set({ before: { line, sigmas: points.map(({ sigma }) => sigma) } });
    line = lineText(store.getState().experiment);
    note({ rested: false });
  };

  const settleAxis = () => {
    const { held, experiment, known, curve } = store.getState();
    if (held) return;
    const { end } = curvePlan(experiment, lineOf(known, experiment), curve.axis);
    if (curve.axis?.line !== line || curve.axis.end !== end) set({ axis: { line, end } });
  };

  /** The run on the page is a point where the visitor let it come to its end. */
  const keepOwn = () => {
    const state = store.getState();
    const { run, experiment, held } = state;
    const ended = held ? null : endedRunOf(state);
    const backend = run.backend ?? besideBackend(experiment, null);
    const kept = lineOf(state.known, experiment).some(
      (one) => one.own && one.backend === backend && one.experiment.sigma === experiment.sigma,
    );
    if (ended && !kept) runs.keep({ experiment, backend, summary: ended.summary, own: true });
  };

  const watchIdle = () => {
    const state = store.getState();
    const quiet = isQuiet(state) && state.curve.status === 'ready';
    if (quiet) return void (forgetIdle ??= clock.after(idleAfter, () => remember({ idle: true })));
    forgetIdle?.();
    forgetIdle = null;
    note({ idle: false });
  };

  const look = () => {
    settleAxis();
    const state = store.getState();
    const circumstances = { hidden: device.hidden(), saving: device.saving() };
    const { memory } = drawing;
    const { status, wishes } = decideCurve(state, memory, circumstances);
    if (status === 'running') {
      const spared = isThrifty(state, circumstances) && memory.asked !== line ? line : memory.spared;
      note({ spared, begun: state.known.pace === null ? memory.begun : line });
    }
    set(status === 'failed' ? { status } : { status, failure: null });
    watchIdle();
    const list = `${line} ${wishes.map(({ experiment: { sigma, seed } }) => `${sigma} ${seed}`).join()}`;
    drawing.want(line, list, wishes);
  };

  const restLine = () => {
    forgetRest();
    forgetRest = clock.after(rest, () => remember({ at: store.getState().experiment.sigma, rested: true }));
  };
  const restRun = () => {
    forgetOwn();
    forgetOwn = clock.after(rest, keepOwn);
  };

  restRun();
  look();
  store.subscribe((state, before) => {
    if (state.experiment !== before.experiment) {
      if (lineText(state.experiment) !== line) leave(before);
      if (!drawing.memory.rested) restLine();
    }
    if (
      state.experiment !== before.experiment ||
      state.run.status !== before.run.status ||
      state.data !== before.data ||
      state.held !== before.held
    )
      restRun();
    if (bearsOnDrawing(state, before)) look();
  });
  device.onChange(look);

  return {
    draw: () => remember({ asked: line, stopped: null, failed: null }),
    stop: () => remember({ asked: null, stopped: line }),
    retry: () => remember({ failed: null }),
  };
}
