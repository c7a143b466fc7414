import type { Caller } from '../training/protocol';
import { follow } from './following';
import type { EmbeddingsKnown } from './state';
import type { SliceStore } from './store';
import { wantedEmbeddings } from './views/embeddings';

/** Asks for the spectra of what images become in the network that is shown, and in the one that it began as. */
export function createEmbeddingsControl(store: SliceStore<'embeddings'>, caller: Caller): void {
  const know = (when: 'initial' | 'shown', known: EmbeddingsKnown) =>
    store.setState(({ embeddings }) => ({ embeddings: { ...embeddings, [when]: known } }));
  follow(store, {
    wanted: wantedEmbeddings,
    async answer({ when, of }) {
      const { experiment, frame } = of;
      know(when, { of, spectra: await caller.call('embeddings', { experiment, matrices: frame.matrices }) });
    },
    giveUp: ({ when, of }) => know(when, { of, spectra: null }),
  });
}
