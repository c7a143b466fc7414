import type { Science } from '../../experiment/parameters';
import { stepWork } from '../../network/architectures/shapes';
import type { AppState, KnownState } from '../state';

/** What a device of two cores needs for a multiply-add of a run, in ms, before any was measured on this one. */
const usualPace = 1e-7;
/**
 * A curve that takes longer than this, in seconds, is not begun by itself; nor are its bands, nor what variants come to, nor a pinned run; nor does
 * what nobody waits for wait until it is drawn.
 */
export const mostSeconds = { curve: 60, bands: 10, causes: 30, pin: 30, first: 10 };
/** Runs of a curve, about. */
const usualRuns = 13;

/** Multiply-adds of a run, counted as `stepWork`. */
export function runWork(experiment: Science): number {
  return experiment.steps * stepWork(experiment);
}

/** How long so many runs of an experiment would take here, in seconds. */
export function secondsOf(experiment: Science, runs: number, pace: KnownState['pace']): number {
  return (runs * runWork(experiment) * (pace?.msPerWork ?? usualPace)) / 1000;
}

/** Whether the curve is being drawn and soon will be, so that what nobody waits for comes after it. */
export function curveGoesFirst({ curve, experiment, known }: AppState): boolean {
  return curve.status === 'running' && secondsOf(experiment, usualRuns, known.pace) <= mostSeconds.first;
}
