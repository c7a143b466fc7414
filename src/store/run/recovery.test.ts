import { noAssets } from '../../images/assets';
import { describe, expect, it } from 'vitest';
import { leading } from '../../network/matrices';
import { noticed, said, unexpected } from '../../problems/testing';
import { createEngine } from '../../training/engine';
import { WorkerCrashedError, type Advanced, type Caller } from '../../training/protocol';
import { BackendUnavailableError, LostContextError } from '../../training/trainer';
import { aWhile, finished, localCaller, smallLink, testApp, until, type Meddle } from '../testing';

/** Throws what it is told to at the given calls of `advance`, counted from 1. */
function failingAt(error: () => Error, ...at: number[]): Meddle {
  let advances = 0;
  return (method) => {
    if (method === 'advance' && at.includes(++advances)) throw error();
  };
}
const messages = (app: ReturnType<typeof testApp>) =>
  app.store.getState().notices.map((notice) => `${notice.field}: ${noticed(notice)}`);

describe('a backend that cannot run here', () => {
  const without =
    (...missing: string[]): Meddle =>
    (method, { backend }: { backend: string }) => {
      if (method === 'start' && missing.includes(backend))
        throw new BackendUnavailableError(unexpected(`There is no ${backend} here.`));
    };

  it('is replaced by the next, and a notice says so', async () => {
    const app = testApp(smallLink.replace('cpu', 'webgl'), { training: localCaller(without('webgl', 'wasm')) });
    expect((await finished(app)).run.backend).toBe('cpu');
    expect(messages(app)).toEqual([
      'backend: backend: There is no wasm here. Training runs on plain TypeScript instead.',
    ]);
  });

  it('is a failure in words when there is no next', async () => {
    const app = testApp(smallLink.replace('cpu', 'webgl'), { training: localCaller(without('webgl', 'wasm', 'cpu')) });
    const { run } = await until(app, (state) => state.run.status === 'failed');
    expect(said(run.failure!)).toMatch(/^None of the ways to train works/);
  });

  it('is tried again for the next experiment', async () => {
    const training = localCaller(without('wasm'));
    const app = testApp(smallLink.replace('cpu', 'wasm'), { training });
    await finished(app);
    const before = training.calls.length;
    app.change({ sigma: 0.5 });
    await until(app, (state) => state.run.status === 'training');
    await finished(app);
    expect(
      training.calls
        .slice(before)
        .filter(({ method }) => method === 'start')
        .map(({ params }) => (params as { backend: string }).backend),
    ).toEqual(['wasm', 'cpu']);
  });
});

describe.each([
  ['a lost context', () => new LostContextError(unexpected('lost')), 'The GPU was taken away'],
  ['a crashed worker', () => new WorkerCrashedError(unexpected('crashed')), 'The training worker stopped'],
] as const)('%s', (_, error, words) => {
  it('is replayed to the same step, and the run ends as if nothing had been', async () => {
    const app = testApp(smallLink, { training: localCaller(failingAt(error, 8)) });
    const steps: number[] = [];
    app.store.subscribe(({ run }) => steps.push(run.latest?.step ?? -1));
    const { run } = await finished(app);
    const undisturbed = (await finished(testApp(smallLink))).run;
    expect(run.latest).toEqual(undisturbed.latest);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b)); // what is shown never goes back
    expect(messages(app)).toEqual([`backend: ${words}; the run was replayed to step 7 from the same seed.`]);
  });

  it('is replayed behind what the page shows, however many batches that takes', async () => {
    // Every batch that is bounded by time makes one step.
    const failing = failingAt(error, 8);
    const training = localCaller((method, params: { budget: number | null }, call) => {
      if (method === 'advance' && params.budget !== null) params.budget = 0;
      return failing(method, params as never, call);
    });
    const app = testApp(smallLink, { training });
    const seen: { step: number; points: number }[] = [];
    app.store.subscribe(({ run }) => seen.push({ step: run.latest?.step ?? 0, points: run.history.length }));
    const { run } = await finished(app);
    expect(training.calls.length).toBeGreaterThan(30);
    expect(seen.map(({ step }) => step)).toEqual(seen.map(({ step }) => step).toSorted((a, b) => a - b));
    expect(seen.map(({ points }) => points)).toEqual(seen.map(({ points }) => points).toSorted((a, b) => a - b));
    expect(run.history).toEqual((await finished(testApp(smallLink))).run.history);
  });

  it('during the replay is replayed to the same step again', async () => {
    const app = testApp(smallLink, { training: localCaller(failingAt(error, 8, 9)) });
    expect((await finished(app)).run.latest!.step).toBe(40);
    expect(messages(app)).toEqual([`backend: ${words}; the run was replayed to step 7 from the same seed.`]);
  });

  it('leaves a paused run paused, at the step that was asked for', async () => {
    const app = testApp(`${smallLink}&autoplay=0`, { training: localCaller(failingAt(error, 2)) });
    await until(app, (state) => state.run.status === 'paused');
    app.step(5);
    await until(app, (state) => state.run.latest?.step === 5);
    app.step(2);
    await until(app, (state) => state.run.latest?.step === 7);
    await aWhile();
    expect(app.store.getState().run).toMatchObject({ status: 'paused', latest: { step: 7 } });
  });
});

