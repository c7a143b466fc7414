import { describe, expect, it } from 'vitest';
import type { Measured } from '../experiment/parameters';
import { unexpected } from '../problems/testing';
import { createEngine } from '../training/engine';
import { noAssets } from '../images/assets';
import { createPool } from '../training/pool';
import type { App } from './app';
import type { Device } from './device';
import {
  aWhile,
  clock,
  finished,
  localCaller,
  smallLink,
  testApp,
  until,
  type LocalCaller,
  type Meddle,
} from './testing';
import { claimCurveOf, type ClaimCurve } from './views/claim-curve';

const link = `${smallLink}&steps=10`;

/** A page on which the curve is in sight; `asked` are the runs that were asked of its pool. */
function page(
  hash = link,
  { meddle = () => {}, device = {}, size = 2 }: { meddle?: Meddle; device?: Partial<Device>; size?: number } = {},
) {
  const callers: LocalCaller[] = [];
  const pool = createPool(
    () => {
      const caller = localCaller(meddle);
      callers.push(caller);
      return caller;
    },
    size,
    clock,
  );
  const app = testApp(hash, { pool, device: { hidden: () => false, saving: () => false, onChange() {}, ...device } });
  const asked = () =>
    callers.flatMap(({ calls }) => calls.map(({ params }) => (params as { experiment: Measured }).experiment));
  /** Without those of the bands. */
  const sigmas = () => asked().flatMap(({ sigma, seed }) => (seed === 1 ? [sigma] : []));
  return { app, asked, sigmas, callers };
}
const curveOf = (app: App) => claimCurveOf(app.store.getState());
const comes = async (app: App, wanted: (curve: ClaimCurve) => boolean) => {
  await until(app, (state) => wanted(claimCurveOf(state)));
  return curveOf(app);
};
const complete = (app: App) => comes(app, (curve) => curve.complete);
const watched = (hash?: string, options?: Parameters<typeof page>[1]) => {
  const all = page(hash, options);
  all.app.watch('curve', 'seen');
  return all;
};

describe('the curve', () => {
  it('is drawn by itself once it is on the page, each point as a single run would be', async () => {
    const { app } = page(`${link}&sigma=0.21`);
    await finished(app);
    await aWhile(3000);
    expect(curveOf(app)).toMatchObject({ status: 'waiting', done: 0 });
    app.watch('curve', 'unseen');
    const { points, status, done, total } = await complete(app);
    expect({ status, done }).toEqual({ status: 'ready', done: total });
    expect(total).toBe(points.filter(({ own }) => !own).length);
    const engine = createEngine(noAssets('no digits here'));
    for (const { experiment, data, filters, share } of points.slice(0, 4)) {
      const { summary } = await engine.complete({ experiment, backend: 'cpu', points: 0 });
      expect([data, filters, share]).toEqual([
        summary.data.stable,
        summary.matrices[0]!.ranks.stable,
        summary.matrices[0]!.moved!.share,
      ]);
    }
  });

  it('comes in coarse to fine, and has a point where the visitor stands', async () => {
    const { app, sigmas } = watched(`${link}&sigma=0.21`, { size: 1 });
    const { points, xMax } = await complete(app);
    expect(sigmas().slice(0, 4)).toEqual([0, 0.21, xMax, points.filter(({ own }) => !own)[5]!.sigma]);
    expect(points.filter(({ own }) => own).map(({ sigma }) => sigma)).toEqual([0.21]);
    expect(points.length).toBe(13);
  });

  it('gets a point of each run that the visitor makes at another noise, and is not drawn again for it', async () => {
    const { app, sigmas } = watched();
    await complete(app);
    await finished(app);
    const before = sigmas().length;
    app.change({ sigma: 0.33 });
    const curve = await comes(app, ({ points }) => points.some(({ sigma, own }) => own && sigma === 0.33));
    expect(curve.complete).toBe(true);
    expect(sigmas().length).toBe(before);
  });

  it('gets none of what a moving or a held slider passes', async () => {
    const { app } = watched();
    await complete(app);
    await finished(app);
    app.hold(true);
    for (const sigma of [0.25, 0.27, 0.31]) {
      app.change({ sigma }, { chase: true });
      await aWhile(500);
    }
    expect(
      curveOf(app)
        .points.filter(({ own }) => own)
        .map(({ sigma }) => sigma),
    ).toEqual([0.2]);
    app.hold(false);
    const { points } = await comes(app, (curve) => curve.points.some(({ sigma }) => sigma === 0.31));
    expect(points.filter(({ own }) => own).map(({ sigma }) => sigma)).toEqual([0.2, 0.31]);
  });

  it('begins anew when another setting has rested, with ghosts until it is complete', async () => {
    const { app, asked } = watched();
    await complete(app);
    for (const mu of [1.1, 1.2, 1.3]) {
      app.change({ mu }, { chase: true });
      await aWhile(100);
    }
    expect(curveOf(app)).toMatchObject({ complete: false, points: [] });
    expect(curveOf(app).ghosts.length).toBeGreaterThan(8);
    expect((await complete(app)).ghosts).toEqual([]);
    expect(new Set(asked().map(({ mu }) => mu))).toEqual(new Set([1, 1.3]));
  });

  it('is there at once when a setting is changed back, with the visitor’s own points', async () => {
    const { app, sigmas } = watched();
    await complete(app);
    await finished(app);
    const { points } = curveOf(app);
    app.change({ mu: 1.4 });
    await complete(app);
    app.change({ mu: 1 });
    expect(curveOf(app)).toMatchObject({ complete: true, points });
    const before = sigmas().length;
    await aWhile(900);
    expect(sigmas().length).toBe(before);
  });

  it('shares what is known with the sweep, which goes first', async () => {
    const { app, sigmas } = watched(link, { size: 1, meddle: () => aWhile(20) });
    await comes(app, ({ done }) => done === 3);
    app.startSweep('sweep');
    const before = sigmas().length;
    await until(app, ({ sweep }) => sweep.status === 'ready');
    // By level, as a sweep goes, and each level once.
    const since = sigmas().slice(before);
    expect(since.slice(0, 3)).toEqual(since.slice(0, 3).toSorted((a, b) => a - b));
    expect(new Set(sigmas()).size).toBe(sigmas().length);
    await complete(app);
  });
});

