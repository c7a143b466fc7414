import { describe, expect, it } from 'vitest';
import { aWhile, finished, localCaller, smallLink, testApp, until } from '../testing';

describe('while a slider moves', () => {
  it('whole runs end and are shown, although a newer experiment is always due', async () => {
    // A call takes longer than the time between two moves of the slider.
    const app = testApp(smallLink, { training: localCaller(() => aWhile(15)) });
    await finished(app);
    const shown = new Set<unknown>();
    const stop = app.store.subscribe(({ run }) => shown.add(run.latest));
    shown.clear();
    for (let i = 1; i <= 30; i++) {
      app.change({ sigma: i / 100 }, { chase: true });
      await aWhile(8);
    }
    const steps = [...shown].map((latest) => (latest as { step: number }).step);
    expect(steps.length).toBeGreaterThan(3);
    expect(new Set(steps)).toEqual(new Set([40]));
    stop();
  });

  it('the last frame shown is that of where the slider came to rest', async () => {
    const app = testApp(smallLink);
    await finished(app);
    for (const sigma of [0.3, 0.35, 0.25]) app.change({ sigma }, { chase: true });
    await until(app, ({ run }) => run.status !== 'finished');
    const { run } = await finished(app);
    const other = testApp(`${smallLink}&sigma=0.25`);
    expect(run.latest!.matrices).toEqual((await finished(other)).run.latest!.matrices);
    expect(run.initial!.matrices).toEqual(other.store.getState().run.initial!.matrices);
  });

  it('pausing shows the experiment in force at its first step', async () => {
    const app = testApp(smallLink);
    await finished(app);
    app.change({ m: 5 }, { chase: true });
    app.pause();
    const { run } = await until(
      app,
      (state) => state.run.status === 'paused' && state.run.latest?.matrices[0]!.rows === 2 * 5,
    );
    expect(run.latest!.step).toBe(0);
  });
});
