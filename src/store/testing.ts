import { noAssets } from '../images/assets';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { createEngine, type Engine } from '../training/engine';
import { SupersededError, type Caller, type Method } from '../training/protocol';
import { createPool } from '../training/pool';
import type { Memory } from './memory';
// oxlint-disable-next-line import/no-unassigned-import -- loaded later by the app, and the clock of tests does not wait for scripts
import './answers';
import { createBeside, type BesideOptions } from './beside';
import { createApp, type App, type AppOptions } from './app';
import type { Device } from './device';
import type { AppState } from './state';
import { clock } from './testing-clock';
import { when } from './when';

// What the app loads later is here before it is wanted: the clock of tests does not wait for scripts.
await Promise.all([import('./asked-control'), import('./margins-control')]);

export { keptFilters } from '../training/testing-points';
export { clock } from './testing-clock';

/** A small experiment that a test can run to its end in a few milliseconds. */
export const smallLink = '#side=4&k=2&n=16&patches=2&m=4&steps=40&backend=cpu';

/** What a test does to a call before the engine hears of it: nothing, wait, or throw. */
export type Meddle = (method: Method, params: never, call: number) => void | Promise<void>;

export interface LocalCaller extends Caller {
  readonly calls: { readonly method: Method; readonly params: unknown }[];
  restarts: number;
}

/** An engine in the same thread, one call at a time as in a worker; `restart` gives up what is under way. */
export function localCaller(meddle: Meddle = () => {}, assets = noAssets('no digits here')): LocalCaller {
  // Its steps take no time, so that no budget ends them.
  const fresh = () => createEngine(assets, undefined, clock.now);
  let engine: Engine = fresh();
  let previous: Promise<unknown> = Promise.resolve();
  let giveUp = new Set<() => void>();
  const caller: LocalCaller = {
    calls: [],
    restarts: 0,
    call(method, params, onProgress) {
      const number = caller.calls.push({ method, params });
      const mine = engine;
      return new Promise((resolve, reject) => {
        const abandon = () => reject(new SupersededError('given up'));
        giveUp.add(abandon);
        previous = previous.then(async () => {
          try {
            await meddle(method, params as never, number);
            // The union of methods pairs each with its parameters; the compiler cannot follow the pairing here.
            const answer = mine[method] as (p: unknown, on: typeof onProgress) => Promise<never>;
            resolve(await clock.holdFor(answer(params, onProgress)));
          } catch (error) {
            reject(error as Error);
          }
          giveUp.delete(abandon);
        });
      });
    },
    restart() {
      caller.restarts += 1;
      engine = fresh();
      previous = Promise.resolve();
      for (const abandon of giveUp) abandon();
      giveUp = new Set();
    },
  };
  return caller;
}

/** In a hidden tab, where no curve is drawn: most tests have no use for its dozens of runs. */
const hiddenTab: Device = { hidden: () => true, saving: () => false, onChange() {} };

const forgetful: Memory = { read: () => null, write() {} };

export function testApp(link: string, options: Partial<AppOptions & BesideOptions> = {}): App {
  return createApp({
    link,
    training: localCaller(),
    spectra: localCaller(),
    aside: localCaller(),
    loadBeside: (loaded) =>
      loaded((store) =>
        createBeside(store, {
          races: localCaller(),
          pinned: localCaller(),
          pool: createPool(localCaller, 2, clock),
          device: hiddenTab,
          memory: forgetful,
          sweepMemory: null,
          clock,
          ...options,
        }),
      ),
    clock,
    motionUnwanted: () => false,
    ...options,
  });
}

/** Resolves when the state is as wanted. @throws Error with the state of the run after `patience` ms of the clock. */
export function until(app: App, wanted: (state: AppState) => boolean, patience = 1_000_000): Promise<AppState> {
  return new Promise((resolve, reject) => {
    const forget = clock.after(patience, () => {
      giveUp();
      const { status, failure, latest } = app.store.getState().run;
      reject(new Error(`waited in vain: ${status}, ${failure?.kind ?? 'no failure'}, step ${latest?.step}`));
    });
    const giveUp = when(app.store, wanted, (state) => {
      forget();
      resolve(state);
    });
  });
}

export const finished = (app: App) => until(app, ({ run }) => run.status === 'finished');
/** Time for anything that should not happen to happen, in ms of the clock. */
export const aWhile = (ms = 60) => clock.pass(ms);
/** Puts a page into a state that it would not come to by itself. */
export const writeState = (app: App, patch: Partial<AppState>) => (app.store as StoreApi<AppState>).setState(patch);
/** A store that nothing writes to but the test. */
export const stillStore = (state: AppState): StoreApi<AppState> => createStore<AppState>(() => state);
