import { noAssets } from '../images/assets';
import { describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { decodeLink } from '../experiment/link';
import { defaults, type Experiment } from '../experiment/parameters';
import { leading } from '../network/matrices';
import { unexpected } from '../problems/testing';
import { createEngine } from '../training/engine';
import { SupersededError, type Caller, type CompleteRun } from '../training/protocol';
import type { Snapshot } from '../training/snapshot';
import { keptFilters } from '../training/testing-points';
import { createRecordsControl, pinnedExperiments, recordName } from './records-control';
import { initialState, type AppState } from './state';
import { aWhile, clock, finished, localCaller, smallLink, testApp, until } from './testing';

const point = (step: number, loss = 0.1): Snapshot => ({
  step,
  loss,
  trainAccuracy: 1,
  testAccuracy: 1,
  testLoss: null,
  matrices: keptFilters([2, 1], 1),
});
const spectrum = { data: Float64Array.of(3, 1), clean: Float64Array.of(3), signalDimension: 2, rows: 4, columns: 2 };

/** A store whose runs end when a test says so, and a caller whose answers a test gives. */
function page(start: Partial<Experiment> = {}, restart = () => {}) {
  const store = createStore<AppState>(() => initialState({ ...defaults, ...start }, []));
  const answers: { experiment: Experiment; resolve(run: CompleteRun): void; reject(error: Error): void }[] = [];
  const call = vi.fn(
    (_: string, { experiment }: { experiment: Experiment }) =>
      new Promise<CompleteRun>((resolve, reject) => void answers.push({ experiment, resolve, reject })),
  );
  const control = createRecordsControl(store, { call, restart } as unknown as Caller, clock);
  const end = (patch: Partial<Experiment> = {}, run: Partial<AppState['run']> = {}) => {
    const experiment = { ...store.getState().experiment, ...patch };
    const history = [point(0), point(300)];
    store.setState((state) => ({
      experiment,
      run: { ...state.run, status: 'finished', history, latest: history[1]!, experiment, ...run },
      data: { ...state.data, status: 'ready', spectrum, experiment },
    }));
  };
  return {
    store,
    call,
    answers,
    control,
    end,
    records: () => store.getState().records,
    recent: () => store.getState().records.recent.map((name) => store.getState().records.runs[name]!.experiment.sigma),
  };
}
const rest = () => aWhile(1000);
const made = { history: [point(0)], spectrum, summary: {} } as unknown as CompleteRun;

describe('a run that ends', () => {
  it('is recorded when it has rested, once, without filters, with where it ended', async () => {
    const { end, records, store } = page();
    end();
    await aWhile(500);
    expect(records().recent).toEqual([]);
    // It is recorded again in full meanwhile.
    store.setState((state) => ({ run: { ...state.run, history: [point(0), point(150), point(300)] } }));
    await aWhile(500);
    expect(records().recent).toEqual([]);
    await rest();
    expect(records().recent).toEqual([recordName(defaults)]);
    const { status, run, experiment } = records().runs[recordName(defaults)]!;
    expect([status, experiment, run!.history.map((recorded) => [recorded.step, leading(recorded).values])]).toEqual([
      'ready',
      defaults,
      [
        [0, null],
        [150, null],
        [300, null],
      ],
    ]);
    expect(run!.summary).toMatchObject({
      step: 300,
      diverged: false,
      matrices: [{ name: 'filters', ranks: { stable: 1.25 } }],
      data: { numerical: 2 },
      signalDimension: 2,
    });
    const before = records();
    await rest();
    expect(records()).toBe(before);
  });

  it('leaves no record while a slider is on its way', async () => {
    const { end, recent } = page();
    for (let i = 0; i < 20; i++) {
      end({ sigma: i / 100 });
      await aWhile(300);
    }
    expect(recent()).toEqual([]);
    await rest();
    expect(recent()).toEqual([0.19]);
  });

  it('waits for its data, and is none of those of another experiment or matrix', async () => {
    const { end, store, recent } = page();
    const { data } = store.getState();
    end();
    for (const other of [
      { ...data, status: 'loading', spectrum, experiment: defaults },
      { ...data, status: 'ready', spectrum, experiment: { ...defaults, sigma: 1 } },
      { ...data, status: 'ready', spectrum, experiment: { ...defaults, matrix: 'image' } },
    ] as const) {
      store.setState({ data: other });
      await rest();
    }
    end({}, { experiment: { ...defaults, sigma: 1 } });
    await rest();
    expect(recent()).toEqual([]);
    end();
    await rest();
    expect(recent()).toEqual([defaults.sigma]);
  });

  it('that goes on, or has failed, is not recorded; one that diverged is, as such', async () => {
    const { end, records } = page();
    for (const status of ['training', 'paused', 'loading', 'failed'] as const) {
      end({}, { status });
      await rest();
    }
    expect(records().recent).toEqual([]);
    end({}, { status: 'diverged' });
    await rest();
    expect(records().runs[recordName(defaults)]!.run!.summary.diverged).toBe(true);
  });

  it('is the first of at most eight, each once, beside those that are pinned', async () => {
    const { end, store, records, recent } = page();
    const pinned = { ...defaults, sigma: 0.01 };
    for (const sigma of [0.01, 0.02]) {
      end({ sigma });
      await rest();
    }
    store.setState({ experiment: { ...store.getState().experiment, pins: ['sigma:0.01'] } });
    for (const sigma of [0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 0.09, 0.1, 0.04]) {
      end({ sigma });
      await rest();
    }
    expect(recent()).toEqual([0.04, 0.1, 0.09, 0.08, 0.07, 0.06, 0.05, 0.03]);
    expect(Object.keys(records().runs).toSorted()).toEqual([...records().recent, recordName(pinned)].toSorted());
  });
});

describe('pinned runs of a link', () => {
  const pins = ['sigma:0.4', 'm:128', 'default'];

  it('are made beside the first frame, one at a time, in their order, as small or large as the page’s own', async () => {
    const { store, call, answers, records } = page({ pins, backend: 'cpu' });
    store.setState({ pace: 'slow' });
    expect(call).not.toHaveBeenCalled();
    store.setState(({ run }) => ({ run: { ...run, latest: point(0) } }));
    expect(call).toHaveBeenCalledTimes(1);
    expect(answers[0]!.experiment).toEqual({ ...defaults, pins, backend: 'cpu', sigma: 0.4 });
    expect(records().runs[recordName(answers[0]!.experiment)]).toMatchObject({ status: 'running', run: null });
    for (let i = 0; i < 3; i++) {
      await rest();
      expect(call).toHaveBeenCalledTimes(i + 1);
      answers[i]!.resolve(made);
    }
    await rest();
    expect(answers.map(({ experiment }) => recordName(experiment))).toEqual([
      'sigma:0.4 patch',
      'm:128 patch',
      'default patch',
    ]);
    expect(Object.values(records().runs).map(({ status }) => status)).toEqual(['ready', 'ready', 'ready']);
  });

  it('are made where the page’s own run could run', () => {
    for (const [backend, wanted] of [
      ['cpu', 'cpu'],
      ['wasm', 'wasm'],
      ['webgl', 'wasm'],
    ] as const) {
      const { store, call } = page({ pins });
      store.setState(({ run }) => ({ run: { ...run, latest: point(0), backend } }));
      expect(call.mock.calls[0]![1]).toMatchObject({ backend: wanted });
    }
  });

  it('are not made where they are known, and are for another data matrix', async () => {
    const { store, call, end } = page();
    end({ sigma: 0.4 });
    await rest();
    store.setState({ experiment: { ...defaults, pins: ['sigma:0.4'] } });
    expect(call).not.toHaveBeenCalled();
    store.setState({ experiment: { ...defaults, pins: ['sigma:0.4'], matrix: 'image' } });
    expect(call).toHaveBeenCalledTimes(1);
  });

  it('that cannot be made say why, once, and the others are made all the same; on request it is tried again', async () => {
    const { store, call, answers, records, control } = page({ pins });
    store.setState(({ run }) => ({ run: { ...run, latest: point(0) } }));
    answers[0]!.reject(new Error('no memory'));
    await rest();
    expect(records().runs['sigma:0.4 patch']).toMatchObject({
      status: 'failed',
      run: null,
      failure: unexpected('no memory'),
    });
    for (const i of [1, 2]) {
      answers[i]!.resolve(made);
      await rest();
    }
    expect(call).toHaveBeenCalledTimes(3);
    control.retry('m:128 patch');
    control.retry('no such run');
    expect(call).toHaveBeenCalledTimes(3);
    control.retry('sigma:0.4 patch');
    expect(records().runs['sigma:0.4 patch']).toMatchObject({ status: 'running', failure: null });
    answers[3]!.resolve(made);
    await rest();
    expect(records().runs['sigma:0.4 patch']).toMatchObject({ status: 'ready', run: made });
  });

  it('that would take long wait until they are asked for, and hold up no others', async () => {
    const heavy = 'side:28,patches:16,m:512,n:4000,steps:20000';
    const { store, call, answers, records, control } = page({ pins: [heavy, 'sigma:0.4'] });
    store.setState(({ run }) => ({ run: { ...run, latest: point(0) } }));
    const [large, small] = pinnedExperiments(store.getState().experiment).map(recordName);
    expect(records().runs[large!]).toMatchObject({ status: 'waiting', run: null });
    expect(records().runs[small!]).toMatchObject({ status: 'running' });
    answers[0]!.resolve(made);
    await rest();
    expect(call).toHaveBeenCalledTimes(1);
    control.retry(large!);
    expect(records().runs[large!]).toMatchObject({ status: 'running' });
    expect(answers[1]!.experiment.steps).toBe(20000);
  });

  it('that are pinned no longer are given up with their worker, and the next one is made', async () => {
    const restart = vi.fn(() => answers.at(-1)!.reject(new SupersededError('given up')));
    const { store, answers, records } = page({ pins }, () => restart());
    store.setState(({ run }) => ({ run: { ...run, latest: point(0) } }));
    store.setState({ experiment: { ...defaults, pins: pins.slice(1) } });
    expect(restart).toHaveBeenCalledOnce();
    await rest();
    expect(records().runs['sigma:0.4 patch']).toBeUndefined();
    expect(records().runs['m:128 patch']).toMatchObject({ status: 'running' });
    expect(answers).toHaveLength(2);
  });

  it('are seen as the page is: through its matrix and on its backend', () => {
    const [one, two] = pinnedExperiments({
      ...defaults,
      pins: ['sigma:0.4', 'm:128,k:2'],
      matrix: 'image',
      backend: 'cpu',
      sigma: 1,
    });
    expect([one!.sigma, one!.matrix, one!.backend, two!.sigma, two!.m, two!.k]).toEqual([
      0.4,
      'image',
      'cpu',
      defaults.sigma,
      128,
      2,
    ]);
  });
});

it('a run that is recorded and one that is made for a pin say the same', async () => {
  const { experiment } = decodeLink(`${smallLink}&steps=20`);
  const app = testApp(`${smallLink}&steps=20`, { aside: localCaller(() => Promise.reject(new Error('not asked'))) });
  await finished(app);
  const name = recordName(experiment);
  const { records } = await until(app, (state) => state.records.runs[name] !== undefined);
  const alone = await createEngine(noAssets('no digits here')).complete({ experiment, backend: 'cpu', points: 150 });
  expect(records.runs[name]!.run).toEqual(alone);
});
