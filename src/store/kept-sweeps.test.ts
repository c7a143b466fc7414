import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { rememberSweeps, type SweepMemory } from './kept-sweeps';
import type { Memory } from './memory';
import type { AppState } from './state';
import { browserShelf, type SweepShelf } from './sweep-shelf';
import { writeSweep } from './sweep-text';
import { aWhile, smallLink, testApp, until, writeState } from './testing';
import { clock } from './testing-clock';

const link = (also = '') => `${smallLink}&steps=10&levels=4&autoplay=0${also}`;
const text = (written = ''): Memory & { readonly now: () => string } => {
  let now = written;
  return { now: () => now, read: () => now || null, write: (next) => void (now = next) };
};
/** A tab: what it has of its own, and the device's shelf, which it may reach or not. */
const tab = (of: Partial<SweepMemory> = {}): SweepMemory => ({
  shelf: browserShelf(),
  tab: text(),
  earlier: text(),
  ...of,
});
/** On a page, IndexedDB answers between two frames of the clock; the tests' clock does not wait for it. */
const settled = async (done: () => boolean) => vi.waitFor(() => expect(done()).toBe(true), { timeout: 120_000 });

async function answered(calls: { readonly mock: { readonly results: readonly { readonly value: unknown }[] } }) {
  await Promise.allSettled(calls.mock.results.map(({ value }) => value));
  await new Promise((resolve) => setTimeout(resolve));
}

async function swept(memory: SweepMemory, also = '') {
  const app = testApp(link(also), { sweepMemory: memory });
  app.startSweep('sweep');
  const { sweep } = await until(app, (state) => state.sweep.status === 'ready');
  await settled(() => app.store.getState().sweepsKept.sweep !== null);
  return { app, sweep };
}
/** A page that is opened, and what it shows of a sweep once it has looked. */
async function opened(memory: SweepMemory, also = '') {
  const get = vi.spyOn(memory.shelf, 'get');
  const app = testApp(link(also), { sweepMemory: memory });
  await settled(() => get.mock.calls.some(([name]) => name.startsWith('map')));
  // Until no answer leads to another question.
  for (let asked = 0; asked < get.mock.calls.length;) {
    asked = get.mock.calls.length;
    await answered(get);
  }
  get.mockRestore();
  return { app, state: app.store.getState() };
}

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));

describe('sweeps that are kept', () => {
  it('are there when the tab is loaded again, whatever experiment it shows by then', async () => {
    const mine = text();
    const { sweep } = await swept(tab({ tab: mine }));
    const { state } = await opened(tab({ tab: mine }), '&m=3');
    expect(state.sweep).toEqual(sweep);
    expect(state.sweepsKept).toEqual({ sweep: true, map: null });
  });

  it('are there in another tab that opens the same experiment, and alter no other link', async () => {
    const { sweep } = await swept(tab());
    expect((await opened(tab(), '&sigma=0.5')).state.sweep).toEqual({
      ...sweep,
      plan: { ...sweep.plan!, experiment: sweep.plan!.experiment },
    });
    expect((await opened(tab(), '&m=3')).state.sweep.status).toBe('empty');
  });

  it('of two tabs stay each its own, whoever writes last', async () => {
    const first = text(),
      second = text();
    const one = await swept(tab({ tab: first })),
      other = await swept(tab({ tab: second }), '&m=3');
    expect((await opened(tab({ tab: first }))).state.sweep).toEqual(one.sweep);
    expect((await opened(tab({ tab: second }))).state.sweep).toEqual(other.sweep);
  });

  it('go on after a crash with what is missing, and end as they would have', async () => {
    const mine = text();
    const memory = tab({ tab: mine });
    const { app, sweep } = await swept(memory);
    const cut = { ...sweep, status: 'running', results: sweep.results.with(1, null).with(3, null) } as const;
    await memory.shelf.clear();
    const put = vi.spyOn(memory.shelf, 'put');
    writeState(app, { sweep: cut });
    // Nothing but time passes: the page does not get to say farewell.
    await aWhile(1100);
    await answered(put);
    const again = await opened(tab({ tab: mine }));
    expect(again.state.sweep).toEqual({ ...cut, status: 'stopped' });
    again.app.resumeSweep('sweep');
    expect((await until(again.app, (state) => state.sweep.status === 'ready')).sweep).toEqual(sweep);
  });

  it('of versions before are taken over', async () => {
    const { sweep } = await swept(tab());
    vi.stubGlobal('indexedDB', new IDBFactory());
    const earlier = text(writeSweep('sweep', sweep));
    expect((await opened(tab({ earlier }))).state.sweep).toEqual(sweep);
    expect(earlier.now()).toBe('');
  });

  it('that were begun before the browser answered are not replaced', async () => {
    await swept(tab());
    const app = testApp(link(), { sweepMemory: tab() });
    app.startSweep('sweep');
    const mine = await until(app, (state) => state.sweep.status === 'ready');
    await settled(() => app.store.getState().sweepsKept.sweep !== null);
    expect(app.store.getState().sweep).toBe(mine.sweep);
  });

  it('can be forgotten, and go on being shown', async () => {
    const mine = text();
    const { app, sweep } = await swept(tab({ tab: mine }));
    app.forgetSweeps();
    expect(app.store.getState()).toMatchObject({ sweep, sweepsKept: { sweep: null, map: null } });
    expect((await opened(tab({ tab: mine }))).state.sweep.status).toBe('empty');
    expect((await opened(tab())).state.sweep.status).toBe('empty');
  });

  it('on a full disk are there for this visit, and that is known', async () => {
    const full: SweepShelf = {
      ...browserShelf(),
      put: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
    };
    const { app, sweep } = await swept(tab({ shelf: full }));
    expect(app.store.getState()).toMatchObject({ sweep, sweepsKept: { sweep: false } });
  });

  it('where nothing may be kept are there for this visit', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const { app } = await swept(tab());
    expect(app.store.getState().sweepsKept.sweep).toBe(false);
  });
});

describe('writing', () => {
  it('happens at most once a second while results come, and at once when they have', async () => {
    const put = vi.fn((_name: string, _write: (kept: string | null) => string) => Promise.resolve());
    const app = testApp(link());
    rememberSweeps(app.store as never, tab({ shelf: { ...browserShelf(), put } }), clock);
    const { sweep } = await swept(tab());
    put.mockClear();
    const some = (count: number, status: AppState['sweep']['status']) =>
      writeState(app, {
        sweep: { ...sweep, status, results: sweep.results.map((one, i) => (i < count ? one : null)) },
      });
    writeState(app, { pace: 'slow' });
    await aWhile(5000);
    expect(put).not.toHaveBeenCalled();
    for (const count of [0, 1, 2, 3]) {
      some(count, 'running');
      await aWhile(300);
    }
    expect(put).toHaveBeenCalledTimes(1);
    some(4, 'ready');
    expect(put).toHaveBeenCalledTimes(2);
    expect(put.mock.calls.at(-1)![1](null)).toContain('"results"');
  });
});
