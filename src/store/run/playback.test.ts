import { describe, expect, it } from 'vitest';
import type { App } from '../app';
import { filtersFrameOf, frameOf } from '../views/shown-frame';
import { aWhile, clock, finished, localCaller, smallLink, testApp, until } from '../testing';

const long = `${smallLink}&steps=2000`;
const runOf = (app: App) => app.store.getState().run;
const shown = (app: App) => frameOf(app.store.getState())!.step;
/** Every step that panels are shown, as it changes. */
function watch(app: App): number[] {
  const seen: number[] = [];
  app.store.subscribe((state) => {
    const step = frameOf(state)?.step;
    if (step !== undefined && step !== seen.at(-1)) seen.push(step);
  });
  return seen;
}
/** A run that was paused on its way, at some step after 20. */
async function pausedRun(link = long): Promise<App> {
  const app = testApp(link);
  await until(app, ({ run }) => (run.latest?.step ?? 0) >= 20);
  app.pause();
  await aWhile(20);
  return app;
}

describe('the cursor', () => {
  it('shows the recorded step at or before the one asked for, in every panel, and goes back to the newest', async () => {
    const app = testApp(`${long}&autoplay=0`);
    await until(app, ({ run }) => run.status === 'paused');
    app.step(130);
    const { run } = await until(app, (state) => state.run.latest!.step === 130);
    app.seek(115); // 113 and 116 are recorded
    expect([runOf(app).cursor, shown(app), filtersFrameOf(app.store.getState())!.step]).toEqual([113, 113, 113]);
    app.seek(-1);
    expect(shown(app)).toBe(0);
    app.seek(130);
    expect([runOf(app).cursor, shown(app)]).toEqual([null, 130]);
    app.seek(3);
    app.seek(null);
    expect(runOf(app)).toEqual({ ...run, playing: false });
  });

  it('stays where it is before the first frame', () => {
    const app = testApp(smallLink);
    for (const step of [0, 5, -1, null]) app.seek(step);
    app.nudge(-1);
    expect(runOf(app)).toMatchObject({ cursor: null, status: 'loading', playing: true });
    app.pause();
  });

  it('moves by recorded steps, from the newest where there is none, and no further than the ends', async () => {
    const app = await pausedRun();
    const steps = runOf(app).history.map(({ step }) => step);
    app.nudge(-1);
    expect(shown(app)).toBe(steps.at(-2));
    app.nudge(-2);
    expect(shown(app)).toBe(steps.at(-4));
    app.step();
    expect(shown(app)).toBe(steps.at(-3));
    app.nudge(-1000);
    expect(shown(app)).toBe(0);
    app.nudge(1000);
    expect([runOf(app).cursor, shown(app)]).toEqual([null, steps.at(-1)]);
    expect(runOf(app).status).toBe('paused');
  });

  it('stops a run that is looked back on, which then waits', async () => {
    const app = testApp(long);
    await until(app, ({ run }) => (run.latest?.step ?? 0) >= 10);
    app.seek(4);
    await aWhile(30);
    expect(runOf(app)).toMatchObject({ status: 'paused', playing: false, cursor: 4 });
    const { step } = runOf(app).latest!;
    await aWhile(30);
    expect(runOf(app).latest!.step).toBe(step);
  });

  it('trains to a step that is still to come, as a run that was watched would have', async () => {
    const app = await pausedRun(`${smallLink}&steps=300`);
    app.seek(200);
    await until(app, ({ run }) => run.latest!.step === 200);
    await aWhile(20);
    expect(runOf(app)).toMatchObject({ status: 'paused', cursor: null });
    const other = testApp(`${smallLink}&steps=300&autoplay=0&step=200`);
    await until(other, ({ run }) => run.latest?.step === 200);
    expect(runOf(app).latest).toEqual(runOf(other).latest);
  });

  it('trains to the end and no further where a step beyond it is asked for', async () => {
    const app = await pausedRun(`${smallLink}&steps=100`);
    app.seek(5000);
    expect((await finished(app)).run.latest!.step).toBe(100);
  });

  it('is gone with the run that it belonged to', async () => {
    const app = testApp(smallLink);
    await finished(app);
    app.seek(10);
    app.change({ sigma: 0.4 });
    expect(runOf(app).cursor).toBeNull();
    await until(app, ({ run }) => run.status !== 'finished');
    await finished(app);
    expect(shown(app)).toBe(40);
  });

  it('that was moved while the next run loads is gone when its first frame is there', async () => {
    const app = testApp(smallLink, {
      training: localCaller((method) => (method === 'start' ? aWhile(50) : undefined)),
    });
    await finished(app);
    app.restart();
    app.seek(10);
    expect([runOf(app).cursor, shown(app)]).toEqual([10, 10]);
    const { run } = await until(app, (state) => state.run.history.length === 1);
    expect(run).toMatchObject({ cursor: null, replaying: false, status: 'paused', latest: { step: 0 } });
  });

  it('holds a run still that was loading when it was moved', async () => {
    const app = testApp(`${long}&step=400`, {
      training: localCaller((method) => (method === 'advance' ? aWhile(30) : undefined)),
    });
    await until(app, ({ run }) => run.history.length > 0);
    app.seek(-1);
    expect(runOf(app).playing).toBe(false);
    const { run } = await until(app, (state) => state.run.status === 'paused');
    await aWhile(50);
    expect([run.cursor, runOf(app).latest!.step, runOf(app).status]).toEqual([0, 0, 'paused']);
  });
});

