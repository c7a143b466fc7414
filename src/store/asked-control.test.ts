import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { defaults, type Experiment } from '../experiment/parameters';
import { SupersededError, WorkerCrashedError, type Caller, type Method } from '../training/protocol';
import { createAskedControl } from './asked-control';
import { initialState, type AppState } from './state';
import { aWhile as passes, clock } from './testing';
import { askedOf } from './views/asked';

/** A page that rests with parts in sight, and a worker that answers when the test says so. */
function page(watched: AppState['watched'] = { images: 'seen' }) {
  const first = initialState(defaults, []);
  const store = createStore<AppState>(() => ({ ...first, watched, run: { ...first.run, status: 'paused' } }));
  const put: { method: Method; params: never; resolve(answer: unknown): void; reject(error: Error): void }[] = [];
  const call = (method: Method, params: never) =>
    new Promise((resolve, reject) => void put.push({ method, params, resolve, reject }));
  const control = createAskedControl(store, { call, restart() {} } as unknown as Caller, clock);
  const change = (patch: Partial<Experiment>) =>
    store.setState(({ experiment }) => ({ experiment: { ...experiment, ...patch } }));
  return { store, put, control, change, images: () => askedOf('images')(store.getState()) };
}

describe('a question of a panel', () => {
  it('is put once it has rested while the panel is seen, and answered once', async () => {
    const { put, images, store } = page();
    await passes(299);
    expect(put).toEqual([]);
    await passes(1);
    expect(put.map(({ method }) => method)).toEqual(['images']);
    expect(images().status).toBe('loading');
    put[0]!.resolve({ from: 0 });
    await passes(0);
    expect(images()).toMatchObject({ status: 'ready', value: { answer: { from: 0 } } });
    store.setState({ picked: 1 });
    await passes(5000);
    expect(put).toHaveLength(1);
  });

  it('is not put out of sight, nor for what a slider passes through', async () => {
    const { put, store, change } = page({ images: 'unseen' });
    await passes(5000);
    store.setState({ watched: { images: 'seen' } });
    for (const sigma of [0.1, 0.2, 0.3, 0.4]) {
      change({ sigma });
      await passes(200);
    }
    await passes(300);
    expect(put.map(({ params }) => (params as { experiment: Experiment }).experiment.sigma)).toEqual([0.4]);
  });

  it('is not put off by whatever else happens on the page', async () => {
    const { put, store } = page();
    for (let i = 0; i < 3; i++) {
      await passes(100);
      store.setState({ picked: i });
    }
    expect(put).toHaveLength(1);
  });

  it('whose answer comes too late is dropped: the newest counts', async () => {
    const { put, images, change } = page();
    await passes(300);
    change({ sigma: 0.4 });
    await passes(300);
    put[1]!.resolve({ from: 2 });
    put[0]!.resolve({ from: 1 });
    await passes(0);
    expect(images()).toMatchObject({ status: 'ready', value: { answer: { from: 2 } } });
  });

  it('that fails when a newer one is under way is not worth a word', async () => {
    const { put, images, change } = page();
    await passes(300);
    change({ sigma: 0.4 });
    await passes(300);
    put[0]!.reject(new WorkerCrashedError({ kind: 'worker-not-started' }));
    await passes(1000);
    expect([put.length, images().status]).toEqual([2, 'loading']);
    put[1]!.resolve({ from: 2 });
    await passes(0);
    expect(images()).toMatchObject({ status: 'ready', failure: null });
  });

  it('that is under way is not put twice when the panel goes out of sight and comes back', async () => {
    const { put, images, store } = page();
    await passes(300);
    store.setState({ watched: {} });
    await passes(1000);
    store.setState({ watched: { images: 'seen' } });
    await passes(1000);
    put[0]!.resolve({ from: 7 });
    await passes(0);
    expect([put.length, images().status]).toEqual([1, 'ready']);
  });

  it('that cannot be answered says why, and is put again only when it is asked for', async () => {
    const { put, images, control } = page();
    await passes(300);
    put[0]!.reject(new WorkerCrashedError({ kind: 'worker-not-started' }));
    await passes(5000);
    expect(images()).toEqual({ status: 'failed', value: null, failure: { kind: 'worker-not-started' } });
    expect(put).toHaveLength(1);
    control.retry();
    expect(images().status).toBe('loading');
    await passes(300);
    put[1]!.resolve({ from: 0 });
    await passes(0);
    expect(images()).toMatchObject({ status: 'ready', failure: null });
  });

  it.each([
    ['images', { images: 'seen' }, 300],
    ['oneImage', { oneImage: 'seen' }, 0],
    ['otherMatrix', { theory: 'seen' }, 300],
  ] as const)(
    '%s that was given up with its worker is put again when the page is back',
    async (name, watched, rest) => {
      const { put, store } = page(watched);
      await passes(rest);
      store.setState({ presence: 'released' });
      put[0]!.reject(new SupersededError('given up'));
      await passes(5000);
      expect(put).toHaveLength(1);
      expect(askedOf(name)(store.getState()).status).toBe('loading');
      store.setState({ presence: 'shown' });
      await passes(rest);
      put[1]!.resolve({});
      await passes(0);
      expect(askedOf(name)(store.getState()).status).toBe('ready');
    },
  );

  it('that was given up while the page is there is put again, once', async () => {
    const { put, images } = page();
    await passes(300);
    put[0]!.reject(new SupersededError('given up'));
    await passes(0);
    await passes(300);
    put[1]!.resolve({ from: 0 });
    await passes(5000);
    expect([put.length, images().status]).toEqual([2, 'ready']);
  });

  it('of what is large waits for a run that goes on', async () => {
    const { put, store } = page({ theory: 'seen' });
    store.setState(({ run }) => ({ run: { ...run, status: 'training' } }));
    await passes(5000);
    expect(put).toEqual([]);
    store.setState(({ run }) => ({ run: { ...run, status: 'finished' } }));
    await passes(300);
    expect(put.map(({ method }) => method)).toEqual(['spectrum']);
  });
});
