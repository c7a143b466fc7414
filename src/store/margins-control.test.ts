import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { SupersededError, WorkerCrashedError, type Caller, type Method } from '../training/protocol';
import type { SaidParams } from '../training/said-of';
import { createMarginsControl } from './margins-control';
import type { AppState } from './state';
import { aWhile, finished, smallLink, testApp, until } from './testing';
import { testEngine } from './testing-runs';
import { marginsOf } from './views/margins';
import { askedOf } from './views/asked';
import { filtersFrameOf } from './views/shown-frame';

/** The end of a small run with its first images drawn, and a worker that answers when the test says so. */
async function page() {
  const app = testApp(smallLink);
  await finished(app);
  app.watch('images', 'seen');
  await until(app, ({ margins }) => margins !== null);
  const state: AppState = { ...app.store.getState(), margins: null };
  const store = createStore<AppState>(() => state);
  const put: { params: SaidParams; answer(): Promise<void>; fail(error: Error): void }[] = [];
  const call = (_: Method, params: SaidParams) =>
    new Promise((resolve, reject) => {
      put.push({ params, answer: async () => resolve(await testEngine.said(params)), fail: reject });
    });
  createMarginsControl(store, { call, restart() {} } as unknown as Caller);
  const { answer: sample } = askedOf('images')(state).value!;
  const show = (step: number | null) => store.setState(({ run }) => ({ run: { ...run, cursor: step } }));
  return { store, put, sample, state, show, margins: () => marginsOf(store.getState(), sample) };
}

describe('margins', () => {
  it('are what the engine says of the images that are shown, each times its label, to the bit', async () => {
    const { put, margins, sample, state } = await page();
    expect(put).toHaveLength(1);
    expect(put[0]!.params.matrices).toBe(filtersFrameOf(state)!.matrices);
    await put[0]!.answer();
    await aWhile(0);
    const { outputs } = (await testEngine.said(put[0]!.params))!;
    expect(Array.from(margins()!)).toEqual(Array.from(outputs, (f, i) => f * sample.noisy.labels[i]!));
    expect(put).toHaveLength(1);
  });

  it('follow frames one call at a time, the newest next, and end as those of the frame that is shown', async () => {
    const { put, show, store, state } = await page();
    const steps = state.run.history.slice(0, 5).map(({ step }) => step);
    for (const step of steps) show(step);
    expect(put).toHaveLength(1);
    await put[0]!.answer();
    await aWhile(0);
    expect(put).toHaveLength(2);
    expect(put[1]!.params.matrices).toBe(state.run.history[4]!.matrices);
    await put[1]!.answer();
    await aWhile(0);
    expect(put).toHaveLength(2);
    expect(store.getState().margins!.of.frame).toBe(filtersFrameOf(store.getState()));
  });

  it('are not asked for out of sight while a run trains, and not of a page that is gone', async () => {
    const { put, store, show, state } = await page();
    await put[0]!.answer();
    await aWhile(0);
    store.setState(({ run }) => ({ watched: { images: 'unseen' }, run: { ...run, status: 'training' } }));
    show(state.run.history[1]!.step);
    store.setState({ watched: { images: 'seen' }, presence: 'away' });
    await aWhile(0);
    expect(put).toHaveLength(1);
    store.setState({ presence: 'shown' });
    expect(put).toHaveLength(2);
  });

  it('of other images than those that are shown are never shown', async () => {
    const { put, store, sample } = await page();
    await put[0]!.answer();
    await aWhile(0);
    expect(marginsOf(store.getState(), { ...sample })).toBeNull();
  });

  it('are asked for again where the worker was given up, and left out after another failure', async () => {
    const { put, margins } = await page();
    put[0]!.fail(new SupersededError());
    await aWhile(0);
    expect(put).toHaveLength(2);
    put[1]!.fail(new WorkerCrashedError({ kind: 'unexpected', message: 'gone' }));
    await aWhile(0);
    expect(put).toHaveLength(2);
    expect(margins()).toBeNull();
  });
});
