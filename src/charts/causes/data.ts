import type { Described } from '../kit/chart';

/** A run of one variant. Null where it diverged, or nothing is known. */
export interface CauseMark {
  /** σ/σ*, or σ where there is no σ*. */
  readonly x: number;
  readonly data: number;
  readonly rank: number | null;
  readonly share: number | null;
  readonly test: number | null;
}

/** One of the small multiples. */
export interface CauseCell {
  readonly key: string;
  readonly title: string;
  /** By rising x; null where the run is still to come. */
  readonly points: readonly (CauseMark | null)[];
}

/** A run, by its cell and its place there. */
export interface CausePlace {
  readonly row: number;
  readonly column: number;
}

/** What small multiples of rank against noise show: the first is the curve that the others are held against. */
export interface CausesData extends Described {
  readonly cells: readonly CauseCell[];
  /** Keys of those that a low figure has, the most telling first. */
  readonly telling: readonly string[];
  /** What it says of that. */
  readonly some: (shown: number, all: number) => string;
  /** Right end of the x axis, which begins at 0. */
  readonly xMax: number;
  readonly xLabel: string;
  readonly names: Readonly<Record<CauseLine, string>>;
  readonly highlight?: CausePlace | undefined;
}

/** Ranks of filters and data above; of what training moved the share in the signal span, and test accuracy, below. */
export type CauseLine = 'filters' | 'data' | 'share' | 'test' | 'usual';
