import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Caller, Method } from '../training/protocol';
import type { EmbeddingsParams } from '../training/embeddings';
import { createAttentionControl } from './attention-control';
import { createEmbeddingsControl } from './embeddings-control';
import type { AppState } from './state';
import { aWhile } from './testing';
import { stateAtEnd, testEngine } from './testing-runs';
import { attentionNow, attentionPoints } from './views/attention';
import { embeddingsOf } from './views/embeddings';
import { small } from '../ui/testing/stage';

/** The end of a small run, and a worker that answers when the test says so. */
async function page(link = '', create: typeof createEmbeddingsControl | typeof createAttentionControl) {
  const state: AppState = { ...(await stateAtEnd(small(link), 10)), watched: { depth: 'seen', attention: 'seen' } };
  const store = createStore<AppState>(() => state);
  const put: { params: EmbeddingsParams; answer(): Promise<void> }[] = [];
  const call = (method: Method, params: EmbeddingsParams) =>
    new Promise((resolve) => {
      put.push({ params, answer: async () => resolve(await testEngine[method](params as never)) });
    });
  create(store as never, { call, restart() {} } as unknown as Caller);
  const answer = async () => {
    await put.at(-1)!.answer();
    await aWhile(0);
  };
  const show = (step: number | null) => store.setState(({ run }) => ({ run: { ...run, cursor: step } }));
  return { store, put, state, answer, show };
}

describe('what images become in the network', () => {
  it('is asked of the frame that is shown, then of the first, then follows the cursor; one call at a time', async () => {
    const { store, put, state, answer, show } = await page('', createEmbeddingsControl);
    const { initial, latest, history } = state.run;
    expect(put.map(({ params }) => params.matrices)).toEqual([latest!.matrices]);
    await answer();
    expect(embeddingsOf(store.getState())).toMatchObject({ step: 40, initial: null, stale: false });
    expect(put[1]!.params.matrices).toBe(initial!.matrices);
    show(10);
    show(20);
    expect(put).toHaveLength(2);
    await answer();
    expect(put[2]!.params.matrices).toBe(history[2]!.matrices);
    await answer();
    expect(put).toHaveLength(3);
    const shown = embeddingsOf(store.getState())!;
    expect(shown.step).toBe(20);
    expect(shown.initial).toHaveLength(shown.spectra.length);
  });

  it('of an earlier run stays until that of the new one is there, and says that it is old', async () => {
    const { store, put, answer } = await page('', createEmbeddingsControl);
    await answer();
    await answer();
    const next = await stateAtEnd(small('sigma=0.4'), 10);
    store.setState({ run: next.run, experiment: next.experiment });
    expect(embeddingsOf(store.getState())).toMatchObject({ stale: true });
    expect(put.at(-1)!.params.matrices).toBe(next.run.latest!.matrices);
    await answer();
    expect(embeddingsOf(store.getState())).toMatchObject({ stale: false, initial: null });
  });

  it('is not asked for while nobody looks', async () => {
    const { store, put, show } = await page('', createEmbeddingsControl);
    await put[0]!.answer();
    store.setState({ watched: {} });
    await aWhile(0);
    show(10);
    expect(put).toHaveLength(1);
  });
});

describe('attention along a run', () => {
  it('is asked of the frame that is shown, and then of all that are recorded, each once', async () => {
    const { store, put, answer } = await page('net=transformer&m=16', createAttentionControl);
    await answer();
    expect(attentionNow(store.getState())).toMatchObject({ step: 40, chance: 0.5 });
    await answer();
    expect(attentionPoints(store.getState()).map(({ step }) => step)).toEqual([0, 10, 20, 30, 40]);
    expect(put).toHaveLength(2);
  });

  it('of a network without it is not asked for', async () => {
    const { store, put } = await page('', createAttentionControl);
    expect(put).toHaveLength(0);
    expect(attentionNow(store.getState())).toEqual({ step: 40, share: null, chance: 0.5 });
  });
});
