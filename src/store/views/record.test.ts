import { beforeAll, describe, expect, it } from 'vitest';
import { defaults } from '../../experiment/parameters';
import { recordedSteps } from '../../training/recorded-steps';
import type { HistoryPoint } from '../../training/snapshot';
import { aWhile, finished, smallLink, testApp, until } from '../testing';
import type { App } from '../app';
import { isWhole, recordOf } from './record';
import { curveEvents, runEvents } from './run-events';
import { signalDimensionOf } from './shown-spectrum';

const at = (...steps: number[]) => steps.map((step) => ({ step }) as HistoryPoint);
const stepsOf = (history: readonly HistoryPoint[]) => history.map(({ step }) => step);

describe('the record of a run', () => {
  it('is what every run of the experiment has, as far as it has come', () => {
    const all = recordedSteps(300);
    const run = (...steps: number[]) => ({ history: at(...steps), experiment: { ...defaults, steps: 300 } });
    expect(stepsOf(recordOf(run(...all)))).toEqual(all);
    expect(stepsOf(recordOf(run(0, 1, 2)))).toEqual([0, 1, 2]);
    // Steps made by hand between two of its points tell no moments.
    const between = all.at(-1)! - 1;
    expect(all).not.toContain(between);
    expect(stepsOf(recordOf(run(...all.slice(0, -1), between, 300)))).toEqual(all);
  });

  it('is not there where a point is missing, or no run is', () => {
    const run = { history: at(0, 5, 10), experiment: { ...defaults, steps: 300 } };
    expect([recordOf(run), isWhole(run.history, 300)]).toEqual([[], false]);
    expect(recordOf({ history: [], experiment: null })).toEqual([]);
  });
});

describe('the moments of a run', () => {
  const link = `${smallLink.replace('steps=40', 'steps=150')}&m=8&n=40&lr=40&init=0.05`;
  const moments = (app: App) => {
    const state = app.store.getState();
    const record = recordOf(state.run);
    return [...runEvents(record, signalDimensionOf(state)!), ...curveEvents(record, 'stable', 4)];
  };
  const known = (app: App) => until(app, ({ run, data }) => isWhole(run.history, 150) && data.status === 'ready');

  const ways: Record<string, (app: App) => Promise<unknown> | void> = {
    'at the usual pace': () => {},
    'in slow motion': (app) => app.setPace('slow'),
    'at one pace after another': async (app) => {
      app.setPace('slow');
      await until(app, ({ run }) => run.latest !== null && run.latest.step > 8);
      app.setPace('usual');
      await until(app, ({ run }) => run.latest!.step > 20);
      app.setPace('once');
    },
    'by hand': async (app) => {
      app.pause();
      await until(app, ({ run }) => run.status === 'paused');
      for (let step = 0; step < 150; step += 7) {
        app.step(7);
        await until(app, ({ run }) => run.latest!.step >= Math.min(150, step + 7));
      }
    },
    'paused and looked back on': async (app) => {
      await until(app, ({ run }) => run.latest !== null && run.latest.step > 30);
      app.seek(4);
      await aWhile(50);
      app.play();
    },
    'to a step that was asked for': (app) => {
      app.open(`${link}&step=97`);
      app.play();
    },
    'under a moving slider': async (app) => {
      await finished(app);
      app.change({ sigma: 0.3 }, { chase: true });
      await until(app, ({ run }) => run.experiment?.sigma === 0.3);
      app.change({ sigma: 0.2 }, { chase: true });
      await until(app, ({ run }) => run.experiment?.sigma === 0.2);
    },
  };

  let undisturbed: ReturnType<typeof moments>;
  beforeAll(async () => {
    const app = testApp(link);
    app.setPace('once');
    await finished(app);
    undisturbed = moments(app);
    expect(undisturbed.length).toBeGreaterThan(3);
  });

  it.each(Object.entries(ways))('are the same when it is made %s', async (_, act) => {
    const app = testApp(link);
    await act(app);
    await finished(app);
    await known(app);
    expect(moments(app)).toEqual(undisturbed);
  });

  it('are not told of while the record has holes', async () => {
    const app = testApp(link);
    await finished(app);
    app.change({ sigma: 0.3 }, { chase: true });
    await until(app, ({ run }) => run.status !== 'finished');
    await finished(app);
    expect(moments(app)).toEqual([]);
    await known(app);
    expect(moments(app).length).toBeGreaterThan(3);
  });
});