describe('what happens again and again', () => {
  it('as a crash is a failure in words, which a reset may try again', async () => {
    let broken = true;
    const app = testApp(smallLink, {
      training: localCaller((method) => {
        if (method === 'advance' && broken) throw new WorkerCrashedError(unexpected('out of memory'));
      }),
    });
    const { run } = await until(app, (state) => state.run.status === 'failed');
    expect(said(run.failure!)).toMatch(/several times in a row.*smaller width/);
    expect(run.latest!.step).toBe(0);
    broken = false;
    app.restart();
    expect((await finished(app)).run.failure).toBeNull();
  });

  it('as a lost context makes the run move to the next backend', async () => {
    let backend = '';
    const training = localCaller((method, params: { backend: string }) => {
      if (method === 'start') backend = params.backend;
      if (method === 'advance' && backend === 'wasm') throw new LostContextError(unexpected('lost'));
    });
    const app = testApp(smallLink.replace('cpu', 'wasm'), { training });
    expect((await finished(app)).run.backend).toBe('cpu');
  });

  it('at the same step, however often it is reached anew, leads to the next backend or a failure', async () => {
    let step = 0;
    const training = localCaller((method, params: { backend: string; steps: number }) => {
      if (method === 'start') step = 0;
      if (method === 'advance' && (step += params.steps) > 13) throw new WorkerCrashedError(unexpected('crashed'));
    });
    const app = testApp(smallLink, { training });
    await until(app, (state) => state.run.status === 'failed');
    expect(training.calls.filter(({ method }) => method === 'start').length).toBe(3);
  });

  it('as any other error is a failure in its own words, at once', async () => {
    const training = localCaller(failingAt(() => new RangeError('Array buffer allocation failed'), 3));
    const app = testApp(smallLink, { training });
    const { run } = await until(app, (state) => state.run.status === 'failed');
    expect(said(run.failure!)).toBe('Array buffer allocation failed');
    expect(run.latest!.step).toBe(2);
    expect(training.calls.filter(({ method }) => method === 'start').length).toBe(1);
  });
});

describe('a run that diverges', () => {
  /** An engine whose filters stop being finite at a step. */
  function divergingAt(step: number): Caller {
    const engine = createEngine(noAssets('no digits here'));
    return {
      restart() {},
      async call(method, params, onProgress) {
        const result = await (engine[method] as (p: unknown, on: typeof onProgress) => Promise<unknown>)(
          params,
          onProgress,
        );
        if (method !== 'advance') return result as never;
        const { trail, snapshot, msPerStep } = result as Advanced;
        const spoil = <T extends { step: number }>(point: T): T =>
          point.step < step ? point : { ...point, loss: NaN, singularValues: new Float64Array(0) };
        return { trail: trail.map(spoil), snapshot: spoil(snapshot), msPerStep } as never;
      },
    };
  }

  it('says so and keeps the last good frame and the finite part of the curve', async () => {
    const app = testApp(smallLink, { training: divergingAt(11) });
    const { run } = await until(app, (state) => state.run.status === 'diverged');
    expect(run.latest!.step).toBe(10);
    expect(run.history.at(-1)!.step).toBe(10);
    expect(run.history.every(({ loss }) => Number.isFinite(loss))).toBe(true);
    await aWhile();
    expect(app.store.getState().run.status).toBe('diverged');
  });

  it('before a frame of its own was shown shows its first one', async () => {
    const app = testApp(`${smallLink}&step=30`, { training: divergingAt(11) });
    const { run } = await until(app, (state) => state.run.status === 'diverged');
    expect(run.latest === run.initial).toBe(true); // by identity: a difference would be printed number by number
    expect(leading(run.latest!).singularValues.length).toBe(8);
  });

  it('under a moving slider does not leave the frame of another experiment standing', async () => {
    const app = testApp(smallLink, { training: divergingAt(11) });
    await until(app, (state) => state.run.status === 'diverged');
    app.change({ m: 2 }, { chase: true });
    await until(
      app,
      (state) => state.run.status === 'diverged' && leading(state.run.initial!).singularValues.length === 4,
    );
    expect(leading(app.store.getState().run.latest!).values.length).toBe(2 * 2 * 16);
  });

  it('is not stepped on, whatever was asked for before it did', async () => {
    const training = divergingAt(3);
    const app = testApp(`${smallLink}&autoplay=0&step=2`, {
      training: { ...training, call: async (...request) => (await aWhile(5), training.call(...request)) },
    });
    await until(app, (state) => state.run.latest?.step === 2);
    for (let i = 0; i < 4; i++) app.step();
    await aWhile();
    const { run } = app.store.getState();
    expect(run.status).toBe('diverged');
    expect(run.history.at(-1)!.step).toBe(2);
  });

  it('can be left by a change', async () => {
    const app = testApp(`${smallLink}&steps=20`, { training: divergingAt(11) });
    await until(app, (state) => state.run.status === 'diverged');
    app.change({ steps: 5 });
    expect((await finished(app)).run.latest!.step).toBe(5);
  });
});
