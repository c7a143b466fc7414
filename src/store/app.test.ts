import { describe, expect, it } from 'vitest';
import type { Experiment } from '../experiment/parameters';
import { leading } from '../network/matrices';
import { recordedSteps } from '../training/recorded-steps';
import { paces } from './run/pace';
import { said } from '../problems/testing';
import { clock, aWhile, finished, localCaller, smallLink, testApp, until } from './testing';

const run = async (link: string) => (await finished(testApp(link))).run;

describe('a run', () => {
  it('forgets a picked filter where others take its place, and not where it only learns otherwise', () => {
    const app = testApp(`${smallLink}&autoplay=0`);
    const picked = () => app.store.getState().picked;
    app.pick(1);
    app.change({ sigma: 0.3 });
    expect(picked()).toBe(1);
    for (const change of [{ m: 2 }, { net: 'dense' }, { patches: 3 }] as const) {
      app.pick(1);
      app.change(change);
      expect(picked()).toBeNull();
    }
  });

  it('starts by itself, ends at its last step, and keeps every step of the curve', async () => {
    const { latest, initial, history, backend, status } = await run(smallLink);
    expect({ status, backend, step: latest!.step, initial: initial!.step }).toEqual({
      status: 'finished',
      backend: 'cpu',
      step: 40,
      initial: 0,
    });
    expect(history[0]!.step).toBe(0);
    expect(history.map(({ step }) => step)).toEqual(history.map(({ step }) => step).toSorted((a, b) => a - b));
    expect(history.at(-1)!.step).toBe(40);
  });

  it('gives the same curve for the same link', async () => {
    const once = await run(smallLink),
      again = await run(smallLink);
    expect(again.history).toEqual(once.history);
    expect(again.latest).toEqual(once.latest);
  });

  it('comes to the same end at any pace', async () => {
    const ends = await Promise.all(
      paces.map(async (pace) => {
        const app = testApp(smallLink);
        app.setPace(pace);
        return (await finished(app)).run.latest;
      }),
    );
    expect(ends[1]).toEqual(ends[0]);
    expect(ends[2]).toEqual(ends[0]);
  });

  it('is replayed exactly by a restart', async () => {
    const app = testApp(smallLink);
    const { run: once } = await finished(app);
    app.restart();
    await until(app, (state) => state.run.status === 'training');
    const { run: again } = await finished(app);
    expect(again.history).toEqual(once.history);
    expect(again.latest!.matrices).toEqual(once.latest!.matrices);
  });

  it('is another one with a new seed, which the experiment then holds', async () => {
    const app = testApp(smallLink);
    const { run: once } = await finished(app);
    app.newSeed();
    await until(app, (state) => state.run.status === 'training');
    const { run: other, experiment } = await finished(app);
    expect(experiment.seed).not.toBe(1);
    expect(leading(other.initial!).values).not.toEqual(leading(once.initial!).values);
    expect(other.history.at(-1)!.loss).not.toBe(once.history.at(-1)!.loss);
    expect((await run(`${smallLink}&seed=${experiment.seed}`)).history).toEqual(other.history);
  });

  it('begins again from the same filters when σ changes, and from others when σ₀ does', async () => {
    const app = testApp(smallLink);
    const { run: before } = await finished(app);
    app.change({ sigma: 0.5 });
    await until(app, (state) => state.run.status === 'training');
    const { run: after } = await finished(app);
    expect(leading(after.initial!).values).toEqual(leading(before.initial!).values);
    expect(after.history[0]!.step).toBe(0);
    expect(after.history.at(-1)!.loss).not.toBe(before.history.at(-1)!.loss);
    app.change({ init: 0.02 });
    const { run: wider } = await until(app, (state) => state.run.initial !== after.initial);
    expect(leading(wider.initial!).values).toEqual(leading(before.initial!).values.map((v) => 2 * v));
  });

  it.each([
    { rank: 'effective' },
    { scale: 'log' },
    { theme: 'dark' },
    { embed: true },
    { show: ['data'] },
    { tour: 'noise' },
    { matrix: 'image' },
  ] satisfies Partial<Experiment>[])('goes on undisturbed when only the view changes: %o', async (patch) => {
    const training = localCaller(),
      spectra = localCaller();
    const app = testApp(smallLink, { training, spectra });
    const before = (await finished(app)).run;
    await until(app, ({ data }) => data.status === 'ready');
    const calls = training.calls.length;
    app.change(patch);
    await aWhile();
    expect(app.store.getState().experiment).toMatchObject(patch);
    expect(training.calls.length).toBe(calls);
    expect(app.store.getState().run).toBe(before);
    expect(spectra.calls.length).toBe('matrix' in patch ? 2 : 1); // another matrix has another spectrum
  });

  it('gives way to a newer experiment while it is under way', async () => {
    const app = testApp(`${smallLink}&steps=20000`);
    await until(app, (state) => state.run.latest !== null && state.run.latest.step > 0);
    app.change({ sigma: 0.3, steps: 10 });
    app.change({ sigma: 0.4 });
    const { run: last } = await finished(app);
    expect(last).toEqual(await run(`${smallLink}&steps=10&sigma=0.4`));
  });

  it('is given up with its worker when a batch takes too long for a newer experiment to wait', async () => {
    let hang = true;
    const training = localCaller(async (method) => {
      if (method === 'advance' && hang) await new Promise(() => {});
    });
    const app = testApp(smallLink, { training });
    while (!training.calls.some(({ method }) => method === 'advance')) await aWhile(1);
    app.change({ steps: 10 });
    hang = false;
    expect((await finished(app)).run.latest!.step).toBe(10);
    expect(training.restarts).toBe(1);
  });
});

