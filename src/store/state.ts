import type { Notice } from '../experiment/notice';
import type { Experiment, Measured, Science } from '../experiment/parameters';
import type { Reason } from '../problems/device';
import type { Problem } from '../problems/problem';
import type { SweepPlan } from '../experiment/sweep';
import type { Calls, CompleteRun } from '../training/protocol';
import type { RunSummary } from '../training/summary';
import type { Language } from '../strings/languages';
import type { DataSpectrum } from '../training/data-spectrum';
import type { EmbeddingSpectra } from '../training/embeddings';
import type { ImageSample } from '../training/image-sample';
import type { HistoryPoint, Snapshot } from '../training/snapshot';
import type { Pace } from './run/pace';
import type { Backend } from '../training/trainer';

/** What a run is doing. `failed` and `diverged` always come with a way out in the page. */
export type RunStatus = 'loading' | 'training' | 'paused' | 'finished' | 'diverged' | 'failed';

export interface RunState {
  readonly status: RunStatus;
  /** Whether it is meant to go on by itself: what Play and Pause change. */
  readonly playing: boolean;
  /** What the latest snapshots were computed on; null before the first. */
  readonly backend: Backend | null;
  readonly device: string;
  /** At step 0; null before the first run. */
  readonly initial: Snapshot | null;
  /** The last finite snapshot: what the panels show, also while the next run is loading and after divergence. */
  readonly latest: Snapshot | null;
  /** Recorded steps by rising step; thinned of filters where they would fill the memory. */
  readonly history: readonly HistoryPoint[];
  /** The recorded step that the panels show; null for the latest. */
  readonly cursor: number | null;
  /** Whether the cursor moves along what is recorded by itself. */
  readonly replaying: boolean;
  /** Orthonormal basis of the signal span, [signalDimension × d], row-major; null before the first run. */
  readonly signal: Float64Array | null;
  /** What `initial`, `signal` and `history` belong to, which a slider may have left behind. */
  readonly experiment: Science | null;
  /** Share of a long batch that is done; null where nothing takes long. */
  readonly progress: number | null;
  /** Why the run failed; null unless `failed`. */
  readonly failure: Problem | null;
}

export type DataStatus = 'loading' | 'ready' | 'failed';

export interface DataState {
  readonly status: DataStatus;
  /** The last good spectrum, with the experiment that it belongs to. */
  readonly spectrum: DataSpectrum | null;
  readonly experiment: Measured | null;
  readonly progress: number | null;
  readonly failure: Problem | null;
}

export interface Choice {
  readonly sizeClass: number;
  readonly winner: Backend;
  /** Null where no race came to a result. */
  readonly reason: Reason | null;
}

/** `empty`: never started. `stopped`: some runs are missing. `failed`: what was measured stays. */
export type SweepStatus = 'empty' | 'running' | 'stopped' | 'ready' | 'failed';

export interface SweepState {
  readonly status: SweepStatus;
  /** What is swept, with the experiment that it was started for; null while empty. */
  readonly plan: SweepPlan | null;
  /** One for each experiment of the plan, in its order; null where it is still to come. */
  readonly results: readonly (RunSummary | null)[];
  readonly failure: Problem | null;
}

/** The noise sweep and the phase map. */
export const sweepNames = ['sweep', 'map'] as const;
export type SweepName = (typeof sweepNames)[number];

/** A whole run that was made on this page, for a figure or by the visitor. */
export interface KnownRun {
  readonly experiment: Measured;
  readonly backend: Backend;
  readonly summary: RunSummary;
  /** Whether the visitor stood at it, so that it is a point of the curve wherever its levels are. */
  readonly own: boolean;
}

/** Runs that are known, so that none is made twice. */
export interface KnownState {
  /** By all that they share but the noise (`lineText`); the lines that were written to last come last. */
  readonly lines: ReadonlyMap<string, readonly KnownRun[]>;
  /** What a run with noise cost here, in ms for each multiply-add, all workers together; null before the first. */
  readonly pace: { readonly msPerWork: number } | null;
}

