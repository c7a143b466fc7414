import { createStore, type StoreApi } from 'zustand/vanilla';
import { decodeLink } from '../experiment/link';
import { mend } from '../experiment/mend';
import { parameterKeys, parameters, type Experiment, type ParameterKey } from '../experiment/parameters';
import { parseValue } from '../experiment/value';
import type { Caller } from '../training/protocol';
import type { Clock } from './clock';
import { createDataControl } from './data-control';
import { createRaceControl, type Memory } from './race-control';
import { createRunControl } from './run-control';
import { initialState, type AppState, type Speed } from './state';

export interface App {
  readonly store: StoreApi<AppState>;
  /** Changes parameters; what they invalidate is made anew. `chase`: a slider is being moved. */
  change(patch: Partial<Experiment>, options?: { chase?: boolean }): void;
  /** Changes one parameter to what was typed, mended as in a link, with a notice where it had to be. */
  enter(key: ParameterKey, text: string): void;
  /** Replaces the whole experiment by a link's. */
  open(link: string): void;
  play(): void;
  pause(): void;
  step(count?: number): void;
  /** Replays the run from step 0, exactly. */
  reset(): void;
  newSeed(): void;
  setSpeed(speed: Speed): void;
  dismissNotices(): void;
}

export interface AppOptions {
  readonly link: string;
  /** Answers runs. */
  readonly training: Caller;
  /** Answers data spectra, so that they never wait for a run. */
  readonly spectra: Caller;
  /** Answers races between backends. */
  readonly races: Caller;
  /** Where the winners are kept. */
  readonly memory: Memory;
  readonly clock: Clock;
  readonly reducedMotion: boolean;
}

/** The page without its looks: state, and what a visitor can do to it. Runs in Node for tests. */
export function createApp({ link, training, spectra, races, memory, clock, reducedMotion }: AppOptions): App {
  const { experiment, notices } = decodeLink(link);
  const store = createStore<AppState>(() => initialState(experiment, notices, experiment.autoplay && !reducedMotion));
  const run = createRunControl(store, training, clock);
  const data = createDataControl(store, spectra);

  const replace = (next: Experiment, options: { chase?: boolean; toStep?: number }) => {
    const before = store.getState().experiment;
    const changed = parameterKeys.filter((key) => String(before[key]) !== String(next[key]));
    store.setState({ experiment: next });
    if (changed.some((key) => parameters[key].invalidates === 'images' || key === 'matrix')) data.refresh();
    if (changed.some((key) => parameters[key].invalidates !== 'view' || key === 'step')) run.begin(options);
  };

  const app: App = {
    store,
    change(patch, { chase = false } = {}) {
      const mended = mend({ ...store.getState().experiment, ...patch });
      // What an earlier change or link brought up is settled by the next; what the device cannot do stays.
      store.setState(({ notices: old }) => ({ notices: [...old.filter(({ field }) => field === 'backend' && !('backend' in patch)), ...mended.notices] }));
      replace(mended.experiment, { chase });
    },
    enter(key, text) {
      const { value, complaint } = parseValue(parameters[key], text);
      app.change({ [key]: value } as Partial<Experiment>);
      if (complaint) store.setState(({ notices: old }) => ({ notices: [...old, { field: key, message: `${key}: ${complaint}.` }] }));
    },
    open(newLink) {
      const decoded = decodeLink(newLink);
      store.setState({ notices: decoded.notices });
      replace(decoded.experiment, { toStep: decoded.experiment.step });
    },
    play: () => run.play(),
    pause: () => run.pause(),
    step: (count = 1) => run.step(count),
    reset: () => run.begin(),
    newSeed: () => app.change({ seed: crypto.getRandomValues(new Uint32Array(1))[0]! % 1_000_000 }),
    setSpeed: (speed) => store.setState({ speed }),
    dismissNotices: () => store.setState({ notices: [] }),
  };

  data.refresh();
  createRaceControl(store, races, memory, () => run.reconsider());
  run.begin({ toStep: experiment.step });
  return app;
}