describe('the axis', () => {
  it('stays while a slider is held, and follows when it is let go', async () => {
    const { app } = watched();
    const { xMax } = await complete(app);
    app.hold(true);
    app.change({ mu: 3 }, { chase: true });
    await aWhile(1500);
    expect(curveOf(app).xMax).toBe(xMax);
    app.hold(false);
    expect(curveOf(app).xMax).toBeGreaterThan(2 * xMax - 0.2);
  });

  it('keeps its length when σ comes back from beyond it', async () => {
    const { app } = watched();
    const { xMax } = await complete(app);
    app.change({ sigma: xMax + 0.15 });
    expect(curveOf(app).xMax).toBeGreaterThan(xMax);
    const { xMax: far } = await complete(app);
    app.change({ sigma: 0.1 });
    expect(curveOf(app).xMax).toBe(far);
  });
});

describe('the bands', () => {
  it('come from two more seeds when the page has been idle', async () => {
    const { app, asked } = watched();
    await complete(app);
    await finished(app);
    expect(curveOf(app).seeds).toBe(1);
    const { points } = await comes(app, ({ seeds }) => seeds === 3);
    expect(points.filter(({ own }) => !own).every(({ bands }) => bands !== undefined)).toBe(true);
    expect(new Set(asked().map(({ seed }) => seed))).toEqual(new Set([1, 2, 3]));
  });
});

describe('a curve that is not drawn by itself', () => {
  const dear: Meddle = async (method) => {
    if (method === 'complete') await clock.pass(20_000);
  };

  it('is offered when its first runs were found to take long, with what is left and how long it takes', async () => {
    const { app, sigmas } = watched(link, { meddle: dear });
    const { offer } = await comes(app, ({ status }) => status === 'offered');
    expect(offer!.runs).toBeGreaterThan(7);
    expect(offer!.seconds).toBeGreaterThan(30);
    const before = sigmas().length;
    await aWhile(60_000);
    expect(sigmas().length).toBe(before);
    app.drawCurve();
    expect((await comes(app, ({ status }) => status === 'running')).offer).toBeNull();
    await complete(app);
  });

  it('can be stopped and goes on where it was', async () => {
    const { app, sigmas } = watched(link, { meddle: () => aWhile(30), size: 1 });
    await comes(app, ({ done }) => done === 3);
    app.stopCurve();
    const stopped = await comes(app, ({ status }) => status === 'stopped');
    expect(stopped.offer!.runs).toBeLessThanOrEqual(9);
    await aWhile(1000);
    const before = sigmas().length;
    await aWhile(1000);
    expect(sigmas().length).toBe(before);
    app.drawCurve();
    await complete(app);
    expect(new Set(sigmas()).size).toBe(sigmas().length);
  });

  it('is drawn once where nothing starts by itself, and then offered', async () => {
    const { app } = watched(`${link}&autoplay=0`);
    await complete(app);
    app.change({ mu: 1.2 });
    expect((await comes(app, ({ status }) => status === 'offered')).offer).toMatchObject({ runs: 12 });
    app.drawCurve();
    await complete(app);
  });

  it('rests while the tab is hidden, and goes on when it is seen', async () => {
    let hidden = true;
    const told: (() => void)[] = [];
    const { app, sigmas } = watched(link, { device: { hidden: () => hidden, onChange: (act) => void told.push(act) } });
    await finished(app);
    await aWhile(3000);
    expect(sigmas()).toEqual([]);
    hidden = false;
    for (const tell of told) tell();
    await complete(app);
  });

  it('rests while the frame is out of sight, and gives its workers back with the page', async () => {
    const { app, sigmas, callers } = watched(link, { meddle: () => aWhile(50), size: 1 });
    await comes(app, ({ done }) => done === 2);
    app.setPresence('away');
    await aWhile(1000);
    const before = sigmas().length;
    await aWhile(1000);
    expect([sigmas().length, callers[0]!.restarts]).toEqual([before, 0]);
    app.setPresence('released');
    expect(callers[0]!.restarts).toBe(1);
    app.setPresence('shown');
    await complete(app);
    expect(new Set(sigmas()).size).toBe(sigmas().length);
  });
});

describe('a curve that fails', () => {
  it('says why, keeps what was measured, and goes on when it is asked for', async () => {
    let full = true;
    const { app } = watched(link, {
      size: 1,
      meddle: (_, params) => {
        if (full && (params as { experiment: Measured }).experiment.sigma > 0.5) throw new Error('no memory');
      },
    });
    const failed = await comes(app, ({ status }) => status === 'failed');
    expect(failed.failure).toEqual(unexpected('no memory'));
    expect(failed.points.length).toBe(2);
    full = false;
    app.drawCurve();
    expect((await complete(app)).failure).toBeNull();
  });

  it('is tried again under other settings', async () => {
    const { app } = watched(link, {
      meddle: (_, params) => {
        if ((params as { experiment: Measured }).experiment.mu === 1) throw new Error('no memory');
      },
    });
    await comes(app, ({ status }) => status === 'failed');
    app.change({ mu: 1.2 });
    await complete(app);
  });
});
