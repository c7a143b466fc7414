import { SupersededError, type Caller } from '../training/protocol';
import type { AppState } from './state';
import type { SliceStore } from './store';
import { wantedMargins } from './views/margins';

/**
 * Asks what the network that is shown says of the images that are shown. One call at a time, the newest frame next: while
 * a run trains margins follow it as fast as answers come, and where it rests they end as those of its frame.
 */
export function createMarginsControl(store: SliceStore<'margins'>, caller: Caller): void {
  let underWay = false;
  const look = async (state: AppState): Promise<void> => {
    const wanted = wantedMargins(state);
    if (underWay || !wanted || state.margins?.of === wanted) return;
    underWay = true;
    const { experiment, sample, frame } = wanted;
    try {
      const said = await caller.call('said', { experiment, matrices: frame.matrices, images: sample.noisy });
      store.setState({ margins: { of: wanted, outputs: said && said.outputs } });
    } catch (error) {
      // What was given up with its worker is asked again; of another failure the images stand without margins.
      if (!(error instanceof SupersededError)) store.setState({ margins: { of: wanted, outputs: null } });
    }
    underWay = false;
    void look(store.getState());
  };
  void look(store.getState());
  store.subscribe((state) => void look(state));
}
