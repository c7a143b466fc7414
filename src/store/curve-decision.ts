import type { Wish } from './runs';
import type { AppState, CurveStatus } from './state';
import { mostSeconds, secondsOf } from './views/curve-cost';
import { atLevel, bandSeeds, bestOrder, curvePlan } from './views/curve-plan';
import { lineOf, runAt } from './views/known';
import { isUnderWay } from './views/status';

/** What is remembered of the curve beside the state; lines are told apart by their text. */
export interface CurveMemory {
  /** Where the visitor stood when the curve was begun: a level of its own. */
  readonly at: number;
  /** Whether the settings have rested. */
  readonly rested: boolean;
  /** Whether nothing has been under way for a while. */
  readonly idle: boolean;
  /** The line that the visitor asked to be drawn, or to be stopped, and the one that failed. */
  readonly asked: string | null;
  readonly stopped: string | null;
  readonly failed: string | null;
  /** The line that was found to be affordable by what its runs cost. */
  readonly begun: string | null;
  /** The line that was drawn by itself while the device was to be spared: there is one. */
  readonly spared: string | null;
}

/** What the device has to spare. */
export interface Circumstances {
  readonly hidden: boolean;
  readonly saving: boolean;
}

export interface CurveDecision {
  readonly status: CurveStatus;
  readonly wishes: readonly Wish[];
}

/** Whether nothing is under way that a visitor waits for. */
export function isQuiet({ run, data, sweep, map, held }: AppState): boolean {
  const sweeps = sweep.status === 'running' || map.status === 'running';
  return !isUnderWay(run) && !run.replaying && data.status !== 'loading' && !sweeps && !held;
}

/** Whether anything has changed that what is drawn by itself depends on, but for its own state. */
export function bearsOnDrawing(state: AppState, before: AppState): boolean {
  return (
    state.experiment !== before.experiment ||
    state.known !== before.known ||
    state.run.status !== before.run.status ||
    state.run.replaying !== before.run.replaying ||
    (state.run.latest === null) !== (before.run.latest === null) ||
    state.data.status !== before.data.status ||
    state.sweep.status !== before.sweep.status ||
    state.map.status !== before.map.status ||
    state.watched !== before.watched ||
    state.presence !== before.presence ||
    state.held !== before.held
  );
}

/** Whether the page draws no more by itself than it must. */
export function isThrifty({ experiment }: AppState, { saving }: Circumstances): boolean {
  return saving || !experiment.autoplay;
}

/** What is to be made of the curve now, and what is said of it. */
export function decideCurve(state: AppState, memory: CurveMemory, circumstances: Circumstances): CurveDecision {
  const { experiment, known, curve, watched, presence } = state;
  const line = lineOf(known, experiment);
  const plan = curvePlan(experiment, line, curve.axis);
  const order = bestOrder(plan.settled ? plan.levels : [0, ...plan.levels.slice(-1)], memory.at);
  const missing = order.filter((sigma) => !runAt(line, sigma));
  const wanted = watched.curve === 'seen' || watched.attention === 'seen';
  const isThere =
    (wanted || watched.curve != null) && presence === 'shown' && !circumstances.hidden && state.run.latest !== null;
  const only = (status: CurveStatus): CurveDecision => ({ status, wishes: [] });
  const wish = (sigma: number): Wish => ({ experiment: atLevel(experiment, sigma), own: sigma === memory.at });

  if (missing.length === 0) return isThere ? { status: 'ready', wishes: bandWishes() } : only('ready');
  if (memory.failed === plan.line) return only('failed');
  if (memory.stopped === plan.line) return only('stopped');
  if (memory.asked !== plan.line) {
    const seconds = secondsOf(experiment, missing.length, known.pace);
    if (memory.begun !== plan.line && seconds > mostSeconds.curve) return only('offered');
    if (isThrifty(state, circumstances) && memory.spared !== plan.line) {
      if (memory.spared !== null) return only('offered');
      if (!wanted) return only('waiting');
    }
  }
  if (!isThere || !memory.rested) return only('waiting');
  return { status: 'running', wishes: missing.map(wish) };

  function bandWishes(): Wish[] {
    const runs = plan.levels.length * (bandSeeds - 1);
    const dear = secondsOf(experiment, runs, known.pace) > mostSeconds.bands;
    if (!memory.idle || dear || isThrifty(state, circumstances)) return [];
    return Array.from({ length: bandSeeds - 1 }, (_, i) => i + 1).flatMap((seed) =>
      bestOrder(plan.levels, 0)
        .map((sigma) => ({ experiment: atLevel(experiment, sigma, seed) }))
        .filter((one) => !runAt(lineOf(known, one.experiment), one.experiment.sigma)),
    );
  }
}
