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
export type NoPrediction =
  'untold' | 'noise everywhere' | 'noise in the span' | 'ratio' | 'partner' | 'colour' | 'tail';

/** The weight matrices of a step, by rank. */
export interface LayersFacts {
  readonly step: number;
  /** Which rank it is, within a line. */
  readonly notion: string;
  readonly ranks: readonly { readonly name: string; readonly value: string }[];
}

/** What images have become at each depth at a step, by rank. */
export interface DepthFacts {
  readonly step: number;
  readonly notion: string;
  readonly stages: readonly { readonly name: string; readonly noisy: string; readonly clean: string }[];
}

/** How much of its attention a network gives to the object. */
export interface AttentionFacts {
  readonly step: number | null;
  readonly share: number | null;
  /** Of even shares. */
  readonly chance: number;
}

/** What the first layer makes of noise: stable ranks of the images, and of what comes out of it. */
export interface FirstLayerFacts {
  readonly step: number;
  readonly images: { readonly noisy: number; readonly clean: number };
  readonly layer: { readonly noisy: number; readonly clean: number };
}

/** What was measured of a variant of network and training, as it is written; null where it is not known. */
export interface CauseFacts {
  /** Of the filters and of the data, without noise and at a level of it. */
  readonly ranks: {
    readonly notion: string;
    readonly from: string;
    readonly to: string;
    readonly noise: string;
    readonly dataFrom: string;
    readonly dataTo: string;
  } | null;
  /** How the filters' rank changes by that level. */
  readonly change: { readonly kind: 'kept' } | { readonly kind: 'rises' | 'falls'; readonly times: string } | null;
  /** Where half of what training moved has left the signal span, as σ/σ* where there is a σ*; never within what was measured; or below one half from the start. */
  readonly share:
    | { readonly kind: 'half'; readonly at: string; readonly isRatio: boolean }
    | { readonly kind: 'never'; readonly least: string; readonly most: string; readonly isRatio: boolean }
    | { readonly kind: 'low'; readonly share: string }
    | null;
  readonly test: {
    readonly noise: string;
    readonly accuracy: string;
    readonly beyond: string;
    readonly later: string;
  } | null;
  readonly diverged: boolean;
}

/** One run of a variant. */
export interface CauseRunFacts {
  readonly noise: string;
  readonly rank: string | null;
  readonly share: string | null;
  readonly test: number | null;
}
