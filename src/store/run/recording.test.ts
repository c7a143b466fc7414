import { describe, expect, it } from 'vitest';
import { decodeLink } from '../../experiment/link';
import { unexpected } from '../../problems/testing';
import { WorkerCrashedError, type Caller } from '../../training/protocol';
import { hasValues, type HistoryPoint } from '../../training/snapshot';
import { fullRecord } from './batch';
import { isCoarse, nextSlice, unrecorded, withSlice, type Recording } from './recording';
import { aWhile, finished, localCaller, smallLink, testApp, until } from '../testing';

const link = `${smallLink}&steps=300`;
const { experiment } = decodeLink(link);
const stepsOf = (history: readonly HistoryPoint[]) => history.map(({ step }) => step);
const everySecond = Array.from({ length: 151 }, (_, i) => 2 * i);
/** All slices of a recording, as run control makes them, each of which took so many ms for `cost` of its steps. */
async function recorded(training: Caller = localCaller(), of = experiment, cost = (_steps: number) => 0) {
  let recording: Recording = { ...unrecorded, rested: true };
  while (recording.history.at(-1)?.step !== of.steps) {
    const slice = nextSlice(recording, of.steps);
    const trail = slice
      ? (await training.call('advance', slice)).trail
      : [(await training.call('start', { experiment: of, backend: 'cpu' })).snapshot];
    recording = withSlice(recording, trail, cost(slice?.steps ?? 0));
  }
  return recording.history;
}

describe('a run that is recorded again', () => {
  it('has the same points as one that was watched at that pace, filters and all', async () => {
    const watched = (await finished(testApp(link))).run.history;
    const again = await recorded();
    expect(stepsOf(again)).toEqual(everySecond);
    expect(again).toEqual(watched);
  });

  it('has the same points on a device of any speed, the last step among them', async () => {
    for (const slowness of [0, 3, 1000]) {
      const training = localCaller();
      const again = await recorded(training, { ...experiment, steps: 301 }, (steps) => slowness * steps);
      expect(stepsOf(again)).toEqual([0, ...Array.from({ length: 100 }, (_, i) => 3 * (i + 1)), 301]);
      // Slices of about 40 ms, and never less than a point.
      expect(training.calls.length - 1).toBe({ 0: 5, 3: 26, 1000: 101 }[slowness]);
    }
  });
});

describe('a record is coarse', () => {
  it('where a watched run has more points, and never once it was recorded again', async () => {
    for (const steps of [1, 2, 40, 149, 150, 151, 300, 301, 20_000]) {
      const points = (every: number) =>
        Array.from(
          { length: Math.ceil(steps / every) + 1 },
          (_, i) => ({ step: Math.min(steps, i * every) }) as HistoryPoint,
        );
      expect(isCoarse(points(fullRecord(steps)), steps)).toBe(false);
      if (steps > 2) expect(isCoarse(points(4 * fullRecord(steps)), steps)).toBe(true);
    }
  });
});

describe('a finished run with few points', () => {
  it.each([
    ['at full speed', false],
    ['under a moving slider', true],
  ])('that was made %s has them all after a rest, and filters in every one', async (_, chase) => {
    const app = testApp(`${smallLink}&steps=${chase ? 10 : 300}`);
    app.setSpeed('max');
    await finished(app);
    if (chase) {
      app.change({ steps: 300 }, { chase: true });
      await until(app, ({ run }) => run.status !== 'finished');
      await finished(app);
    }
    const { latest, initial, history } = app.store.getState().run;
    expect(history.length).toBeLessThan(150);
    const { run } = await until(app, (state) => state.run.history.length === 151);
    expect(stepsOf(run.history)).toEqual(everySecond);
    expect(run.history.every(hasValues)).toBe(true);
    expect(run).toMatchObject({ status: 'finished', cursor: null });
    expect([run.latest, run.initial]).toEqual([latest, initial]);
    expect(run.history.at(-1)).toEqual(latest);
  });

  it('is not recorded again while the page is still being used, nor where every step was watched', async () => {
    const training = localCaller();
    const app = testApp(smallLink, { training });
    app.setSpeed(1);
    await finished(app);
    const calls = training.calls.length;
    await aWhile(450);
    expect(training.calls.length).toBe(calls);
  });

  it('gives way to a slider that moves meanwhile, whose run ends as it would have', async () => {
    const training = localCaller((method, _, call) => (call > 3 && method === 'advance' ? aWhile(15) : undefined));
    const app = testApp(link, { training });
    app.setSpeed('max');
    await finished(app);
    const starts = () => training.calls.filter(({ method }) => method === 'start').length;
    while (starts() < 2) await aWhile(10);
    app.change({ sigma: 0.5 }, { chase: true });
    expect(app.store.getState().run.failure).toBeNull();
    await until(app, ({ run }) => run.experiment?.sigma === 0.5 && run.history.length === 151);
    const { run, notices } = app.store.getState();
    expect(notices).toEqual([]);
    expect(run.history).toEqual(await recorded(localCaller(), { ...experiment, sigma: 0.5 }));
  });

  it.each([new WorkerCrashedError(unexpected('stopped')), new Error('no memory')])(
    'that cannot be recorded is left as it was, without a word: %s',
    async (error) => {
      const training = localCaller((method, _, call) => {
        if (method === 'start' && call > 1) throw error;
      });
      const app = testApp(link, { training });
      app.setSpeed('max');
      const { run: before } = await finished(app);
      while (training.calls.filter(({ method }) => method === 'start').length < 2) await aWhile(10);
      await aWhile(20);
      expect(app.store.getState()).toMatchObject({ notices: [], run: before });
    },
  );
});
