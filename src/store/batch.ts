import type { Calls } from '../training/protocol';
import type { Speed } from './state';

/** While a slider moves, runs go on at most this long, in ms, before the newest experiment gets its turn. */
export const chaseBudget = 400;
/** A batch at full speed, in ms: the page stays at the frame rate. */
const frameBudget = 14;
/** Points that a run at full speed leaves on the training curve. */
const fastPoints = 40;

/** How far to go next. */
export interface Pace {
  /** Length of the run, and the step that it has reached. */
  readonly steps: number;
  readonly at: number;
  /** Step to reach without frames in between; 0 where there is none. */
  readonly seek: number;
  /** Steps asked for by hand. */
  readonly single: number;
  /** A slider is moving: the whole run, as far as the budget goes. */
  readonly chase: boolean;
  readonly speed: Speed;
  /** Of the last batch; 0 before the first. */
  readonly msPerStep: number;
}

/** The next call of `advance`; no steps where the run has ended. */
export function nextBatch({ steps, at, seek, single, chase, speed, msPerStep }: Pace): Calls['advance']['params'] {
  const left = steps - at;
  const coarse = Math.max(1, Math.ceil(steps / fastPoints));
  if (seek > 0) return { steps: Math.min(seek - at, left), budget: null, every: coarse };
  if (single > 0) return { steps: Math.min(single, left), budget: null, every: single };
  if (chase) return { steps: left, budget: chaseBudget, every: coarse };
  if (speed !== 'max') return { steps: Math.min(speed, left), budget: null, every: speed };
  // Between two records a batch cannot stop, so they must not lie further apart than a frame.
  const within = msPerStep > 0 ? Math.max(1, Math.floor(frameBudget / msPerStep)) : 1;
  return { steps: left, budget: frameBudget, every: Math.min(coarse, within) };
}
