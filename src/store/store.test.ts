import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { defaults } from '../experiment/parameters';
import { initialState, type AppState } from './state';
import type { ReadStore, SliceStore } from './store';

describe('the store of a control', () => {
  const whole = createStore<AppState>(() => initialState(defaults, []));

  it('writes its own slices', () => {
    const store: SliceStore<'picked' | 'pace'> = whole;
    store.setState({ picked: 3 });
    store.setState(({ picked }) => ({ picked: picked! + 1, pace: 'slow' }));
    expect(whole.getState()).toMatchObject({ picked: 4, pace: 'slow' });
  });

  it('does not compile where it writes another, and readers write nothing', () => {
    const store: SliceStore<'picked'> = whole;
    const reader: ReadStore = whole;
    const refused = [
      // @ts-expect-error: not its slice
      () => store.setState({ pace: 'once' }),
      // @ts-expect-error: nor beside its own
      () => store.setState({ picked: 3, pace: 'once' }),
      // @ts-expect-error: nor as a function of the state
      () => store.setState(({ picked }) => ({ picked, pace: 'once' })),
      // @ts-expect-error: to be read
      () => reader.setState({ picked: 3 }),
    ];
    expect(refused).toHaveLength(4);
  });
});
