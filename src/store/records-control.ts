import type { Experiment, Measured } from '../experiment/parameters';
import { readRun, writeRun } from '../experiment/runs';
import { withScience } from '../experiment/science';
import { isAbsent, problemOf } from '../problems/problem';
import { besideBackend } from '../training/backend-choice';
import { SupersededError, type Caller } from '../training/protocol';
import type { Clock } from './run/clock';
import type { AppState, RecordedRun } from './state';
import type { SliceStore } from './store';
import { mostSeconds, secondsOf } from './views/curve-cost';
import { endedRunOf } from './views/ended-run';
import { hasResult } from './views/status';

/** Runs of this visit that are remembered, and points on the curve of one that is made for a pin. */
const mostRecent = 8,
  recordedPoints = 150;
/** A run counts as one when it has rested for so long, in ms: a slider on its way passes through many. */
const rest = 700;

/** Names a record: what was computed, and for which data matrix. */
export function recordName(experiment: Measured): string {
  return `${writeRun(experiment)} ${experiment.matrix}`;
}

/** The pinned experiments of a state, seen as the current one is. */
export function pinnedExperiments({ pins, ...seen }: Experiment): Experiment[] {
  return pins.map((text) => withScience({ ...seen, pins }, readRun(text).experiment));
}

export interface RecordsControl {
  /** Makes one that failed anew. */
  retry(name: string): void;
  /** Makes those anew that lacked their images. */
  retryMissing(): void;
}

/**
 * Keeps a record of every run that ends, and makes those that are pinned but not known: of a link, or of a run that was
 * pinned before its end. One at a time, beside whatever is training; one that would take long only when it is asked for
 * (`retry`, which makes one that failed anew too), and none that is pinned no longer.
 * @param caller for nothing else: its worker is ended with a run that nobody wants any more, and where there is none to make.
 */
export function createRecordsControl(
  store: SliceStore<'records'>,
  caller: Caller,
  clock: Pick<Clock, 'after'>,
): RecordsControl {
  /** The record that is being made. */
  let making: string | null = null;
  const wished = new Set<string>();
  let forget = () => {};
  const put = (name: string, record: RecordedRun) =>
    store.setState(({ records }) => ({ records: { ...records, runs: { ...records.runs, [name]: record } } }));
  const drop = (name: string) =>
    store.setState(({ records }) => ({
      records: {
        ...records,
        runs: Object.fromEntries(Object.entries(records.runs).filter(([other]) => other !== name)),
      },
    }));

  const keepCurrent = () => {
    const { experiment } = store.getState();
    const run = endedRunOf(store.getState());
    if (!run) return;
    const name = recordName(experiment);
    store.setState(({ experiment: now, records }) => {
      const recent = [name, ...records.recent.filter((other) => other !== name)].slice(0, mostRecent);
      const kept = new Set([...recent, ...pinnedExperiments(now).map(recordName)]);
      const others = Object.entries(records.runs).filter(([other]) => kept.has(other));
      return {
        records: {
          recent,
          runs: { ...Object.fromEntries(others), [name]: { status: 'ready', experiment, run, failure: null } },
        },
      };
    });
  };

  async function makeMissing(): Promise<void> {
    if (making !== null) return;
    for (;;) {
      const {
        experiment,
        records,
        run: { backend },
        known,
        presence,
      } = store.getState();
      const missing = pinnedExperiments(experiment).find((pinned) => !records.runs[recordName(pinned)]);
      if (!missing || presence !== 'shown') break;
      const name = recordName(missing);
      if (!wished.has(name) && secondsOf(missing, 1, known.pace) > mostSeconds.pin) {
        put(name, { status: 'waiting', experiment: missing, run: null, failure: null });
        continue;
      }
      making = name;
      put(name, { status: 'running', experiment: missing, run: null, failure: null });
      try {
        const run = await caller.call('complete', {
          experiment: missing,
          backend: besideBackend(missing, backend),
          points: recordedPoints,
        });
        put(name, { status: 'ready', experiment: missing, run, failure: null });
      } catch (error) {
        // Pinned no longer, or given up with the workers of a page that is out of sight: made when it is wanted again.
        if (error instanceof SupersededError) drop(name);
        else put(name, { status: 'failed', experiment: missing, run: null, failure: problemOf(error) });
      }
      making = null;
    }
    caller.restart();
  }

  const look = (state: AppState, before: AppState | null): void => {
    if (
      !before ||
      state.run.status !== before.run.status ||
      state.data !== before.data ||
      state.experiment !== before.experiment ||
      state.run.history !== before.run.history
    ) {
      forget();
      if (hasResult(state.run)) forget = clock.after(rest, keepCurrent);
    }
    const unwanted = () =>
      state.presence === 'released' || !pinnedExperiments(state.experiment).some((each) => recordName(each) === making);
    if (
      making !== null &&
      (state.experiment !== before?.experiment || state.presence !== before.presence) &&
      unwanted()
    )
      caller.restart();
    // The current run comes first: pins of a link are made when its first frame is there.
    if (
      state.run.latest &&
      (!before || state.experiment !== before.experiment || !before.run.latest || state.presence !== before.presence)
    )
      void makeMissing();
  };
  look(store.getState(), null);
  store.subscribe(look);

  return {
    retry(name) {
      const { runs } = store.getState().records;
      const status = runs[name]?.status;
      if (status !== 'failed' && status !== 'waiting') return;
      wished.add(name);
      drop(name);
      void makeMissing();
    },
    retryMissing() {
      for (const [name, { failure }] of Object.entries(store.getState().records.runs))
        if (failure && isAbsent(failure)) drop(name);
      void makeMissing();
    },
  };
}
