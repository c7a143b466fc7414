import { describe, expect, it } from 'vitest';
import { said } from '../../problems/testing';
import type { App } from '../app';
import { comparedRuns, currentMetrics, currentPin, recordedMetrics } from './compared';
import { ghostsOf, pinnedRuns } from './pinned';
import { recordName } from '../records-control';
import { aWhile, finished, localCaller, smallLink, testApp, until } from '../testing';

const known = (app: App) =>
  Object.values(app.store.getState().records.runs).filter(({ status }) => status === 'ready').length;
/** A run counts as made when it has rested for a moment. */
const recorded = (app: App, count: number) =>
  until(app, ({ records }) => records.recent.length === count && known(app) >= count);

describe('pinned runs', () => {
  it('have letters in the order of the link, and stay the same objects while other things change', async () => {
    const app = testApp(
      `${smallLink}&pins=side:4,n:16,k:2,patches:2,m:4,steps:2;side:4,n:16,k:2,patches:2,m:4,steps:3&autoplay=0`,
    );
    const pinned = pinnedRuns(app.store.getState());
    expect(pinned.map(({ letter, text }) => [letter, text])).toEqual([
      ['A', 'k:2,m:4,side:4,patches:2,n:16,steps:2'],
      ['B', 'k:2,m:4,side:4,patches:2,n:16,steps:3'],
    ]);
    app.change({ rank: 'energy' });
    app.change({ sigma: 0.7 });
    expect(pinnedRuns(app.store.getState())).toEqual(pinned);
    expect(ghostsOf(app.store.getState())).toBe(ghostsOf(app.store.getState()));
  });

  it('are ghosts once they are there, but for the one that the page shows', async () => {
    const app = testApp(smallLink);
    await finished(app);
    app.pin();
    await until(app, (state) => pinnedRuns(state)[0]!.record?.status === 'ready');
    expect(currentPin(app.store.getState())?.letter).toBe('A');
    expect(ghostsOf(app.store.getState()).map(({ label, run }) => [label, run === null])).toEqual([['A', true]]);
    app.change({ sigma: 0.5 });
    await finished(app);
    const [ghost] = ghostsOf(app.store.getState());
    expect(ghost).toMatchObject({ label: 'A', run: { summary: { step: 40 } } });
    expect(currentPin(app.store.getState())).toBeNull();
    // Its spectrum is that of the data matrix on the page.
    app.change({ matrix: 'image' });
    const { experiment } = await until(app, (state) => (pinnedRuns(state)[0]!.record?.status ?? '') === 'ready');
    expect(pinnedRuns(app.store.getState())[0]!.name).toContain('image');
    expect(ghostsOf(app.store.getState())[0]!.run!.spectrum.rows).toBe(experiment.n);
  });
});

describe('the table of runs', () => {
  it('lists pins by letter, then recent runs, without the current one', async () => {
    const app = testApp(smallLink);
    for (const sigma of [0.2, 0.3, 0.5]) {
      app.change({ sigma });
      await finished(app);
      await recorded(app, [0.2, 0.3, 0.5].indexOf(sigma) + 1);
      if (sigma === 0.3) app.pin();
    }
    const rows = comparedRuns(app.store.getState());
    expect(rows.map(({ letter, experiment: { sigma }, status }) => [letter, sigma, status])).toEqual([
      ['A', 0.3, 'ready'],
      [null, 0.2, 'ready'],
    ]);
    expect(comparedRuns(app.store.getState())).toBe(rows);
    const before = currentMetrics(app.store.getState());
    app.openRun(rows[0]!.experiment);
    await until(
      app,
      ({ run, data }) =>
        run.status === 'finished' &&
        run.experiment?.sigma === 0.3 &&
        data.status === 'ready' &&
        data.experiment?.sigma === 0.3,
    );
    expect(currentMetrics(app.store.getState())).toEqual(recordedMetrics(rows[0]!, 'stable'));
    expect(currentMetrics(app.store.getState())).not.toEqual(before);
    expect(comparedRuns(app.store.getState()).map(({ experiment: { sigma } }) => sigma)).toEqual([0.5, 0.2]);
  });

  it('lists a run of the same images as the one before it', async () => {
    const app = testApp(smallLink);
    await finished(app);
    await recorded(app, 1);
    app.change({ m: 6 });
    await finished(app);
    await recorded(app, 2);
    expect(comparedRuns(app.store.getState()).map(({ experiment: { m } }) => m)).toEqual([4]);
  });

  it('says nothing of the data of a run that was seen through another data matrix', async () => {
    const app = testApp(smallLink);
    await finished(app);
    await recorded(app, 1);
    app.change({ sigma: 0.5, matrix: 'image' });
    await finished(app);
    const [row] = comparedRuns(app.store.getState());
    expect(recordedMetrics(row!, 'stable')).toMatchObject({ data: null, trainAccuracy: expect.any(Number) as number });
  });

  it('says that a pinned run of a link is under way, then that it failed, and makes it anew', async () => {
    let fail = true;
    const aside = localCaller(async () => {
      await aWhile(20);
      if (fail) throw new Error('no room');
    });
    const app = testApp(`${smallLink}&pins=side:4,sigma:0.4,n:16,k:2,patches:2,m:4,steps:10`, { pinned: aside });
    const row = () => comparedRuns(app.store.getState())[0]!;
    expect(row()).toMatchObject({ letter: 'A', status: 'running' });
    await until(app, () => row().status === 'failed');
    expect(said(row().failure!)).toBe('no room');
    fail = false;
    app.retryRecord(row().name);
    expect(row().status).toBe('running');
    await until(app, () => row().status === 'ready');
    expect(row().name).toBe(recordName(row().experiment));
  });
});
