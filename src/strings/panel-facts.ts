/** Numbers that the panels below the first figure make sentences of. */

/** Means over the seeds of one level of a sweep; ranks are of the notion that the page shows. */
export interface LevelFacts {
  readonly sigma: number;
  readonly data: number | null;
  /** Null where every run diverged. */
  readonly filters: number | null;
  readonly testAccuracy: number | null;
}

/** One run of the phase map. */
export interface CellFacts {
  readonly sigma: number;
  /** The second parameter with its value, such as "n = 60". */
  readonly row: string;
  readonly share: number | null;
  readonly testAccuracy: number | null;
}

/** A run in the table: a pinned one by its letter, a recent one by its place, the newest first. */
export type RunName = { readonly letter: string } | { readonly recent: number };

/** Why the theory predicts no stable rank; `untold`, because it has no numbers for these images at all. */
export type NoPrediction = 'untold' | 'noise everywhere' | 'noise in the span';
