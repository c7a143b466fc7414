import type { ImageCollection } from '../images/own/collection';
import type { Measured, Science } from '../experiment/parameters';
import { ProblemError, type Problem } from '../problems/problem';
import type { OnProgress } from '../spectrum/progress';
import type { GpuProbe } from './backends/webgl/gpu';
import type { DataSpectrum } from './data-spectrum';
import type { AttentionParams } from './attention';
import type { Dataset } from './dataset';
import type { EmbeddingSpectra, EmbeddingsParams } from './embeddings';
import type { Said } from '../network/architecture';
import type { ImageSample } from './image-sample';
import type { RaceResult } from './race';
import type { Points } from './recorded-steps';
import type { SaidParams } from './said-of';
import type { HistoryPoint, Snapshot } from './snapshot';
import type { RunSummary } from './summary';
import type { Backend } from './trainer';

/** The first frame of a run: the network at initialisation, and what it runs on. */
export interface Started {
  readonly snapshot: Snapshot;
  readonly backend: Backend;
  readonly device: string;
  /** 2K, or the size of the signal span of real images. */
  readonly signalDimension: number;
  /** Pixels per patch, d. */
  readonly dimension: number;
  /** Orthonormal basis of the signal span, [signalDimension × d], row-major. */
  readonly signal: Float64Array;
}

export interface Advanced {
  /** Every recorded step of the batch, in order; the last is `snapshot`. */
  readonly trail: readonly HistoryPoint[];
  /** Where the batch ended. */
  readonly snapshot: Snapshot;
  /** Time of the steps alone, without what was recorded of them. */
  readonly msPerStep: number;
}

/** A whole run and the data that it was trained on. */
export interface CompleteRun {
  /** Step 0, the recorded steps and the last, or the last alone where no points are asked for; without the values of matrices. */
  readonly history: readonly HistoryPoint[];
  readonly spectrum: DataSpectrum;
  readonly summary: RunSummary;
}

/** Everything a worker can be asked: parameters and result of each call. */
export interface Calls {
  /** Where the page lies, for files that are loaded on demand. */
  configure: { params: { base: string }; result: null };
  /** Own images that later calls may name: the only ones, in place of those before. */
  take: { params: { collection: ImageCollection }; result: null };
  /** Drops the current run and makes a new one at step 0. */
  start: { params: { experiment: Science; backend: Backend }; result: Started };
  /** Makes up to `steps` steps, fewer where `budget` milliseconds are over first; records the run's points on the way (`recorded-steps.ts`) and the last step. `lean`: only the last keeps the values of its matrices. */
  advance: { params: { steps: number; budget: number | null; record: Points; lean?: boolean }; result: Advanced };
  /** Makes a whole run beside the current one, recorded at `points` steps at least and at its ends, or at those of a coarse record; a sweep asks for none. `closely`: each with how every matrix changes. */
  complete: {
    params: { experiment: Measured; backend: Backend; points: number | 'coarse'; closely?: boolean };
    result: CompleteRun;
  };
  /** Loads a backend and compiles what the experiment needs on it, so that a later run starts at once. */
  warm: { params: { experiment: Science; backend: Backend }; result: null };
  spectrum: { params: { experiment: Measured }; result: DataSpectrum };
  /** Some training images, clean and noisy. */
  images: { params: { experiment: Science; from: number; count: number }; result: ImageSample };
  /** What a network says of images; null where they are not for it. */
  said: { params: SaidParams; result: Said | null };
  /** Spectra of what the training images become in a network, noisy and clean; null where it is another network than the experiment's. */
  embeddings: { params: EmbeddingsParams; result: readonly EmbeddingSpectra[] | null };
  /** The share of attention on the object at each of several steps; null where there is none. */
  attention: { params: AttentionParams; result: Float64Array | null };
  /** All images and the initial network: what another program needs to make the run itself. */
  dataset: { params: { experiment: Science }; result: Dataset };
  /** What WebGL would run on here. */
  probe: { params: null; result: GpuProbe };
  /** Times the backends on an experiment, whatever WebGL runs on; meant for a worker of its own, which is ended afterwards. */
  race: { params: { experiment: Science }; result: RaceResult };
  /** Makes the GPU context go away, as a driver would: for tests of the recovery. */
  loseContext: { params: null; result: null };
}
export type Method = keyof Calls;

export type Request = { [M in Method]: { id: number; method: M; params: Calls[M]['params'] } }[Method];

/** An error crosses as its name and its problem; what is no problem of this page, as an unexpected one. */
export type Reply =
  | { id: number; type: 'done'; result: Calls[Method]['result'] }
  | { id: number; type: 'progress'; share: number }
  | { id: number; type: 'failed'; name: string; problem: Problem };

/** Someone who answers calls: a worker behind a client, or an engine in the same thread. */
export interface Caller {
  /** @throws the engine's errors by name; SupersededError after `restart`; WorkerCrashedError. */
  call<M extends Method>(method: M, params: Calls[M]['params'], onProgress?: OnProgress): Promise<Calls[M]['result']>;
  /** Gives up every call under way at once, whatever it is doing. */
  restart(): void;
}

/** The call was given up in favour of a newer one. */
export class SupersededError extends Error {
  override name = 'SupersededError';
}

/** The worker ended by itself: out of memory, or its script could not be loaded. */
export class WorkerCrashedError extends ProblemError {
  override name = 'WorkerCrashedError';
}
