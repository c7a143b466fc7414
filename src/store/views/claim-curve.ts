import type { Measured } from '../../experiment/parameters';
import type { Problem } from '../../problems/problem';

/** Lowest and highest over the seeds of one level of noise. */
export interface Band {
  readonly low: number;
  readonly high: number;
}

/** One level of noise at which a run was made: ranks in the notion of the experiment. */
export interface ClaimPoint {
  readonly sigma: number;
  /** Rank of the noisy data. */
  readonly data: number;
  /** Rank of the filters at the run's end; null where it diverged. */
  readonly filters: number | null;
  /** Share of the filters' energy in the signal span; null where it diverged, or no span is known. */
  readonly share: number | null;
  readonly testAccuracy: number | null;
  readonly diverged: boolean;
  /** Of all seeds, once they have been made at this level. */
  readonly bands?: { readonly data: Band; readonly filters: Band };
  /** Whether the visitor's own run made it, rather than the levels of the curve. */
  readonly own: boolean;
  /** What opens the run. */
  readonly experiment: Measured;
}

/** The ranks at one level of noise. */
export interface ClaimValues {
  readonly sigma: number;
  readonly data: number;
  readonly filters: number | null;
  readonly share: number | null;
}

/**
 * `waiting`: it will be drawn once it is in sight, or the slider rests. `offered`: it is drawn when the visitor asks for
 * it. `stopped`: by the visitor. `ready`: every level is there.
 */
export type ClaimStatus = 'waiting' | 'running' | 'offered' | 'stopped' | 'ready' | 'failed';

/** Rank against noise: all that the first figure shows and that is said of it. */
export interface ClaimCurve {
  readonly status: ClaimStatus;
  /** Why it failed; null unless `failed`. */
  readonly failure: Problem | null;
  /** Whether every level is there. */
  readonly complete: boolean;
  /** Runs of its levels that are there, and how many it takes. */
  readonly done: number;
  readonly total: number;
  /** What drawing the rest would cost, where the visitor has to ask for it; null where it is drawn by itself. */
  readonly offer: { readonly runs: number; readonly seconds: number } | null;
  /** Over how many seeds the bands go: 1 where there are none yet. */
  readonly seeds: 1 | 3;
  /** The axis goes from 0 to here. */
  readonly xMax: number;
  /** Predicted rank of the data along the axis; null where there is no prediction in this notion for these images. */
  readonly predicted: readonly { readonly x: number; readonly y: number }[] | null;
  /** Rank of the clean data; null while it is not known. */
  readonly clean: number | null;
  /** By rising σ. */
  readonly points: readonly ClaimPoint[];
  /** What is left of the curve before, under other settings, until this one has taken its place; by rising σ. */
  readonly ghosts: readonly ClaimPoint[];
  /** Where the share falls below one half, as measured; null where it never does, or the levels around it are not there yet. */
  readonly half: number | null;
  /** Intervals of σ where less than half of the filters' energy lies in the signal span, as measured. */
  readonly noisy: readonly (readonly [from: number, to: number])[];
  /** Critical noise σ*; null where the images are not those of the theory. */
  readonly critical: number | null;
  /** Of the finished run of exactly this experiment; null where there is none. */
  readonly current: ClaimValues | null;
  /** Between the two points around the current σ, where the run itself is not there: where the handle stands meanwhile. */
  readonly between: ClaimValues | null;
}
