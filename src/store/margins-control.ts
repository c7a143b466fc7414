import type { Caller } from '../training/protocol';
import { follow } from './following';
import type { SliceStore } from './store';
import { wantedMargins } from './views/margins';

/** Asks what the network that is shown says of the images that are shown. */
export function createMarginsControl(store: SliceStore<'margins'>, caller: Caller): void {
  follow(store, {
    wanted(state) {
      const wanted = wantedMargins(state);
      return wanted && state.margins?.of !== wanted ? wanted : null;
    },
    async answer(of) {
      const { experiment, sample, frame } = of;
      const said = await caller.call('said', { experiment, matrices: frame.matrices, images: sample.noisy });
      store.setState({ margins: { of, outputs: said && said.outputs, attention: said?.attention ?? null } });
    },
    // The images stand without margins.
    giveUp: (of) => store.setState({ margins: { of, outputs: null, attention: null } }),
  });
}
