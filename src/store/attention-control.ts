import type { Caller } from '../training/protocol';
import { follow } from './following';
import type { SliceStore } from './store';
import { wantedAttention } from './views/attention';

/** Asks how much of its attention the network gives to the object, at the steps that a run has recorded. */
export function createAttentionControl(store: SliceStore<'attention'>, caller: Caller): void {
  follow(store, {
    wanted: wantedAttention,
    async answer({ experiment, of, frames }) {
      const shares = await caller.call('attention', { experiment, frames: frames.map(({ matrices }) => matrices) });
      store.setState(({ attention }) => {
        const known = attention?.of === of ? attention.points : [];
        const added = frames.map(({ step }, i) => ({ step, share: shares?.[i] ?? null }));
        return { attention: { of, points: [...known, ...added].toSorted((a, b) => a.step - b.step) } };
      });
    },
    giveUp: ({ of, frames }) =>
      store.setState(({ attention }) => ({
        attention: {
          of,
          points: [
            ...(attention?.of === of ? attention.points : []),
            ...frames.map(({ step }) => ({ step, share: null })),
          ].toSorted((a, b) => a.step - b.step),
        },
      })),
  });
}
