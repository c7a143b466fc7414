import { describe, expect, it } from 'vitest';
import { aWhile, finished, localCaller, smallLink, testApp, until } from '../testing';

const long = smallLink.replace('steps=40', 'steps=400');
const stepOf = (app: ReturnType<typeof testApp>) => app.store.getState().run.latest?.step ?? -1;

describe('a page out of sight', () => {
  it('makes its first frame and no step, until it is seen', async () => {
    const training = localCaller();
    const app = testApp(smallLink, { training, presence: 'away' });
    await until(app, ({ run, data }) => run.latest !== null && data.status === 'ready');
    await aWhile();
    expect(training.calls.map(({ method }) => method)).toEqual(['start']);
    expect(app.store.getState().run).toMatchObject({ status: 'training', playing: true });
    app.setPresence('shown');
    await finished(app);
  });

  it('stops at once and goes on at the same step', async () => {
    const app = testApp(long);
    await until(app, () => stepOf(app) > 20);
    app.setPresence('away');
    await aWhile();
    const step = stepOf(app);
    await aWhile();
    expect(stepOf(app)).toBe(step);
    expect(app.store.getState().run.playing).toBe(true);
    app.setPresence('shown');
    expect((await finished(app)).run.latest).toEqual((await finished(testApp(long))).run.latest);
  });

  it('gives its worker back, shows the same frame when it is seen again, and ends as it would have', async () => {
    const training = localCaller();
    const app = testApp(long, { training });
    await until(app, () => stepOf(app) > 20);
    app.setPresence('away');
    app.setPresence('released');
    await aWhile();
    expect(training.restarts).toBe(1);
    const calls = training.calls.length;
    const { latest, history } = app.store.getState().run;
    await aWhile();
    expect(training.calls.length).toBe(calls);
    const shown: number[] = [];
    app.store.subscribe(({ run }) => shown.push(run.latest!.step));
    app.setPresence('shown');
    expect(app.store.getState().run).toMatchObject({ latest, history, status: 'training' });
    const undisturbed = (await finished(testApp(long))).run;
    const { run, notices } = await finished(app);
    expect(run.latest).toEqual(undisturbed.latest);
    expect(run.history.map(({ step }) => step)).toEqual(undisturbed.history.map(({ step }) => step));
    expect(Math.min(...shown)).toBe(latest!.step);
    expect(notices).toEqual([]);
  });

  it('that is paused stays so, and makes its run again only when it is to go on', async () => {
    const training = localCaller();
    const app = testApp(`${long}&autoplay=0&step=50`, { training });
    await until(app, ({ run }) => run.status === 'paused' && run.latest?.step === 50);
    app.setPresence('away');
    app.setPresence('released');
    const calls = training.calls.length;
    app.setPresence('shown');
    await aWhile();
    expect(training.calls.length).toBe(calls);
    app.step(2);
    await until(app, () => stepOf(app) === 52);
    expect(app.store.getState().run.status).toBe('paused');
  });

  it('that was released before its first frame makes it when it is seen', async () => {
    const training = localCaller(() => aWhile(30));
    const app = testApp(smallLink, { training, presence: 'away' });
    await aWhile(5);
    app.setPresence('released');
    await aWhile(80);
    expect(app.store.getState().run.latest).toBeNull();
    app.setPresence('shown');
    await finished(app);
  });

  it('that is given up and seen again and again arrives all the same', async () => {
    const app = testApp(long);
    for (const at of [10, 60, 120]) {
      await until(app, () => stepOf(app) > at);
      app.setPresence('away');
      app.setPresence('released');
      await aWhile(5);
      app.setPresence('shown');
      await aWhile(2);
      app.setPresence('away');
      app.setPresence('released');
      app.setPresence('shown');
    }
    const { run, notices } = await finished(app);
    expect(run.latest).toEqual((await finished(testApp(long))).run.latest);
    expect(notices).toEqual([]);
  });

  it('shows the first frame of what it is changed to, and trains it when it is seen', async () => {
    const app = testApp(smallLink);
    await finished(app);
    app.setPresence('away');
    app.change({ sigma: 0.9 });
    await until(app, ({ run }) => run.experiment?.sigma === 0.9 && run.latest?.step === 0);
    app.setPresence('released');
    app.change({ sigma: 0.8 });
    await aWhile();
    expect(app.store.getState().run.experiment!.sigma).toBe(0.9);
    app.setPresence('shown');
    expect(
      (await until(app, ({ run }) => run.status === 'finished' && run.experiment?.sigma === 0.8)).data.experiment!
        .sigma,
    ).toBe(0.8);
  });

  it('stops a replay and a sweep, and lets both go on', async () => {
    const app = testApp(`${smallLink}&levels=5`);
    await finished(app);
    app.seek(0);
    app.play();
    app.startSweep('sweep');
    app.setPresence('away');
    await aWhile();
    const { cursor, replaying } = app.store.getState().run;
    expect(replaying).toBe(true);
    expect(app.store.getState().sweep.status).toBe('stopped');
    await aWhile();
    expect(app.store.getState().run.cursor).toBe(cursor);
    app.setPresence('released');
    app.setPresence('shown');
    await until(app, ({ run, sweep }) => run.cursor === null && sweep.status === 'ready');
  });
});
