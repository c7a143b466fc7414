import type { Calls } from '../../training/protocol';
import type { Speed } from '../state';

/** While a slider moves, runs go on at most this long, in ms, before the newest experiment gets its turn. */
export const chaseBudget = 400;
/** A replay is looked after this often, in ms, so that it can be paused. */
const replayBudget = 250;
/** A batch at full speed, in ms: the page stays at the frame rate … */
const frameBudget = 14;
/** … unless a snapshot costs more than its steps would; frames may then come this slowly, in ms. */
const slowestFrame = 60;
/** A run with less than this left, in ms, is not moved to another backend; one that took longer is not recorded again. */
export const longRun = 2000;
/** Points that a run at full speed, and one that is replayed, leave on the training curve at least. */
const fastPoints = 30,
  replayPoints = 150;
/** Steps between two points of a run that is recorded in full. */
export const fullRecord = (steps: number) => Math.max(1, Math.ceil(steps / replayPoints));

/** How far to go next. */
export interface Pace {
  /** Length of the run, and the step that it has reached. */
  readonly steps: number;
  readonly at: number;
  /** Step to reach without frames in between; 0 where there is none. */
  readonly seek: number;
  /** Steps asked for by hand. */
  readonly single: number;
  /** A slider moved: the whole run, as far as the budget goes. */
  readonly chase: boolean;
  readonly speed: Speed;
  /** What the last batch cost beside its steps, in ms: the snapshot and the way here. */
  readonly overhead: number;
}

/** The next call of `advance` of a run that is made again, of which nothing but its end is wanted. */
export function replayBatch(at: number, to: number): Calls['advance']['params'] {
  return { steps: to - at, budget: replayBudget, every: to - at, lean: true };
}

/** The next call of `advance`; no steps where the run has ended. */
export function nextBatch({ steps, at, seek, single, chase, speed, overhead }: Pace): Calls['advance']['params'] {
  const left = steps - at;
  const coarse = Math.max(1, Math.ceil(steps / fastPoints));
  if (seek > 0) {
    // A batch that its budget ended between two points of the curve is followed by one up to the next point.
    const every = fullRecord(steps);
    return {
      steps: Math.min(seek - at, left, at % every === 0 ? Infinity : every - (at % every)),
      budget: replayBudget,
      every,
    };
  }
  if (single > 0) return { steps: Math.min(single, left), budget: null, every: single };
  // What lies between is recorded again, with its filters, when the slider rests.
  if (chase) return { steps: left, budget: chaseBudget, every: coarse, lean: true };
  if (speed !== 'max') return { steps: Math.min(speed, left), budget: null, every: speed };
  return { steps: left, budget: Math.min(slowestFrame, Math.max(frameBudget, 2 * overhead)), every: coarse };
}
