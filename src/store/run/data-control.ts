import { problemOf } from '../../problems/problem';
import { SupersededError, type Caller } from '../../training/protocol';
import type { DataState } from '../state';
import type { SliceStore } from '../store';

/** A spectrum that a newer one waits for longer than this, in ms, is given up with its worker. */
const patience = 250;

export interface DataControl {
  /** The images have changed, or the matrix that is looked at. */
  refresh(): void;
  /** Makes a spectrum that failed once more. */
  retry(): void;
  /** As the run's: released with its worker, a spectrum that was under way is computed when the page is seen again. */
  attend(): void;
}

/** Keeps the data's spectrum that of the current experiment: one computation at a time, the newest experiment next. */
export function createDataControl(store: SliceStore<'data'>, caller: Caller): DataControl {
  let stale = false;
  let busy = false;
  let callsMade = 0;
  const set = (patch: Partial<DataState>) => store.setState(({ data }) => ({ data: { ...data, ...patch } }));

  async function pump(): Promise<void> {
    if (busy) return;
    busy = true;
    while (stale && store.getState().presence !== 'released') {
      stale = false;
      set({ status: 'loading', progress: null, failure: null });
      try {
        const { experiment } = store.getState();
        callsMade += 1;
        const spectrum = await caller.call('spectrum', { experiment }, (progress) => set({ progress }));
        // Shown even when a newer one is due: under a moving slider the figure follows instead of waiting.
        set({ spectrum, experiment, progress: null, status: stale ? 'loading' : 'ready' });
      } catch (error) {
        if (error instanceof SupersededError) continue;
        set({ status: 'failed', progress: null, failure: problemOf(error) });
      }
    }
    busy = false;
  }

  const control: DataControl = {
    refresh() {
      stale = true;
      if (busy) {
        const made = callsMade;
        setTimeout(() => {
          if (busy && callsMade === made) caller.restart();
        }, patience);
      }
      void pump();
    },
    retry() {
      if (store.getState().data.status === 'failed') control.refresh();
    },
    attend() {
      if (store.getState().presence === 'released') {
        stale ||= busy;
        caller.restart();
      }
      void pump();
    },
  };
  return control;
}
