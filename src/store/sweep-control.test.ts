import { noAssets } from '../images/assets';
import { describe, expect, it } from 'vitest';
import type { Measured } from '../experiment/parameters';
import { sweepExperiments } from '../experiment/sweep';
import { unexpected } from '../problems/testing';
import { createEngine } from '../training/engine';
import { createPool } from '../training/pool';
import type { Caller } from '../training/protocol';
import { BackendUnavailableError } from '../training/trainer';
import type { App } from './app';
import { coarseToFine } from './coarse-to-fine';
import { knownRun } from './testing-known';
import { noisePlan } from './views/plans';
import type { AppState, SweepName } from './state';
import { aWhile, clock, localCaller, smallLink, testApp, until, type LocalCaller, type Meddle } from './testing';

const link = `${smallLink}&steps=10&levels=5&autoplay=0`;
const sweepOf = (app: App, name: SweepName = 'sweep') => app.store.getState()[name];
const made = (app: App, name: SweepName = 'sweep') =>
  sweepOf(app, name).results.filter((result) => result !== null).length;

/** A page whose pool can be meddled with; `asked` are the experiments that were asked of it, by seed and noise. */
function page(hash = link, meddle: Meddle = () => {}, size = 2) {
  const callers: LocalCaller[] = [];
  const pool = createPool(() => {
    const caller = localCaller(meddle);
    callers.push(caller);
    return caller;
  }, size);
  const app = testApp(hash, { pool });
  const asked = () =>
    callers.flatMap(({ calls }) =>
      calls.map(({ params }) => (params as { experiment: { sigma: number; seed: number; n: number } }).experiment),
    );
  return { app, asked, callers };
}
const settled = (app: App, name: SweepName = 'sweep') =>
  until(app, (state) => ['ready', 'failed'].includes(state[name].status));

describe('a sweep', () => {
  it('is empty until it is started, and then measures every level and seed as a single run would', async () => {
    const { app } = page(`${link}&seeds=2`);
    expect(sweepOf(app)).toEqual({ status: 'empty', plan: null, results: [], failure: null });
    app.startSweep('sweep');
    expect(sweepOf(app)).toMatchObject({ status: 'running', plan: noisePlan(app.store.getState().experiment) });
    expect(sweepOf(app).results).toEqual(Array.from({ length: 10 }, () => null));
    const { sweep } = await settled(app);
    const engine = createEngine(noAssets('no digits here'));
    const alone = await Promise.all(
      sweepExperiments(sweep.plan!).experiments.map(
        async (experiment) => (await engine.complete({ experiment, backend: 'cpu', points: 20 })).summary,
      ),
    );
    expect(sweep).toMatchObject({ status: 'ready', failure: null });
    expect(sweep.results).toEqual(alone);
  });

  it('shows each result as it comes, at its place, from the least noise on', async () => {
    const { app } = page(link, () => aWhile(5), 1);
    const seen = new Set<readonly (object | null)[]>();
    app.store.subscribe(({ sweep }) => seen.add(sweep.results));
    app.startSweep('sweep');
    await settled(app);
    const shares = [...seen]
      .filter(({ length }) => length > 0)
      .map((results) => results.map((result) => result !== null));
    expect(shares).toEqual([0, 1, 2, 3, 4, 5].map((count) => Array.from({ length: 5 }, (_, i) => i < count)));
  });

  it('belongs to the experiment that it was started for, whatever is changed meanwhile', async () => {
    const { app } = page(link, () => aWhile(3));
    app.startSweep('sweep');
    const { plan } = sweepOf(app);
    app.change({ sigma: 0.9, n: 20, levels: 9 });
    const { sweep } = await settled(app);
    expect(sweep).toMatchObject({ status: 'ready', plan });
    expect(sweep.results.length).toBe(5);
  });

  it('of two parameters goes from coarse to fine', async () => {
    const { app, asked } = page(`${link}&axis=k&side=3&k=1&steps=2`, () => {}, 1);
    app.startSweep('map');
    const { map } = await settled(app, 'map');
    const { experiments } = sweepExperiments(map.plan!);
    expect(map.results.every((result) => result !== null)).toBe(true);
    expect(asked()).toEqual(coarseToFine(4, 16).map((index) => experiments[index]));
  });
});

