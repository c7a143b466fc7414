import { describe, expect, it } from 'vitest';
import { decodeLink } from '../../experiment/link';
import { unexpected } from '../../problems/testing';
import { WorkerCrashedError, type Caller } from '../../training/protocol';
import { recordedSteps } from '../../training/recorded-steps';
import { hasValues, type HistoryPoint } from '../../training/snapshot';
import { nextSlice, unrecorded, withSlice, type Recording } from './recording';
import { aWhile, finished, localCaller, smallLink, testApp, until, type LocalCaller } from '../testing';

const link = `${smallLink}&steps=300`;
const { experiment } = decodeLink(link);
const stepsOf = (history: readonly HistoryPoint[]) => history.map(({ step }) => step);
const everyPoint = recordedSteps(300);
const startsOf = ({ calls }: LocalCaller) => calls.filter(({ method }) => method === 'start').length;
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
  it('has the same points as one that was watched, filters and all', async () => {
    const watched = (await finished(testApp(link))).run.history;
    const again = await recorded();
    expect(stepsOf(again)).toEqual(everyPoint);
    expect(again).toEqual(watched);
  });

  it('has the same points on a device of any speed, the last step among them', async () => {
    for (const slowness of [0, 3, 1000]) {
      const training = localCaller();
      const again = await recorded(training, { ...experiment, steps: 301 }, (steps) => slowness * steps);
      expect(stepsOf(again)).toEqual(recordedSteps(301));
      // Slices of about 40 ms, and never less than a point.
      expect(training.calls.length - 1).toBe({ 0: 5, 3: 25, 1000: recordedSteps(301).length - 1 }[slowness]);
    }
  });
});

describe('a finished run with few points', () => {
  const chased = async (training = localCaller()) => {
    const app = testApp(`${smallLink}&steps=10`, { training });
    await finished(app);
    app.change({ steps: 300 }, { chase: true });
    await until(app, ({ run }) => run.status !== 'finished');
    await finished(app);
    return app;
  };

  it('that was made under a moving slider has them all after a rest, and filters in every one', async () => {
    const app = await chased();
    const { latest, initial, history } = app.store.getState().run;
    expect(history.length).toBeLessThan(40);
    const { run } = await until(app, (state) => state.run.history.length === everyPoint.length);
    expect(stepsOf(run.history)).toEqual(everyPoint);
    expect(run.history.every(hasValues)).toBe(true);
    expect(run).toMatchObject({ status: 'finished', cursor: null });
    expect([run.latest, run.initial]).toEqual([latest, initial]);
    expect(run.history.at(-1)).toEqual(latest);
  });

  it('is not recorded again while the page is still being used, nor where every point was watched', async () => {
    const training = localCaller();
    const app = testApp(smallLink, { training });
    await finished(app);
    const calls = training.calls.length;
    await aWhile(450);
    expect(training.calls.length).toBe(calls);
  });

  it('gives way to a slider that moves meanwhile, whose run ends as it would have', async () => {
    const training: LocalCaller = localCaller((method) =>
      startsOf(training) > 2 && method === 'advance' ? aWhile(15) : undefined,
    );
    const app = await chased(training);
    while (startsOf(training) < 3) await aWhile(10);
    app.change({ sigma: 0.5 }, { chase: true });
    expect(app.store.getState().run.failure).toBeNull();
    await until(app, ({ run }) => run.experiment?.sigma === 0.5 && run.history.length === everyPoint.length);
    const { run, notices } = app.store.getState();
    expect(notices).toEqual([]);
    expect(run.history).toEqual(await recorded(localCaller(), { ...experiment, sigma: 0.5 }));
  });

  it.each([new WorkerCrashedError(unexpected('stopped')), new Error('no memory')])(
    'that cannot be recorded is left as it was, without a word: %s',
    async (error) => {
      const training: LocalCaller = localCaller((method) => {
        if (method === 'start' && startsOf(training) > 2) throw error;
      });
      const app = await chased(training);
      const { run: before } = app.store.getState();
      while (startsOf(training) < 3) await aWhile(10);
      await aWhile(20);
      expect(app.store.getState()).toMatchObject({ notices: [], run: before });
    },
  );
});