describe('a visitor', () => {
  it('pauses, makes steps by hand, and plays on', async () => {
    const app = testApp(`${smallLink}&autoplay=0`);
    await until(app, (state) => state.run.status === 'paused');
    expect(app.store.getState().run.playing).toBe(false);
    await aWhile();
    expect(app.store.getState().run.latest!.step).toBe(0);
    app.step();
    await until(app, (state) => state.run.latest!.step === 1);
    app.step(5);
    await until(app, (state) => state.run.latest!.step === 6);
    await aWhile();
    expect(app.store.getState().run).toMatchObject({ status: 'paused', latest: { step: 6 } });
    app.play();
    expect(app.store.getState().run.playing).toBe(true);
    expect((await finished(app)).run.latest).toEqual((await run(smallLink)).latest);
  });

  it('pauses in the middle, and nothing moves until it plays', async () => {
    const app = testApp(`${smallLink}&steps=2000`);
    await until(app, (state) => (state.run.latest?.step ?? 0) >= 4);
    app.pause();
    await aWhile();
    const { step } = app.store.getState().run.latest!;
    expect(step).toBeLessThan(2000);
    await aWhile();
    expect(app.store.getState().run).toMatchObject({ status: 'paused', latest: { step } });
    app.play();
    await until(app, (state) => state.run.latest!.step > step);
    app.pause();
  });

  it('may ask for a step before the first frame is there', async () => {
    const app = testApp(smallLink);
    app.step(3);
    const { run: made } = await until(app, (state) => state.run.latest?.step === 3);
    expect(made.status).toBe('paused');
  });

  it('may ask for steps faster than they are made: none is lost', async () => {
    const app = testApp(`${smallLink}&autoplay=0`, { training: localCaller(() => aWhile(5)) });
    await until(app, (state) => state.run.status === 'paused');
    for (let i = 0; i < 6; i++) {
      app.step();
      await aWhile(2);
    }
    await until(app, (state) => state.run.latest!.step === 6);
    await aWhile();
    expect(app.store.getState().run.latest!.step).toBe(6);
  });

  it('plays a finished run from its start', async () => {
    const app = testApp(smallLink);
    await finished(app);
    app.play();
    await until(app, (state) => state.run.latest!.step < 40);
    await finished(app);
  });

  it('steps past the end no further than the end', async () => {
    const app = testApp(`${smallLink}&autoplay=0&step=38`);
    await until(app, (state) => state.run.latest?.step === 38);
    app.step(10);
    expect((await finished(app)).run.latest!.step).toBe(40);
  });

  it('opens a link at its step, without frames in between, and finds the network of that step', async () => {
    const app = testApp(`${smallLink}&autoplay=0&step=30`);
    const seen: number[] = [];
    app.store.subscribe(({ run: { latest } }) => latest && seen.push(latest.step));
    const { run: opened } = await until(app, (state) => state.run.latest !== null);
    expect(opened).toMatchObject({ status: 'paused', latest: { step: 30 } });
    await aWhile();
    expect(new Set(seen)).toEqual(new Set([30]));
    app.play();
    expect((await finished(app)).run.latest).toEqual((await run(smallLink)).latest);
  });

  it('who asked for less motion sees nothing start by itself', async () => {
    const app = testApp(smallLink, { motionUnwanted: () => true });
    await until(app, (state) => state.run.status === 'paused');
    await aWhile();
    expect(app.store.getState().run.latest!.step).toBe(0);
  });

  it('who asked for less motion sees a run that is played at its end, with the steps on the way recorded', async () => {
    let frames = 0;
    const app = testApp(smallLink, {
      motionUnwanted: () => true,
      clock: {
        ...clock,
        frame: () => {
          frames += 1;
          return aWhile(1);
        },
      },
    });
    await until(app, (state) => state.run.status === 'paused');
    app.play();
    const {
      run: { history, latest },
    } = await finished(app);
    expect(latest).toEqual((await run(smallLink)).latest);
    expect(history.length).toBeGreaterThan(20);
    expect(frames).toBe(0);
    // From where the cursor was, too, it is there at once.
    app.seek(0);
    app.play();
    expect(app.store.getState().run).toMatchObject({ cursor: null, replaying: false, status: 'finished' });
  });

  it('who asked for less motion can watch a run all the same, at a pace that is chosen', async () => {
    const app = testApp(smallLink, { motionUnwanted: () => true });
    await until(app, (state) => state.run.status === 'paused');
    expect(app.store.getState().pace).toBe('once');
    app.setPace('usual');
    const seen = new Set<number>();
    app.store.subscribe(({ run: { latest } }) => seen.add(latest?.step ?? 0));
    app.play();
    await finished(app);
    expect(seen.size).toBeGreaterThan(10);
    app.seek(0);
    app.play();
    expect(app.store.getState().run.replaying).toBe(true);
    app.pause();
  });

  it('has the same curve of a run whichever way it was shown, on a slow device too', async () => {
    const link = `${smallLink}&steps=400`;
    // Every batch that is bounded by time makes one step.
    const slow = localCaller((method, params: { budget: number | null }) => {
      if (method === 'advance' && params.budget !== null) params.budget = 0;
    });
    const app = testApp(link, { motionUnwanted: () => true, training: slow });
    await until(app, (state) => state.run.status === 'paused');
    app.play();
    const {
      run: { history },
    } = await finished(app);
    expect(history.map(({ step }) => step)).toEqual(recordedSteps(400));
  });

  it('is told what was wrong with a link or a change, until the next change or a dismissal', async () => {
    const app = testApp(`${smallLink}&sigma=9&foo=1&autoplay=0`);
    const fields = () => app.store.getState().notices.map(({ field }) => field);
    expect(fields()).toEqual(['sigma', 'foo']);
    app.change({ k: 9 });
    expect(fields()).toEqual(['k']);
    expect(app.store.getState().experiment.k).toBe(7);
    app.dismissNotices();
    expect(fields()).toEqual([]);
    app.open('#bar=1');
    expect(fields()).toEqual(['bar']);
    app.pause();
  });
});