describe('playing from the cursor', () => {
  it('replays what is recorded at the pace asked for, meets the run, and a paused run goes on', async () => {
    const app = await pausedRun(`${smallLink}&steps=60`);
    app.setPace('slow');
    app.seek(0);
    const seen = watch(app);
    app.play();
    expect(runOf(app)).toMatchObject({ replaying: true, status: 'paused' });
    await finished(app);
    expect(runOf(app)).toMatchObject({ cursor: null, replaying: false });
    // Every step, one after another.
    expect(seen).toEqual(Array.from({ length: 61 }, (_, step) => step));
  });

  it('takes as long as the run itself, or four times as long', async () => {
    const app = testApp(`${smallLink}&steps=300`);
    const began = clock.now();
    await finished(app);
    const took = clock.now() - began;
    expect(took).toBeGreaterThan(6000);
    expect(took).toBeLessThan(8000);
    for (const [pace, times] of [
      ['usual', 1],
      ['slow', 4],
    ] as const) {
      app.setPace(pace);
      app.seek(0);
      const from = clock.now();
      app.play();
      await until(app, ({ run }) => run.cursor === null);
      expect((clock.now() - from) / took).toBeCloseTo(times, 1);
    }
  });

  it('leaves a finished run finished, with nothing asked of the engine', async () => {
    const training = localCaller();
    const app = testApp(`${smallLink}&steps=120`, { training });
    await finished(app);
    app.seek(0);
    app.play();
    const calls = training.calls.length;
    const { run } = await until(app, (state) => state.run.cursor === null);
    expect(run).toMatchObject({ status: 'finished', replaying: false });
    expect(training.calls.length).toBe(calls);
  });

  it('is at the newest step at once where that is the pace, also in the middle of it', async () => {
    const app = testApp(`${smallLink}&steps=120`);
    await finished(app);
    app.seek(0);
    app.setPace('once');
    app.play();
    expect(runOf(app)).toMatchObject({ cursor: null, replaying: false });
    app.setPace('slow');
    app.seek(0);
    app.play();
    await until(app, ({ run }) => run.cursor! > 2);
    app.setPace('once');
    const seen = watch(app);
    await until(app, ({ run }) => run.cursor === null);
    expect(seen).toEqual([120]);
  });

  it('is paused at a step and goes on from there; the run itself is left as it was', async () => {
    const app = testApp(`${smallLink}&steps=400`);
    app.setPace('once');
    await finished(app);
    app.setPace('usual');
    app.seek(0);
    app.play();
    await until(app, ({ run }) => (run.cursor ?? 0) >= 3);
    app.pause();
    const { cursor } = runOf(app);
    expect(Number.isInteger(cursor)).toBe(true);
    await aWhile(30);
    expect(runOf(app)).toMatchObject({ cursor, replaying: false, status: 'finished', playing: true });
    app.play();
    await until(app, ({ run }) => run.cursor! > cursor!);
    app.change({ steps: 10 });
    expect((await finished(app)).run.latest!.step).toBe(10);
  });

  it('rests out of sight, and goes on where it was', async () => {
    const app = testApp(`${smallLink}&steps=200`);
    await finished(app);
    app.seek(0);
    app.play();
    app.setPresence('away');
    await aWhile(1000);
    expect(runOf(app).cursor).toBe(0);
    app.setPresence('shown');
    await until(app, ({ run }) => run.cursor! > 0);
    expect(runOf(app).cursor).toBeLessThan(1);
  });

  it('is one replay, however often it is asked for', async () => {
    const app = testApp(`${smallLink}&steps=200`);
    await finished(app);
    app.seek(0);
    const moves: number[] = [];
    app.store.subscribe(
      ({ run }, before) => run.cursor !== before.run.cursor && run.cursor !== null && moves.push(clock.now()),
    );
    app.play();
    app.pause();
    app.play();
    app.play();
    await until(app, ({ run }) => run.cursor === null);
    expect(new Set(moves).size).toBe(moves.length);
  });
});
