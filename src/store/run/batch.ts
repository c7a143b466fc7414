import type { Calls } from '../../training/protocol';

/** While a slider moves, runs go on at most this long, in ms, before the newest experiment gets its turn. */
export const chaseBudget = 400;
/** A replay is looked after this often, in ms, so that it can be paused. */
const replayBudget = 250;
/** A batch of a run that is watched, in ms: where a device cannot keep up, frames come this slowly. */
const slowestFrame = 60;
/** What counts of a frame at most, in ms: after a while out of sight, and on a device that cannot keep up. */
export const longestFrame = 250;
/** A run that is watched, or replayed, moves at most this often, in ms: more would be hardly seen, and costs every screen alike. */
export const shortestFrame = 30;
/** A run with less than this left, in ms, is not moved to another backend. */
export const longRun = 2000;

/** How far to go next. */
export interface Going {
  /** Length of the run, and the step that it has reached. */
  readonly steps: number;
  readonly at: number;
  /** Step to reach without frames in between; 0 where there is none. */
  readonly seek: number;
  /** Steps asked for by hand. */
  readonly single: number;
  /** A slider moved: the whole run, as far as the budget goes. */
  readonly chase: boolean;
  /** The step, with the part of one, that whoever watches is at. */
  readonly watched: number;
}

/** The next call of `advance` of a run that is made again, of which nothing but its end is wanted. */
export function replayBatch(at: number, to: number): Calls['advance']['params'] {
  return { steps: to - at, budget: replayBudget, record: 'end', lean: true };
}

/** The next call of `advance`; no steps where the run has ended. */
export function nextBatch({ steps, at, seek, single, chase, watched }: Going): Calls['advance']['params'] {
  const left = steps - at;
  if (seek > 0) return { steps: Math.min(seek - at, left), budget: replayBudget, record: 'full' };
  if (single > 0) return { steps: Math.min(single, left), budget: null, record: 'full' };
  // What lies between is recorded again, with its filters, when the slider rests.
  if (chase) return { steps: left, budget: chaseBudget, record: 'coarse', lean: true };
  return { steps: Math.floor(watched) - at, budget: slowestFrame, record: 'full' };
}
