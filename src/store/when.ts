import type { AppState } from './state';
import type { ReadStore } from './store';

/** Acts once, as soon as the state is so: at once where it already is. @returns what gives up waiting. */
export function when(store: ReadStore, isSo: (state: AppState) => boolean, act: (state: AppState) => void): () => void {
  let stop = () => {};
  let over = false;
  const end = () => {
    over = true;
    stop();
  };
  const look = (state: AppState) => {
    if (over || !isSo(state)) return;
    end();
    act(state);
  };
  stop = store.subscribe(look);
  look(store.getState());
  return end;
}

/** Resolves as soon as the state is so. */
export function until(store: ReadStore, isSo: (state: AppState) => boolean): Promise<void> {
  return new Promise((resolve) => void when(store, isSo, () => resolve()));
}
