import type { StoreApi } from 'zustand/vanilla';
import type { AppState } from './state';

/** The state as everybody may read it. What changes it is a method of the app, or one of the store's controls. */
export type ReadStore = Pick<StoreApi<AppState>, 'getState' | 'getInitialState' | 'subscribe'>;

type Patch<K extends keyof AppState> = Partial<Pick<AppState, K>> & {
  readonly [Other in Exclude<keyof AppState, K>]?: never;
};

/** The state as one of its controls sees it: all of it to be read, its own slices to be written. */
export interface SliceStore<K extends keyof AppState> extends ReadStore {
  setState(patch: Patch<K> | ((state: AppState) => Patch<K>)): void;
}
