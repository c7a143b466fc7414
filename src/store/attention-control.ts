import type { Caller } from '../training/protocol';
import { follow } from './following';
import type { AppState } from './state';
import type { SliceStore } from './store';
import { wantedAttention } from './views/attention';

type Known = NonNullable<AppState['attention']>;

/** Asks how much of its attention the network gives to the object, at the steps that a run has recorded. */
export function createAttentionControl(store: SliceStore<'attention'>, caller: Caller): void {
  const add = (of: Known['of'], added: Known['points']) =>
    store.setState(({ attention }) => {
      const known = attention?.of === of ? attention.points : [];
      return { attention: { of, points: [...known, ...added].toSorted((a, b) => a.step - b.step) } };
    });
  follow(store, {
    wanted: wantedAttention,
    async answer({ experiment, of, frames }) {
      const shares = await caller.call('attention', { experiment, frames: frames.map(({ matrices }) => matrices) });
      add(
        of,
        frames.map(({ step }, i) => ({ step, share: shares?.[i] ?? null })),
      );
    },
    giveUp: ({ of, frames }) =>
      add(
        of,
        frames.map(({ step }) => ({ step, share: null })),
      ),
  });
}
