import { describe, expect, it } from 'vitest';
import { decodeLink, encodeLink } from '../experiment/link';
import { parameters } from '../experiment/parameters';
import { withoutValues } from '../training/snapshot';
import { recordName } from './records-control';
import { finished, localCaller, smallLink, testApp, until } from './testing';

const link = `${smallLink}&steps=20`;
const written = 'k:2,m:4,side:4,patches:2,n:16,steps:20';
/** Large runs are not made here. */
const silent = { call: () => new Promise<never>(() => {}), restart() {} };
const experimentOf = (app: ReturnType<typeof testApp>) => app.store.getState().experiment;

describe('pinning', () => {
  it('keeps the run in the link, which gives it back, and disturbs nothing', async () => {
    const training = localCaller();
    const app = testApp(link, { training });
    const { run } = await finished(app);
    const calls = training.calls.length;
    app.pin();
    app.pin();
    expect(experimentOf(app).pins).toEqual([written]);
    app.change({ sigma: 0.4 });
    app.pin();
    expect(experimentOf(app).pins).toEqual([written, `k:2,sigma:0.4,${written.slice(4)}`]);
    const hash = encodeLink(experimentOf(app));
    expect(decodeLink(`#${hash}`)).toEqual({ experiment: experimentOf(app), notices: [] });
    expect(run.latest!.step).toBe(20);
    expect(training.calls.slice(0, calls).filter(({ method }) => method === 'start')).toHaveLength(1);
  });

  it('makes room for a fifth by letting the oldest go', () => {
    const app = testApp(`${link}&autoplay=0`);
    for (const sigma of [0.1, 0.3, 0.4, 0.5, 0.6]) {
      app.change({ sigma });
      app.pin();
    }
    expect(experimentOf(app).pins.map((text) => /sigma:([\d.]+)/.exec(text)![1])).toEqual(['0.3', '0.4', '0.5', '0.6']);
    expect(experimentOf(app).pins).toHaveLength(parameters.pins.most);
  });

  it('keeps what is said of a run with the run', () => {
    const app = testApp(`${link}&autoplay=0&pins=sigma:0.1;sigma:0.3;sigma:0.4;sigma:0.5&talk=one;;three`, {
      pinned: silent,
    });
    app.pin();
    expect(experimentOf(app).talk).toEqual(['', 'three']);
    app.unpin('sigma:0.3');
    expect(experimentOf(app).talk).toEqual(['three']);
    app.pin();
    app.unpin('sigma:0.4');
    expect(experimentOf(app).talk).toEqual([]);
  });

  it('is undone by name', () => {
    const app = testApp(`${link}&autoplay=0&pins=sigma:0.4;default`, { pinned: silent });
    app.unpin('sigma:0.4');
    app.unpin('no such run');
    expect(experimentOf(app).pins).toEqual(['default']);
    app.unpin('default');
    expect(encodeLink(experimentOf(app))).toBe(encodeLink(decodeLink(`${link}&autoplay=0`).experiment));
  });

  it('gives the page of a link the runs that were pinned', async () => {
    const pinned = `k:2,sigma:0.4,${written.slice(4)}`;
    const app = testApp(`${link}&pins=${pinned}`);
    const name = `${pinned} patch`;
    const { records } = await until(app, (state) => state.records.runs[name]?.status === 'ready');
    const alone = testApp(`${link}&sigma=0.4`);
    const { run } = await finished(alone);
    expect(recordName(experimentOf(alone))).toBe(name);
    expect(records.runs[name]!.run!.history.at(-1)).toEqual(withoutValues(run.latest!));
  });
});

describe('opening another run', () => {
  it('takes its science and plays it, seen as the page is seen now', async () => {
    const app = testApp(`${link}&autoplay=0&rank=effective&theme=dark&pins=default`, { pinned: silent });
    await until(app, ({ run }) => run.status === 'paused');
    const other = decodeLink(`${link}&sigma=0.7&seed=3&rank=energy&backend=wasm&levels=30`).experiment;
    app.openRun(other);
    expect(experimentOf(app)).toMatchObject({
      sigma: 0.7,
      seed: 3,
      rank: 'effective',
      theme: 'dark',
      backend: 'cpu',
      levels: 12,
      pins: ['default'],
      autoplay: false,
    });
    const { run } = await finished(app);
    expect(run.latest!.matrices).toEqual((await finished(testApp(`${link}&sigma=0.7&seed=3`))).run.latest!.matrices);
  });

  it('that is the current one plays it from its start', async () => {
    const app = testApp(link);
    await finished(app);
    app.openRun(experimentOf(app));
    await until(app, ({ run }) => run.latest!.step < 20);
    expect((await finished(app)).run.latest!.step).toBe(20);
  });

  it('leaves the cursor of the old one behind', async () => {
    const app = testApp(link);
    await finished(app);
    app.seek(4);
    app.openRun({ ...experimentOf(app), sigma: 0.6 });
    expect(app.store.getState().run).toMatchObject({ cursor: null, replaying: false });
    expect(
      (await until(app, ({ run }) => run.experiment?.sigma === 0.6 && run.status === 'finished')).run.latest!.step,
    ).toBe(20);
  });
});
