import { describe, expect, it } from 'vitest';
import type { Caller } from '../../training/protocol';
import type { App } from '../app';
import { isWhole } from '../views/record';
import { aWhile, clock, finished, localCaller, smallLink, testApp, until, type LocalCaller } from '../testing';

/** As `localCaller`, with a word on its way before every answer. */
function telling(): Caller & Pick<LocalCaller, 'calls'> {
  const inner = localCaller(() => aWhile(100));
  const call: Caller['call'] = async (method, params, onProgress) => {
    clock.after(50, () => onProgress?.(0.5));
    return inner.call(method, params, onProgress);
  };
  return { call, restart: () => inner.restart(), calls: inner.calls };
}

/** A page whose run was made under a moving slider. */
async function chased(training: Caller): Promise<App> {
  const app = testApp(smallLink, { training });
  await finished(app);
  app.change({ steps: 300 }, { chase: true });
  await until(app, ({ run }) => run.status !== 'finished');
  await finished(app);
  return app;
}

describe('a run', () => {
  it('makes a batch a frame at most, and none where no step is due', async () => {
    const frames: number[] = [],
      batches: number[] = [];
    const training = localCaller((method) => void (method === 'advance' && batches.push(clock.now())));
    const frame = () => clock.frame().then(() => void frames.push(clock.now()));
    await finished(testApp(smallLink, { training, clock: { ...clock, frame } }));
    expect(batches.length).toBeLessThanOrEqual(40);
    expect(new Set(batches).size).toBe(batches.length);
    expect(batches.every((at) => frames.includes(at))).toBe(true);
    expect(frames.length).toBeGreaterThan(95);
  });

  it('says how far a long call has come, until a newer run is due', async () => {
    const training = telling();
    const app = testApp(smallLink, { training });
    const { run } = await until(app, (state) => state.run.progress !== null);
    expect(run).toMatchObject({ status: 'loading', progress: 0.5 });
    while (!training.calls.some(({ method }) => method === 'advance')) await aWhile(1);
    app.change({ sigma: 0.4 });
    let told = false;
    const stop = app.store.subscribe((state) => void (told ||= state.run.progress !== null));
    await aWhile(60);
    expect(told).toBe(false);
    stop();
  });

  it('is recorded again when the page has been left alone for so long, and not before', async () => {
    const training = localCaller();
    const app = await chased(training);
    const calls = training.calls.length;
    await aWhile(390);
    expect(training.calls.length).toBe(calls);
    await until(app, ({ run }) => isWhole(run.history, 300));
  });

  it('that is resting before it is recorded again gives way at once', async () => {
    const app = await chased(localCaller());
    const began = clock.now();
    app.change({ sigma: 0.5 });
    await until(app, (state) => state.run.experiment?.sigma === 0.5);
    expect(clock.now() - began).toBeLessThan(100);
  });

  it('under a moving slider is waited for longer than any other before its worker is given up', async () => {
    for (const [chase, restarts] of [
      [true, 0],
      [false, 1],
    ] as const) {
      const training = localCaller((method, _, call) => (method === 'advance' && call === 3 ? aWhile(500) : undefined));
      const app = testApp(smallLink, { training });
      while (training.calls.length < 3) await aWhile(1);
      app.change({ sigma: 0.5 }, { chase });
      await aWhile(400);
      expect(training.restarts).toBe(restarts);
    }
  });
});
