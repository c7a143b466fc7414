import { SupersededError } from '../training/protocol';
import type { AppState } from './state';
import type { ReadStore } from './store';

/**
 * Answers what is wanted of the state for as long as something is: one call at a time, the newest wish next. While a run trains,
 * answers follow it as fast as they come, and where it rests they end as those of its frame.
 */
export function follow<Wanted>(
  store: ReadStore,
  {
    wanted,
    answer,
    giveUp,
  }: {
    /** What is to be asked of a state; null where that is known already, or nobody looks. */
    wanted(state: AppState): Wanted | null;
    /** Asks, and puts the answer into the state. */
    answer(wanted: Wanted): Promise<void>;
    /** Puts into the state that there is no answer, so that it is not wanted again. */
    giveUp(wanted: Wanted): void;
  },
): void {
  let underWay = false;
  const look = async (state: AppState): Promise<void> => {
    const next = underWay ? null : wanted(state);
    if (next === null) return;
    underWay = true;
    try {
      await answer(next);
    } catch (error) {
      // What was given up with its worker is asked again.
      if (!(error instanceof SupersededError)) giveUp(next);
    }
    underWay = false;
    void look(store.getState());
  };
  void look(store.getState());
  store.subscribe((state) => void look(state));
}
