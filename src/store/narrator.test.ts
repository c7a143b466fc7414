import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { narrateRuns } from './narrator';
import { timer } from './run/clock';
import { stillStore } from './testing';
import { stateAtEnd } from './testing-runs';
import { defaults } from '../experiment/parameters';
import { pause } from './views/milestones';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

const small = { ...defaults, side: 4, k: 2, n: 16, patches: 2, m: 4, steps: 20, backend: 'cpu' as const };

describe('the narrator', () => {
  it('tells of a start at once and of the end a second after the experiment came to rest, and then is silent', async () => {
    const ended = await stateAtEnd(small);
    const store = stillStore({ ...ended, run: { ...ended.run, status: 'training' } });
    const say = vi.fn();
    const told = () => say.mock.calls.map(([milestone]) => milestone.kind);
    const stop = narrateRuns(store, { after: timer, now: () => performance.now() }, say);
    expect(told()).toEqual(['started']);
    store.setState({ experiment: { ...small, seed: 7 } });
    store.setState({ experiment: small, run: ended.run });
    await vi.advanceTimersByTimeAsync(pause - 1);
    expect(told()).toEqual(['started']);
    await vi.advanceTimersByTimeAsync(1);
    expect(told()).toEqual(['started', 'finished']);
    store.setState({ picked: 1 });
    await vi.advanceTimersByTimeAsync(10 * pause);
    expect(say).toHaveBeenCalledTimes(2);
    stop();
    store.setState({ run: { ...ended.run, status: 'diverged' } });
    await vi.advanceTimersByTimeAsync(10 * pause);
    expect(say).toHaveBeenCalledTimes(2);
    expect(vi.getTimerCount()).toBe(0);
  });
});
