import type { Experiment, ImageKind } from '../experiment/parameters';

export type RankNotion = Experiment['rank'];

/** What a run is computed on. */
export type BackendName = Exclude<Experiment['backend'], 'auto'>;

/** A spectrum, counted in singular values above a tenth of the largest. */
export interface SpectrumFacts {
  readonly above: number;
  readonly all: number;
  readonly signalDimension: number;
  /** Letters of the pinned runs that are drawn behind it. */
  readonly pins: readonly string[];
}

/** A recorded step of a run. `notion` names the rank within a line; what is shown in the figures comes as it is written there. */
export interface PointFacts {
  readonly step: number;
  readonly steps: number;
  readonly notion: string;
  readonly rank: string;
  readonly loss: number;
  readonly trainAccuracy: number;
  readonly testAccuracy: number | null;
}

/** The loss of a run as far as it has got; `test` of the images that it was not trained on. */
export interface LossFacts {
  readonly first: number;
  readonly last: number;
  readonly test: number | null;
  readonly step: number;
}

/** The curve of the filters' rank, as far as it has got. */
export interface CurveFacts {
  readonly step: number;
  readonly steps: number;
  readonly notion: string;
  readonly filters: string;
  readonly data: string | null;
  readonly pins: readonly string[];
}

/** A moment that a run had: `dip`, so many directions lead the others, and where the signal's have all risen that will; `rise`, these singular values are well above what they were at initialisation; `half`, the loss is half of what it was; `fitted`, all training images are told apart. */
export type Moment =
  | { readonly kind: 'half' | 'fitted' }
  | {
      readonly kind: 'dip';
      readonly step: number;
      readonly leaders: number;
      readonly risen: { readonly count: number; readonly step: number } | null;
    }
  | { readonly kind: 'rise'; readonly first: number; readonly last: number };

/** One filter: its number in its class, and the signal vector that it follows. */
export interface FilterFacts {
  /** The patch whose part of the filter it is; null where all patches share the filter. */
  readonly patch: number | null;
  readonly number: number;
  readonly plus: boolean;
  /** Name of a signal vector; null where it follows none, `idle` where it stayed short. */
  readonly follows: { readonly name: string } | 'idle' | null;
}

/** The training image beside the curve. */
export interface OneImageFacts {
  /** Whether one of several patches holds all that it shows. */
  readonly alone: boolean;
  /** Signal vectors of which it shows one, or null, and then the name of its class. */
  readonly patterns: number | null;
  readonly name: string | null;
  /** The noise in it; null where there is none. */
  readonly sigma: string | null;
  /** Whether noise is on the object too. */
  readonly everywhere: boolean;
}

/** A training image: its class, and the name of what it shows, a signal vector or its class. */
export interface ImageFacts {
  /** The class that its label says. */
  readonly plus: boolean;
  /** Whether that is the wrong one. */
  readonly wrong: boolean;
  readonly images: ImageKind;
  readonly name: string;
}

/** Both ranks at one level of noise; null where they are not measured. */
export interface CurveReading {
  readonly sigma: number;
  readonly data: number | null;
  readonly filters: number | null;
  readonly notion: Experiment['rank'];
  /** Between two measured levels rather than at one. */
  readonly about: boolean;
  readonly diverged: boolean;
}

/** Of the filters, of what training moved of them, and of the gradient; null where it is not known. */
interface OfChange {
  readonly step: number;
  readonly filters: number | null;
  readonly moved: number | null;
  readonly gradient: number | null;
}

/** Ranks in the notion that is named. */
export interface ChangeFacts extends OfChange {
  readonly notion: string;
}

/** Shares of energy in the signal span, and the cosine of the way down with what was moved. */
export interface ShareFacts extends OfChange {
  readonly cosine: number | null;
}

/** Least and most of the energy of what training moved along one signal vector. */
export interface AlongFacts {
  readonly step: number;
  readonly most: number;
  readonly least: number;
}
