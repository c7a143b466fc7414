import { describe, expect, it } from 'vitest';
import type { Caller } from '../../training/protocol';
import { aWhile, clock, finished, localCaller, smallLink, testApp, until } from '../testing';

/** As `localCaller`, with a word on its way before every answer. */
function telling(): Caller {
  const inner = localCaller(() => aWhile(100));
  const call: Caller['call'] = async (method, params, onProgress) => {
    clock.after(50, () => onProgress?.(0.5));
    return inner.call(method, params, onProgress);
  };
  return { call, restart: () => inner.restart() };
}

describe('a run', () => {
  it('makes a batch a frame at most', async () => {
    const frames: number[] = [],
      batches: number[] = [];
    const training = localCaller((method) => void (method === 'advance' && batches.push(clock.now())));
    const frame = () => clock.frame().then(() => void frames.push(clock.now()));
    await finished(testApp(smallLink, { training, clock: { ...clock, frame } }));
    expect(batches.length).toBe(20);
    expect(batches).toEqual(frames.slice(0, 20));
  });

  it('says how far a long call has come, until a newer run is due', async () => {
    const app = testApp(smallLink, { training: telling() });
    const { run } = await until(app, (state) => state.run.progress !== null);
    expect(run).toMatchObject({ status: 'loading', progress: 0.5 });
    await until(app, (state) => state.run.status === 'training');
    await aWhile(30); // its first batch is under way
    app.change({ sigma: 0.4 });
    let told = false;
    const stop = app.store.subscribe((state) => void (told ||= state.run.progress !== null));
    await aWhile(60);
    expect(told).toBe(false);
    stop();
  });

  it('is recorded again when the page has been left alone for so long, and not before', async () => {
    const training = localCaller();
    const app = testApp(`${smallLink}&steps=300`, { training });
    app.setSpeed('max');
    await finished(app);
    const calls = training.calls.length;
    await aWhile(390);
    expect(training.calls.length).toBe(calls);
    await until(app, (state) => state.run.history.length === 151);
  });

  it('that is resting before it is recorded again gives way at once', async () => {
    const app = testApp(`${smallLink}&steps=300`);
    app.setSpeed('max');
    await finished(app);
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
