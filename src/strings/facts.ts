import type { ImageKind, Science } from '../experiment/parameters';

/** Numbers that sentences are made of: measured, never assumed. What is not known is null, and the sentence says less. */

/** What is trained, and how. */
export interface TrainedFacts {
  readonly net: Science['net'];
  readonly opt: Science['opt'];
  /** Training images that each step takes; null for all of them. */
  readonly batch: number | null;
}

/** How a filter's response grows, and what a step makes of it. */
export interface ResponseFacts {
  readonly q: number;
  /** Whether the filters' products are taken as they are, without an activation. */
  readonly linear: boolean;
  readonly opt: Science['opt'];
}

/** The data, as of the spectrum that is shown. Ranks are stable ranks. */
export interface DataFacts {
  readonly images: ImageKind;
  /** Names of the classes +1 and −1. */
  readonly classes: readonly [plus: string, minus: string];
  /** Whether noise reaches these images at all. */
  readonly noisy: boolean;
  readonly sigma: number;
  readonly clean: number | null;
  readonly data: number | null;
  readonly matrix: 'patch' | 'image';
  /** Most that the rank could be: columns of the matrix, or its rows. */
  readonly most: number | null;
  /** 2K, or the size of the signal span. */
  readonly signalDimension: number | null;
  readonly patches: number;
  /** How a digit becomes patches. */
  readonly layout: Science['layout'];
  /** Whether the patch with the object gets noise as well. */
  readonly everywhere: boolean;
}

/**
 * What a whole run came to. `unfitted`: it ended without fitting its images. `fitted`: it fits them, and which directions
 * are signal is not known, so that it cannot be told what it learnt. `learnt`: the signal, all of it. `memorised`: noise.
 * `partly`: neither.
 */
export type Outcome = 'diverged' | 'unfitted' | 'fitted' | 'learnt' | 'partly' | 'memorised';
/** The same, also before there is an end. */
export type Regime = 'training' | 'paused' | 'failed' | Outcome;

/** The run, at the step that is shown. */
export interface RunFacts {
  /** Share of the training labels that are turned. */
  readonly wrong: number;
  readonly regime: Regime;
  /** Whether an earlier step than the newest is shown. */
  readonly looking: boolean;
  readonly step: number | null;
  readonly steps: number;
  readonly filters: number | null;
  readonly data: number | null;
  readonly sigma: number;
  /** Share of the energy of what training moved that lies in the signal span. */
  readonly share: number | null;
  readonly testAccuracy: number | null;
  /** Standard error of the test accuracy. */
  readonly testError: number | null;
  /** Singular values that have risen to five times what they were at initialisation, at most the signal dimension; first and last step. */
  readonly risen: {
    readonly count: number;
    readonly of: number;
    readonly first: number;
    readonly last: number;
    /** Whether no two rose at the same step. */
    readonly apart: boolean;
  } | null;
}

/** Where half of what training moved lies in the signal span, as measured; null where the curve has no such point, or where there is no σ*. */
export interface HalfFacts {
  readonly half: number | null;
  readonly critical: number | null;
}

/** Why the law is not for an experiment with signal vectors: its network, its training, images rougher than theory has them, or an exponent up to 2. */
export type NoLaw = 'dense' | 'linear' | 'adam' | 'flip' | 'ratio' | 'partner' | 'colour' | 'tail' | 'power';

/** The race of signal and noise; null where the theory has no numbers. */
export interface RaceFacts {
  readonly pull: number;
  readonly signalDimension: number;
  readonly critical: number;
  /** σ/σ*. */
  readonly ratio: number;
  readonly sigma: number;
  /** Who is ahead: `open` where a scaling law cannot tell, `beyond` where first responses are past the power already. */
  readonly winner: 'signal' | 'noise' | 'open' | 'beyond' | 'no noise';
}

/** What the filters follow in the step that is shown. */
export interface FollowFacts {
  /** How many there are, or parts of them where each has one for every patch. */
  readonly filters: number;
  /** Parts of a filter; 1 where all patches share it. */
  readonly parts: number;
  /** One signal vector, which has most of their energy. */
  readonly following: number;
  /** Several, none of which has. */
  readonly mixed: number;
  /** None, having most of their energy off the signal span: noise, where any reaches the images. */
  readonly noise: number;
  /** None, and short beside the longest. */
  readonly idle: number;
  /** Whether noise reaches these images at all. */
  readonly noisy: boolean;
}

/** A wider network beside the default one, as measured at some levels of noise: stable ranks of their filters. */
export interface WiderFacts {
  readonly filters: readonly [from: number, to: number];
  readonly sigma: readonly number[];
  readonly known: readonly number[];
  readonly measured: readonly number[];
  /** Largest difference of the two at one level. */
  readonly most: number;
  /** How far the visitor's guess was from it on average; null without one. */
  readonly off: number | null;
}

/** A run with too few images and too much noise, and the rank of the default run beside it. */
export interface FewFacts {
  readonly images: number;
  readonly trainAccuracy: number;
  readonly testAccuracy: number | null;
  readonly share: number | null;
  readonly rank: number;
  readonly usual: number;
  readonly guess: number;
}

/** How the energy of the filters is shared out over the directions of the signal, in the step that is shown. */
export interface EnergyFacts {
  readonly directions: number;
  /** Of their energies, in units of the largest. */
  readonly sum: number;
  /** Stable rank of the filters. */
  readonly rank: number;
  /** Of all energy, what lies along them. */
  readonly share: number;
  /** Whether all signal vectors are of one norm, so that chance alone shares the filters out. */
  readonly alike: boolean;
}

/**
 * What the heading says: of the noise, where there is none (`still`), none reaches the images (`unreached`), or it makes
 * the data's rank no larger (`faint`, `lowered`; `turned`, by one notion smaller and by another far larger); else what the network makes of data that look more complicated.
 * `mislabelled`: more noise than signal moved it, and labels may be wrong, so that less noise need not help.
 * `open`: it is being trained. `unknown`: neither is known yet.
 */
export type ClaimKind =
  Outcome | 'mislabelled' | 'unstable' | 'still' | 'unreached' | 'lowered' | 'turned' | 'faint' | 'open' | 'unknown';
