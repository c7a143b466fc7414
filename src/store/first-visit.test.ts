import { describe, expect, it } from 'vitest';
import { noticed } from '../problems/testing';
import { hasMemorised } from './views/regime';
import { aWhile, finished, localCaller, smallLink, testApp, until } from './testing';

describe('a visitor who does things at odd moments', () => {
  it('can pause a replay to a step, which then stays paused where it got', async () => {
    // Every batch takes a while, so that the replay is under way when it is paused.
    const app = testApp(`${smallLink}&steps=4000&step=4000`, { training: localCaller(() => aWhile(20)) });
    await until(app, ({ run }) => run.initial !== null);
    expect(app.store.getState().run.status).toBe('loading');
    app.pause();
    await until(app, ({ run }) => run.status === 'paused');
    const { step } = (await until(app, ({ run }) => run.latest !== null)).run.latest!;
    await aWhile(150);
    expect(app.store.getState().run).toMatchObject({ status: 'paused', latest: { step } });
    expect(step).toBeLessThan(4000);
  });

  it('can pause while images are drawn, and take it back', async () => {
    const app = testApp(smallLink, {
      training: localCaller((method) => (method === 'start' ? aWhile(40) : undefined)),
    });
    app.pause();
    expect(app.store.getState().run.playing).toBe(false);
    app.play();
    expect(app.store.getState().run.playing).toBe(true);
    expect((await finished(app)).run.latest!.step).toBe(40);
  });

  it('does not see the failure of a run that a newer one has replaced', async () => {
    let starts = 0;
    const training = localCaller(async (method) => {
      if (method !== 'start' || ++starts > 1) return;
      await aWhile(30);
      throw new Error('the digits could not be loaded');
    });
    const app = testApp(smallLink, { training });
    await aWhile(10);
    app.change({ sigma: 0.1 });
    expect((await finished(app)).run.failure).toBeNull();
  });

  it('is not told of memorised noise where nothing was learnt, or where there is no noise', async () => {
    for (const link of [`${smallLink}&steps=1`, `${smallLink}&sigma=0&steps=1`, `${smallLink}&sigma=0`]) {
      expect(hasMemorised(await finished(testApp(link)))).toBe(false);
    }
    const memorised = await finished(testApp(`${smallLink}&sigma=1.5&n=8&steps=300`));
    expect(memorised.run.latest!.trainAccuracy).toBe(1);
    expect(hasMemorised(memorised)).toBe(true);
  });

  it('types a value outside its range and gets the nearest, with a notice that names it', async () => {
    const app = testApp(`${smallLink}&autoplay=0`);
    app.enter('n', '99999');
    expect(app.store.getState().experiment.n).toBe(4000);
    expect(app.store.getState().notices.map(noticed)).toEqual(['n: 99999 is outside 2 to 4000; 4000 is used.']);
    app.enter('n', '16');
    expect(app.store.getState().notices).toEqual([]);
  });

  it('types what is no number, and keeps what was there, with a notice that says so', () => {
    const app = testApp(`${smallLink}&autoplay=0`);
    const before = app.store.getState().experiment;
    app.enter('n', 'many');
    expect(app.store.getState().experiment).toBe(before);
    expect(app.store.getState().notices.map(noticed)).toEqual(['n: “many” is not a number; 16 is used.']);
  });
});