/**
 * `waiting`: it is drawn once it is in sight and the slider rests. `offered`: when the visitor asks for it. `stopped`: by
 * the visitor. `ready`: every level is there.
 */
export type CurveStatus = 'waiting' | 'running' | 'offered' | 'stopped' | 'ready' | 'failed';

/** Rank against noise as it is measured by itself; its points are runs that are known. */
export interface CurveState {
  readonly status: CurveStatus;
  readonly failure: Problem | null;
  /** Where the axis last ended, and of which line: it stays while a handle is held, and never shrinks on the same line. */
  readonly axis: { readonly line: string; readonly end: number } | null;
  /** The curve before this one: which runs of which line it showed. */
  readonly before: { readonly line: string; readonly sigmas: readonly number[] } | null;
}

/** The first figure's curve for every variant of network and training. */
export interface CausesState {
  readonly status: CurveStatus;
  readonly failure: Problem | null;
  /** What the variants are changes of; null before the first was measured, and then what the page shows. */
  readonly base: Measured | null;
}

/** A run beside the current one: pinned, or made before. */
export interface RecordedRun {
  /** `waiting`: it takes so long here that it is made only when it is asked for. */
  readonly status: 'waiting' | 'running' | 'ready' | 'failed';
  readonly experiment: Measured;
  /** Its curve, without filters; null until it is there. */
  readonly run: CompleteRun | null;
  readonly failure: Problem | null;
}

/** Recorded runs by the text that names them (`recordName`). */
export interface RecordsState {
  readonly runs: Readonly<Record<string, RecordedRun>>;
  /** Those made on this page, newest first. */
  readonly recent: readonly string[];
}

/** What parts of the page need beside the run, and the call that answers each. */
export const questionMethods = {
  images: 'images',
  oneImage: 'images',
  otherMatrix: 'spectrum',
  change: 'complete',
  still: 'complete',
  guessed: 'complete',
  digits: 'images',
  contrast: 'complete',
} as const;
export type QuestionName = keyof typeof questionMethods;

/** A question as it is put: two of the same text have the same answer. */
export interface Asking<Q extends QuestionName> {
  readonly text: string;
  readonly params: Calls[(typeof questionMethods)[Q]]['params'];
}

export interface Answer<Q extends QuestionName> extends Asking<Q> {
  readonly answer: Calls[(typeof questionMethods)[Q]]['result'];
}

/** What is known of one kind of question. */
export interface AskedState<Q extends QuestionName> {
  /** Newest first, as many as are worth keeping. */
  readonly answers: readonly Answer<Q>[];
  /** The question that could not be answered, which is not put again by itself, and why; null where none is. */
  readonly failed: { readonly text: string; readonly problem: Problem } | null;
}

/** Parts of the page for which something is made beside the run: seen, off the screen, or not there at all (null). */
export type Watched = Partial<
  Readonly<
    Record<
      | 'images'
      | 'oneImage'
      | 'depth'
      | 'attention'
      | 'open'
      | 'theory'
      | 'ranks'
      | 'change'
      | 'verdict'
      | 'curve'
      | 'causes'
      | 'digits'
      | 'line'
      | 'wider'
      | 'few'
      | 'usual'
      | 'contrast',
      'seen' | 'unseen' | null
    >
  >
>;

/** Whether the page can be seen: `away`, nothing trains; `released`, away for so long that workers and GPU are given back. */
export type Presence = 'shown' | 'away' | 'released';

/** What margins are of: images, and the frame whose network looks at them. */
export interface MarginsAsked {
  readonly experiment: Science;
  readonly sample: ImageSample;
  readonly frame: Snapshot;
}

/** Something that was done, a slider that is moving, or the page by itself, which nobody would undo. */
export type ChangedBy = 'act' | 'slider' | 'page';

/** A presentation: the slide that is shown, and where the visitor was, to be put back. */
export interface Presented {
  readonly at: number;
  /** The experiment as a link, and the one from before the tour. */
  readonly link: string;
  readonly beforeTour: string | null;
  /** The step that was shown, and whether it was looked back at. */
  readonly step: number;
  readonly looking: boolean;
  readonly scroll: number;
}

