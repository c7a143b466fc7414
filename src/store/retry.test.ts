import { describe, expect, it } from 'vitest';
import { WorkerCrashedError } from '../training/protocol';
import type { App } from './app';
import { finished, localCaller, smallLink, testApp, until } from './testing';
import { askedOf } from './views/asked';
import { shownVerdict } from './views/shown-verdict';

/** A worker that stops at once for its first so many calls of a method. */
function stopping(method: string, times: number) {
  let left = times;
  return localCaller((called) => {
    if (called === method && left-- > 0) throw new WorkerCrashedError({ kind: 'worker-not-started' });
  });
}

describe('a data spectrum that failed', () => {
  const ways: Readonly<Record<string, (app: App) => void>> = {
    'Try again': (app) => app.retry(),
    Restart: (app) => app.restart(),
    Replay: (app) => app.play(),
  };

  it.each(Object.keys(ways))('is made anew by %s', async (way) => {
    const app = testApp(smallLink, { spectra: stopping('spectrum', 1) });
    const failed = await until(app, ({ data, run }) => data.status === 'failed' && run.status === 'finished');
    expect(failed.data).toMatchObject({ spectrum: null, failure: { kind: 'worker-not-started' } });
    ways[way]!(app);
    const { data } = await until(app, (state) => state.data.status === 'ready');
    expect(data.failure).toBeNull();
    expect(data.spectrum!.data.length).toBeGreaterThan(0);
  });

  it('is not made anew while it is there', async () => {
    const spectra = localCaller();
    const app = testApp(smallLink, { spectra });
    await finished(app);
    await until(app, ({ data }) => data.status === 'ready');
    app.retry();
    app.restart();
    await finished(app);
    expect(spectra.calls).toHaveLength(1);
  });
});

it('what failed for want of a file is made anew when the line is back', async () => {
  const app = testApp(smallLink, { training: stopping('start', 3), spectra: stopping('spectrum', 1) });
  const failed = await until(app, ({ data, run }) => data.status === 'failed' && run.status === 'failed');
  expect(failed.run.failure).toEqual({ kind: 'worker-not-started' });
  app.lineCame();
  await until(app, ({ data, run }) => data.status === 'ready' && run.status === 'finished');
  // A run that is there is left alone.
  const { run } = app.store.getState();
  app.lineCame();
  expect(app.store.getState().run).toBe(run);
});

describe('a spectrum that cannot be made beside the run', () => {
  it('says why while the images beside it are drawn, and can be asked for again', async () => {
    const app = testApp(smallLink, { aside: stopping('spectrum', 1) });
    app.watch('images', 'seen');
    await finished(app);
    app.watch('theory', 'seen');
    const failed = await until(app, (state) => askedOf('otherMatrix')(state).status === 'failed');
    expect(askedOf('otherMatrix')(failed).failure).toEqual({ kind: 'worker-not-started' });
    await until(app, (state) => askedOf('images')(state).status === 'ready');
    app.retry();
    const { asked } = await until(app, (state) => askedOf('otherMatrix')(state).status === 'ready');
    expect(asked.otherMatrix.answers[0]!.answer.data.length).toBeGreaterThan(1);
  });
});

describe('a comparison with the run without noise', () => {
  // Fits its images, with noise that its filters do not follow.
  const link = '#side=4&k=1&n=16&patches=2&m=8&steps=60&lr=40&sigma=0.05&init=0.1&backend=cpu';

  it('that was given up with its worker is made when the page is back', async () => {
    let release = () => {};
    const aside = localCaller((method) =>
      method === 'complete' && aside.restarts === 0 ? new Promise<void>((resolve) => (release = resolve)) : undefined,
    );
    const app = testApp(link, { aside });
    app.watch('verdict', 'seen');
    await until(
      app,
      (state) => shownVerdict(state).comparing && aside.calls.some(({ method }) => method === 'complete'),
    );
    app.setPresence('away');
    app.setPresence('released');
    release();
    expect(shownVerdict(app.store.getState()).comparing).toBe(true);
    app.setPresence('shown');
    const state = await until(app, (now) => !shownVerdict(now).comparing && now.run.status === 'finished');
    expect(shownVerdict(state).verdict!.kind).toMatch(/compared/);
  });

  it('that cannot be made leaves what is known alone, until the run is made anew', async () => {
    const app = testApp(link, { aside: stopping('complete', 1) });
    app.watch('verdict', 'seen');
    const alone = await until(app, (state) => state.asked.still.failed !== null);
    expect(shownVerdict(alone)).toMatchObject({ verdict: { kind: 'alone' }, comparing: false });
    app.restart();
    const compared = await until(app, ({ asked }) => asked.still.answers.length > 0);
    expect(shownVerdict(compared).verdict!.kind).toMatch(/compared/);
  });
});
