import { describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { decodeLink } from '../../experiment/link';
import { sizeClass } from '../../training/backend-choice';
import type { Caller } from '../../training/protocol';
import { createRaceControl } from './race-control';
import { initialState, type AppState } from '../state';
import { aWhile, clock, smallLink } from '../testing';

const auto = smallLink.replace('cpu', 'auto');

/** A page whose first frame and spectrum are there, and a race that the GPU wins. */
function page(
  link: string,
  {
    memory = null as string | null,
    outcome = () => Promise.resolve({ winner: 'webgl', reason: { kind: 'timed', winner: 'webgl', wasm: 3, webgl: 1 } }),
  } = {},
) {
  const state = initialState(decodeLink(link).experiment, []);
  const store = createStore<AppState>(() => state);
  const caller = { call: vi.fn(outcome), restart: vi.fn() };
  const write = vi.fn(),
    onChoice = vi.fn();
  // With a GPU, or there would be no race.
  const asked = {
    ...caller,
    call: (method: string) => (method === 'probe' ? Promise.resolve({ status: 'usable' }) : caller.call()),
  };
  createRaceControl(store, asked as unknown as Caller, { read: () => memory, write }, clock);
  store.subscribe(({ choice }, before) => choice !== before.choice && onChoice());
  const settle = () =>
    store.setState(({ run, data }) => ({ run: { ...run, latest: {} as never }, data: { ...data, status: 'ready' } }));
  return { store, caller, write, onChoice, settle };
}

describe('the race between backends', () => {
  it('waits for the first frame and the spectrum and a quiet moment, is run once, and ends with its worker', async () => {
    const { store, caller, write, onChoice, settle } = page(auto);
    await aWhile(5000);
    expect(caller.call).not.toHaveBeenCalled();
    settle();
    await aWhile(100);
    expect(caller.call).not.toHaveBeenCalled();
    await aWhile(5000);
    expect(caller.call).toHaveBeenCalledTimes(1);
    // The worker that looked for a GPU, and the one that timed it.
    expect(caller.restart).toHaveBeenCalledTimes(2);
    expect(onChoice).toHaveBeenCalledTimes(1);
    const choice = {
      sizeClass: sizeClass(decodeLink(auto).experiment),
      winner: 'webgl',
      reason: { kind: 'timed', winner: 'webgl', wasm: 3, webgl: 1 },
    };
    expect(store.getState().choice).toEqual(choice);
    expect(JSON.parse(write.mock.calls[0]![0])).toEqual([choice]);
    store.setState({ experiment: { ...store.getState().experiment, sigma: 1 } });
    await aWhile(5000);
    expect(caller.call).toHaveBeenCalledTimes(1);
  });

  it('waits until the curve is drawn', async () => {
    const { store, caller, settle } = page(auto);
    store.setState(({ curve }) => ({ curve: { ...curve, status: 'running' } }));
    settle();
    await aWhile(5000);
    expect(caller.call).not.toHaveBeenCalled();
    store.setState(({ curve }) => ({ curve: { ...curve, status: 'ready' } }));
    await aWhile(5000);
    expect(caller.call).toHaveBeenCalledTimes(1);
  });

  it('is run again for an experiment of another size', async () => {
    const { store, caller, settle } = page(auto);
    settle();
    await aWhile(5000);
    store.setState({ experiment: { ...store.getState().experiment, n: 4000, m: 512 } });
    await aWhile(5000);
    expect(caller.call).toHaveBeenCalledTimes(2);
  });

  it('is not run where the visitor has chosen', async () => {
    const { caller, settle } = page(smallLink);
    settle();
    await aWhile(5000);
    expect(caller.call).not.toHaveBeenCalled();
  });

  it('is remembered from an earlier visit, and holds from the first frame on, which waits for nothing', async () => {
    const choice = { sizeClass: sizeClass(decodeLink(auto).experiment), winner: 'cpu', reason: { kind: 'emulated' } };
    const { store, caller, settle } = page(auto, { memory: JSON.stringify([choice]) });
    expect(store.getState().choice).toBeNull();
    settle();
    expect(store.getState().choice).toEqual(choice);
    await aWhile(5000);
    expect(caller.call).not.toHaveBeenCalled();
  });

  it.each([
    '',
    'not json',
    'null',
    '7',
    '{}',
    '[null, 7, "x", {}]',
    '[{"sizeClass":1,"winner":"quantum","reason":{"kind":"emulated"}}]',
  ])('takes nothing from a memory that holds %j', async (memory) => {
    const { store, caller, settle } = page(auto, { memory });
    expect(store.getState().choice).toBeNull();
    settle();
    await aWhile(5000);
    expect(caller.call).toHaveBeenCalledTimes(1);
  });

  it.each([
    'faster',
    null,
    {},
    { kind: 'magic' },
    { kind: 'timed', winner: 'wasm', wasm: 'fast', webgl: null },
    { kind: 'timed', winner: 'cpu', wasm: 1, webgl: null },
  ])('is run again where its reason is remembered as %j, which there are no words for', async (reason) => {
    const { caller, settle } = page(auto, {
      memory: JSON.stringify([{ sizeClass: sizeClass(decodeLink(auto).experiment), winner: 'cpu', reason }]),
    });
    settle();
    await aWhile(5000);
    expect(caller.call).toHaveBeenCalledTimes(1);
  });

  it('that fails leaves WebAssembly, and is not run again', async () => {
    const { store, caller, write, settle } = page(auto, { outcome: () => Promise.reject(new Error('crashed')) });
    settle();
    await aWhile(5000);
    expect(store.getState().choice).toMatchObject({ winner: 'wasm' });
    store.setState({ experiment: { ...store.getState().experiment, sigma: 1 } });
    await aWhile(5000);
    expect(caller.call).toHaveBeenCalledTimes(1);
    expect(write).not.toHaveBeenCalled();
  });
});