describe('a sweep that is stopped', () => {
  it('keeps what was measured, and makes only what is missing when it goes on', async () => {
    const { app, asked } = page(link, () => aWhile(10), 1);
    app.startSweep('sweep');
    await until(app, () => made(app) === 2);
    app.stopSweep();
    const { results, status } = sweepOf(app);
    expect(status).toBe('stopped');
    await aWhile(40);
    expect(sweepOf(app).results).toBe(results);
    const before = asked().length;
    app.resumeSweep('sweep');
    expect(sweepOf(app).status).toBe('running');
    const { sweep } = await settled(app);
    expect(sweep.results.slice(0, 2)).toEqual(results.slice(0, 2));
    expect(
      asked()
        .slice(before)
        .map(({ sigma }) => sigma),
      // What was under way came to its end after all.
    ).toEqual(sweep.plan!.axes[0]!.values.slice(3));
  });

  it('makes nothing that is known: started again, or of the same levels with more seeds', async () => {
    const { app, asked } = page(link, () => {}, 1);
    app.startSweep('sweep');
    const { sweep: first } = await settled(app);
    const before = asked().length;
    app.startSweep('sweep');
    expect(sweepOf(app)).toMatchObject({ status: 'ready', results: first.results });
    app.change({ seeds: 2 });
    app.startSweep('sweep');
    await settled(app);
    expect(
      new Set(
        asked()
          .slice(before)
          .map(({ seed }) => seed),
      ),
    ).toEqual(new Set([2]));
  });

  it('and at once goes on hears nothing of what was given up', async () => {
    const { app } = page(link, () => aWhile(4));
    app.startSweep('sweep');
    for (let i = 0; i < 5; i++) {
      await aWhile(3);
      app.stopSweep();
      app.resumeSweep('sweep');
    }
    const { sweep } = await settled(app);
    expect(sweep.status).toBe('ready');
    expect(sweep.results).not.toContain(null);
  });

  it('by the start of the other waits for its turn', async () => {
    const { app } = page(link, () => aWhile(4));
    app.startSweep('map');
    await until(app, () => made(app, 'map') >= 2);
    app.startSweep('sweep');
    expect([sweepOf(app, 'map').status, sweepOf(app).status]).toEqual(['stopped', 'running']);
    const before = made(app, 'map');
    await settled(app);
    expect(made(app, 'map')).toBe(before);
    app.resumeSweep('map');
    await until(app, () => made(app, 'map') > before);
    app.stopSweep();
    expect([sweepOf(app, 'map').status, sweepOf(app).status]).toEqual(['stopped', 'ready']);
  });

  it('is not confused by orders that have no sense', () => {
    const { app } = page();
    app.stopSweep();
    app.resumeSweep('sweep');
    app.resumeSweep('map');
    expect([sweepOf(app).status, sweepOf(app, 'map').status]).toEqual(['empty', 'empty']);
  });
});

describe('a sweep that fails', () => {
  it('says why, keeps what was measured, and can go on', async () => {
    let full = true;
    const { app } = page(
      link,
      (_, params) => {
        if (full && (params as { experiment: { sigma: number } }).experiment.sigma > 0.5) throw new Error('no memory');
      },
      1,
    );
    app.startSweep('sweep');
    const { sweep: failed } = await settled(app);
    expect(failed).toMatchObject({ status: 'failed', failure: unexpected('no memory') });
    const levels = failed.plan!.axes[0]!.values.filter((sigma) => sigma <= 0.5).length;
    expect(made(app)).toBe(levels);
    full = false;
    app.resumeSweep('sweep');
    const { sweep } = await settled(app);
    expect(sweep).toMatchObject({ status: 'ready', failure: null });
    expect(sweep.results.slice(0, levels)).toEqual(failed.results.slice(0, levels));
  });

  it('is not one where WebAssembly is missing: it runs on what the page’s own run had to make do with', async () => {
    const missing: Meddle = (_, params) => {
      if ((params as { backend?: string }).backend === 'wasm') throw new BackendUnavailableError({ kind: 'no-simd' });
    };
    const pool = createPool(() => localCaller(missing), 2);
    const app = testApp(link.replace('backend=cpu', 'backend=auto'), { pool, training: localCaller(missing) });
    await until(app, ({ run }) => run.backend === 'cpu');
    app.startSweep('sweep');
    expect((await settled(app)).sweep).toMatchObject({ status: 'ready', failure: null });
  });

  it('leaves the run on the page alone', async () => {
    const { app } = page(link, () => Promise.reject(new Error('no memory')));
    await until(app, ({ run }) => run.status === 'paused');
    const { run } = app.store.getState();
    app.startSweep('map');
    await settled(app, 'map');
    expect(app.store.getState()).toMatchObject({ run, notices: [], sweep: { status: 'empty' } });
  });
});

describe('a sweep of images without σ*', () => {
  /** Runs whose test accuracy falls at a level of noise. */
  const falling = (at: number) => {
    const caller: Caller = {
      call: async (_, { experiment }: { experiment: Measured }) =>
        knownRun(experiment, { summary: { testAccuracy: experiment.sigma < at ? 0.98 : 0.6 } }) as never,
      restart() {},
    };
    return testApp('#data=mnist&levels=7&seeds=2&autoplay=0', { pool: createPool(() => caller, 2, clock) });
  };
  const levels = ({ sweep }: AppState) => sweep.plan!.axes[0]!.values;

  it.each([
    [0.5, 0.6],
    [0.8, 1.2],
    [1.1, 1.2],
    [3, 2],
  ])('where accuracy falls at %s ends at %s', async (at, end) => {
    const app = falling(at);
    app.startSweep('sweep');
    const state = await settled(app);
    expect(state.sweep.status).toBe('ready');
    expect(levels(state)).toHaveLength(7);
    expect(levels(state).at(-1)).toBe(end);
    expect(state.sweep.results.map((result) => result!.testAccuracy)).toEqual(
      levels(state).flatMap((sigma) => Array(2).fill(sigma < at ? 0.98 : 0.6)),
    );
    // Once it is known, it is begun there.
    app.startSweep('sweep');
    expect(levels(app.store.getState()).at(-1)).toBe(end);
  });
});