describe('the data’s spectrum', () => {
  it('is that of the experiment, and is made anew with the images only', async () => {
    const spectra = localCaller();
    const app = testApp(`${smallLink}&autoplay=0`, { spectra });
    const { data: first } = await until(app, ({ data }) => data.status === 'ready');
    expect(first.spectrum).toMatchObject({ rows: 32, columns: 16, signalDimension: 4 });
    app.change({ m: 8 });
    app.change({ lr: 3 });
    expect(app.store.getState().data.spectrum).toBe(first.spectrum);
    expect(spectra.calls.length).toBe(1);
    app.change({ sigma: 0.6 });
    const { data: second } = await until(
      app,
      ({ data }) => data.status === 'ready' && data.spectrum !== first.spectrum,
    );
    expect(second.spectrum!.data).not.toEqual(first.spectrum!.data);
    expect(second.spectrum!.clean).toEqual(first.spectrum!.clean);
  });

  it('ends as that of the newest experiment, however many came in between', async () => {
    const spectra = localCaller(() => aWhile(5));
    const app = testApp(`${smallLink}&autoplay=0`, { spectra });
    for (let n = 20; n <= 30; n++) app.change({ n });
    const { data } = await until(app, (state) => state.data.status === 'ready');
    expect(data.spectrum!.rows).toBe(60);
    expect(spectra.calls.length).toBe(2); // the first and the last
  });

  it('that takes too long for a newer experiment to wait is given up with its worker, and is no failure', async () => {
    let hang = true;
    const spectra = localCaller(async () => {
      if (hang) await new Promise(() => {});
    });
    const app = testApp(`${smallLink}&autoplay=0`, { spectra });
    const seen = new Set<string>();
    app.store.subscribe(({ data }) => seen.add(data.status));
    await aWhile(20);
    hang = false;
    app.change({ n: 20 });
    const { data } = await until(app, (state) => state.data.status === 'ready');
    expect(data.spectrum!.rows).toBe(40);
    expect(spectra.restarts).toBe(1);
    expect([...seen]).toEqual(['loading', 'ready']);
  });

  it('that cannot be made is a failure in words, and the next one is made all the same', async () => {
    const app = testApp(`${smallLink}&data=mnist&autoplay=0`);
    const { data } = await until(app, (state) => state.data.status === 'failed' && state.run.status === 'failed');
    expect(said(data.failure!)).toBe('no digits here');
    expect(said(app.store.getState().run.failure!)).toBe('no digits here');
    app.change({ data: 'synthetic' });
    await until(app, (state) => state.data.status === 'ready' && state.run.status === 'paused');
    expect(app.store.getState().data.failure).toBeNull();
    expect(app.store.getState().run.failure).toBeNull();
  });
});
