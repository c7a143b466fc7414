import type { App } from '../store/app';
import { frameOf } from '../store/views/shown-frame';
import type { AppState } from '../store/state';

/** Least time between two states while a run goes on, in ms. */
const interval = 100;

/** Everything that a state message is made of. */
function parts(state: AppState): unknown[] {
  const { experiment, run, data } = state;
  return [experiment, run.status, run.backend, run.experiment, frameOf(state), data.status, data.spectrum];
}

/** Calls `tell` after every change of what a state message says: at once where the status changed, else at most 10 times a second. */
export function tellStates({ store, clock }: App, tell: (state: AppState) => void): () => void {
  let told = parts(store.getState());
  let last = -Infinity;
  let forget: (() => void) | undefined;

  const now = () => {
    forget?.();
    forget = undefined;
    last = clock.now();
    told = parts(store.getState());
    tell(store.getState());
  };
  const stop = store.subscribe((state, before) => {
    if (state.run.status !== before.run.status) return now();
    const latest = parts(state);
    if (!forget && latest.some((part, i) => part !== told[i]))
      forget = clock.after(Math.max(0, last + interval - clock.now()), now);
  });
  return () => {
    forget?.();
    stop();
  };
}
