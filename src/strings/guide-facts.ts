import type { Experiment } from '../experiment/parameters';
import type { VariantName } from '../experiment/variants';
import type { Problem } from '../problems/problem';
import type { DataFacts, FollowFacts, RunFacts } from './facts';

/** Numbers that a step of the tour may speak of; what is not known yet is null, and the step says less. */
export interface TourFacts {
  readonly data: DataFacts;
  readonly run: RunFacts;
  /** Whether the run has ended well, and its end is shown. */
  readonly ended: boolean;
  /** All filters, 2m. */
  readonly filters: number;
  /** Stable rank of the filters before training. */
  readonly initial: number | null;
  /** Where the filters' stable rank was least on its way. */
  readonly least: { readonly step: number; readonly rank: number } | null;
  /** What the filters follow in the step that is shown. */
  readonly follow: FollowFacts | null;
  readonly trainAccuracy: number | null;
  /** σ*; null for real images. */
  readonly critical: number | null;
  readonly curve: LevelsFacts | null;
  readonly causes: VariantsFacts;
}

/** What the variants have come to so far: how many are measured, how many of those keep that rank of their filters from σ = 0 to `noise`, and which have less than the share `clean` of signal there in what training moved. */
export interface VariantsFacts {
  readonly notion: Experiment['rank'];
  readonly noise: number;
  readonly measured: number;
  readonly kept: number;
  readonly astray: readonly VariantName[];
  readonly clean: number;
}

/** What is measured of rank against noise so far: stable ranks. `learnt`: at levels where the signal was learnt, from σ = 0 on; `last`: at all so far. */
export interface LevelsFacts {
  readonly done: number;
  readonly total: number;
  readonly data: { readonly first: number; readonly most: number };
  readonly learnt: { readonly to: number; readonly last: boolean; readonly low: number; readonly high: number } | null;
}

/** By what it is judged what a run has learnt: the share of signal in what training moved; the test accuracy and its standard error. */
interface Judged {
  readonly share: number;
  readonly testAccuracy: number;
  readonly error: number;
}

/** What a run that fits its images has learnt. */
export type VerdictOutcome =
  | { readonly kind: 'fitted'; readonly testAccuracy: number | null; readonly error: number | null }
  | (Judged & { readonly kind: 'learnt' })
  | (Judged & { readonly kind: 'memorised' })
  | (Judged & {
      readonly kind: 'partly';
      /** Of which there is more in what training moved. */
      readonly more: 'signal' | 'noise';
      /** Where signal vectors are known and not all followed. */
      readonly missed: { readonly followed: number; readonly of: number } | null;
    });

/** How the data's rank goes with noise where it does not simply grow: `falls`, past its largest; `lowered`, less than without noise. */
export type Turn = 'falls' | 'lowered' | null;

/** What became of a run, held against the same experiment at σ = 0. Ranks are of the notion that the page shows. */
export type Verdict =
  | { readonly kind: 'diverged'; readonly step: number }
  /** `wrong`: share of the training labels that are turned; `right`: of all that it tells as they are given. */
  | { readonly kind: 'unfitted'; readonly loss: number; readonly wrong: number; readonly right: number }
  /** Without noise: none was asked for, or none reaches these images. */
  | {
      readonly kind: 'clean';
      readonly reached: boolean;
      readonly filters: string;
      readonly data: string;
      readonly outcome: VerdictOutcome;
    }
  | {
      readonly kind: 'compared';
      /** Whether the filters' rank is what it is without noise, as nearly as seeds let one tell. */
      readonly flat: boolean;
      readonly from: string;
      readonly to: string;
      readonly dataFrom: string;
      readonly dataTo: string;
      readonly turn: Turn;
      readonly outcome: VerdictOutcome;
    }
  /** Nothing to compare with: the same run at σ = 0 could not be made, or would take too long. */
  | {
      readonly kind: 'alone';
      readonly filters: string;
      readonly data: string;
      readonly turn: Turn;
      readonly outcome: VerdictOutcome;
    };

/** What has to be known beside the first figure; null where no run that is there shows it. */
export interface NoteFacts {
  /** A run with more noise than signal in what training moved: stable ranks, and singular values of the filters above a tenth of the largest, there and without noise. */
  readonly noise: {
    readonly sigma: number;
    readonly filters: number;
    readonly data: number;
    readonly above: number;
    readonly without: number | null;
  } | null;
  /** Filters that follow all of so many signal vectors with a smaller stable rank; `least`: energy of the last of their leading directions to that of the first. */
  readonly unequal: { readonly of: number; readonly rank: number; readonly least: number } | null;
  /** Lowest and highest rank over the seeds of the level of noise nearest to the current one. */
  readonly spread: {
    readonly sigma: number;
    readonly seeds: number;
    readonly filters: readonly [low: string, high: string];
    readonly data: readonly [low: string, high: string];
  } | null;
}

/** A moment of a run, or of a sweep, that is worth a sentence to somebody who does not see it. */
export type Milestone =
  | { readonly kind: 'started' }
  | { readonly kind: 'separated'; readonly count: number; readonly step: number }
  | {
      readonly kind: 'finished';
      readonly steps: number;
      readonly filters: string;
      readonly data: string | null;
      readonly sigma: number;
      readonly testAccuracy: number | null;
      readonly memorised: boolean;
    }
  | { readonly kind: 'diverged'; readonly step: number }
  | { readonly kind: 'failed'; readonly failure: Problem }
  | { readonly kind: 'swept'; readonly what: 'sweep' | 'map'; readonly runs: number };
