import { describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { defaults } from '../experiment/parameters';
import { initialState, type AppState } from './state';
import { until, when } from './when';

const still = () => createStore<AppState>(() => initialState(defaults, []));
const isPicked = ({ picked }: AppState) => picked !== null;

describe('waiting for a state', () => {
  it('acts at once where it is so, and never again', () => {
    const store = still();
    store.setState({ picked: 1 });
    const act = vi.fn();
    when(store, isPicked, act);
    store.setState({ picked: 2 });
    expect(act.mock.calls.map(([state]) => state.picked)).toEqual([1]);
  });

  it('acts once when it comes, also where the act makes it come again', () => {
    const store = still();
    const act = vi.fn(() => store.setState({ picked: 5 }));
    when(store, isPicked, act);
    expect(act).not.toHaveBeenCalled();
    store.setState({ pace: 'slow' });
    store.setState({ picked: 3 });
    expect(act).toHaveBeenCalledTimes(1);
  });

  it('acts never once it is given up', () => {
    const store = still();
    const act = vi.fn();
    when(store, isPicked, act)();
    store.setState({ picked: 3 });
    expect(act).not.toHaveBeenCalled();
  });

  it('resolves when it comes', async () => {
    const store = still();
    const done = vi.fn();
    const waiting = until(store, isPicked).then(done);
    await Promise.resolve();
    expect(done).not.toHaveBeenCalled();
    store.setState({ picked: 3 });
    await waiting;
    expect(done).toHaveBeenCalledOnce();
  });
});