/** Of which step of which run spectra of embeddings are, through which data matrix. */
export interface EmbeddingsAsked {
  readonly experiment: Measured;
  readonly frame: Snapshot;
}

/** What is known of them; null where there are none. */
export interface EmbeddingsKnown {
  readonly of: EmbeddingsAsked;
  readonly spectra: readonly EmbeddingSpectra[] | null;
}

export interface AppState {
  readonly experiment: Experiment;
  /** What changed the experiment last. */
  readonly changedBy: ChangedBy;
  /** The visitor's experiment, where the tour shows its own in its place; null outside of it, and where a link led into it. */
  readonly beforeTour: Experiment | null;
  /** What was wrong with the last link or change; shown until dismissed. */
  readonly notices: readonly Notice[];
  /** The presentation that is under way; null where none is. */
  readonly presented: Presented | null;
  readonly pace: Pace;
  readonly run: RunState;
  readonly data: DataState;
  readonly sweep: SweepState;
  readonly map: SweepState;
  /** Whether the browser keeps what was measured of them for the next visit; null where nothing is to be kept. */
  readonly sweepsKept: Readonly<Record<SweepName, boolean | null>>;
  readonly curve: CurveState;
  readonly causes: CausesState;
  readonly known: KnownState;
  /** Whether a slider or a handle is under a pointer. */
  readonly held: boolean;
  readonly records: RecordsState;
  readonly asked: { readonly [Q in QuestionName]: AskedState<Q> };
  /** What the network says of the images that are shown, as last answered: f(x_i), [n], and where it attends, [n × P]; null where it says nothing of them. */
  readonly margins: {
    readonly of: MarginsAsked;
    readonly outputs: Float64Array | null;
    readonly attention: Float64Array | null;
  } | null;
  /** What images become in the network, at initialisation and in the frame that is shown, as last answered. */
  readonly embeddings: { readonly initial: EmbeddingsKnown | null; readonly shown: EmbeddingsKnown | null };
  /** The share of attention on the object at recorded steps of a run, which its first snapshot names, by rising step; null where there is none. */
  readonly attention: {
    readonly of: Snapshot;
    readonly points: readonly { readonly step: number; readonly share: number | null }[];
  } | null;
  readonly watched: Watched;
  /** How far the training images were leafed through, in pages; any whole number. */
  readonly imagesPage: number;
  /** The filter that was picked, a row of the filters; null where none is. */
  readonly picked: number | null;
  /** Which backend won on this device at this size of experiment; null before a race. */
  readonly choice: Choice | null;
  readonly presence: Presence;
  /** Of the page's words: one whose first words are loaded. */
  readonly language: Language;
}

const emptySweep: SweepState = { status: 'empty', plan: null, results: [], failure: null };

const unasked = { answers: [], failed: null };

export function initialState(experiment: Experiment, notices: readonly Notice[], playing = true): AppState {
  return {
    experiment,
    changedBy: 'page',
    beforeTour: null,
    notices,
    presented: null,
    pace: 'usual',
    run: {
      status: 'loading',
      playing,
      backend: null,
      device: '',
      initial: null,
      latest: null,
      history: [],
      cursor: null,
      replaying: false,
      signal: null,
      experiment: null,
      progress: null,
      failure: null,
    },
    data: { status: 'loading', spectrum: null, experiment: null, progress: null, failure: null },
    sweep: emptySweep,
    map: emptySweep,
    sweepsKept: { sweep: null, map: null },
    curve: { status: 'waiting', failure: null, axis: null, before: null },
    causes: { status: 'waiting', failure: null, base: null },
    known: { lines: new Map(), pace: null },
    held: false,
    records: { runs: {}, recent: [] },
    asked: {
      images: unasked,
      oneImage: unasked,
      otherMatrix: unasked,
      change: unasked,
      still: unasked,
      guessed: unasked,
      digits: unasked,
      contrast: unasked,
    },
    margins: null,
    embeddings: { initial: null, shown: null },
    attention: null,
    watched: {},
    imagesPage: 0,
    picked: null,
    choice: null,
    presence: 'shown',
    language: 'en',
  };
}
