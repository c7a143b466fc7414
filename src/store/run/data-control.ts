import { problemOf } from '../../problems/problem';
import { SupersededError, type Caller } from '../../training/protocol';
import type { DataState } from '../state';
import type { SliceStore } from '../store';
import type { Clock } from './clock';
import { createLoop } from './loop';
import { singleFlight } from './single-flight';

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
export function createDataControl(store: SliceStore<'data'>, caller: Caller, clock: Clock): DataControl {
  let due = false;
  const flight = singleFlight(caller, clock);
  const set = (patch: Partial<DataState>) => store.setState(({ data }) => ({ data: { ...data, ...patch } }));

  const { poke } = createLoop(
    () => (due && store.getState().presence !== 'released' ? store.getState().experiment : null),
    async (experiment) => {
      due = false;
      set({ status: 'loading', progress: null, failure: null });
      try {
        const spectrum = await flight.call('spectrum', { experiment }, (progress) => set({ progress }));
        // Shown even when a newer one is due: under a moving slider the figure follows instead of waiting.
        set({ spectrum, experiment, progress: null, status: due ? 'loading' : 'ready' });
      } catch (error) {
        // Given up for a newer one, or with the worker of a page that is out of sight: computed when it is seen again.
        if (error instanceof SupersededError) due = true;
        else set({ status: 'failed', progress: null, failure: problemOf(error) });
      }
    },
  );

  const control: DataControl = {
    refresh() {
      flight.hurry(patience);
      due = true;
      poke();
    },
    retry() {
      if (store.getState().data.status === 'failed') control.refresh();
    },
    attend() {
      if (store.getState().presence === 'released') flight.restart();
      poke();
    },
  };
  return control;
}
