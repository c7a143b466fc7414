import type { Notice } from '../experiment/notice';
import type { Experiment } from '../experiment/parameters';
import type { DataSpectrum } from '../training/data-spectrum';
import type { HistoryPoint, Snapshot } from '../training/snapshot';
import type { Backend } from '../training/trainer';

/** What a run is doing. `failed` and `diverged` always come with words and a way out in the page. */
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
  readonly history: readonly HistoryPoint[];
  /** Share of a long batch that is done; null where nothing takes long. */
  readonly progress: number | null;
  /** Why the run failed, in words for the visitor; null unless `failed`. */
  readonly failure: string | null;
}

export type DataStatus = 'loading' | 'ready' | 'failed';

export interface DataState {
  readonly status: DataStatus;
  /** The last good spectrum, with the experiment that it belongs to. */
  readonly spectrum: DataSpectrum | null;
  readonly experiment: Experiment | null;
  readonly progress: number | null;
  readonly failure: string | null;
}

/** Steps between painted frames; `max` is as fast as possible. */
export type Speed = 1 | 2 | 5 | 'max';

export interface Choice {
  readonly sizeClass: number;
  readonly winner: Backend;
  readonly reason: string;
}

export interface AppState {
  readonly experiment: Experiment;
  /** What was wrong with the last link or change; shown until dismissed. */
  readonly notices: readonly Notice[];
  readonly speed: Speed;
  readonly run: RunState;
  readonly data: DataState;
  /** Which backend won on this device at this size of experiment; null before a race. */
  readonly choice: Choice | null;
}

export function initialState(experiment: Experiment, notices: readonly Notice[], playing = true): AppState {
  return {
    experiment,
    notices,
    speed: 2,
    run: { status: 'loading', playing, backend: null, device: '', initial: null, latest: null, history: [], progress: null, failure: null },
    data: { status: 'loading', spectrum: null, experiment: null, progress: null, failure: null },
    choice: null,
  };
}
