import type { StoreApi } from 'zustand/vanilla';
import type { Caller } from '../training/protocol';
import { createAskedControl, type AskedControl } from './asked-control';
import { createAttentionControl } from './attention-control';
import { createEmbeddingsControl } from './embeddings-control';
import { createMarginsControl } from './margins-control';
import type { Clock } from './run/clock';
import type { AppState } from './state';

/** Asks for all that parts of the page need beside the run. Apart, as the first figure asks for nothing. */
export function createAnswers(store: StoreApi<AppState>, caller: Caller, clock: Pick<Clock, 'after'>): AskedControl {
  createMarginsControl(store, caller);
  createEmbeddingsControl(store, caller);
  createAttentionControl(store, caller);
  return createAskedControl(store, caller, clock);
}
