import { beforeAll, describe, expect, it } from 'vitest';
import { readRunFile } from '../../share/read-run-file';
import { arraysOf } from '../../share/run-arrays';
import { runFileOf } from '../../share/run-file';
import { historyTable, spectraTable } from '../../share/run-tables';
import type { App } from '../../store/app';
import type { AppState } from '../../store/state';
import { finished, smallLink, testApp, until } from '../../store/testing';
import { thinFrames } from '../../store/run/thin-frames';
import { rankOfValues } from '../../store/views/ranks';
import { weightRanks } from '../../store/views/rank-table';
import { hasValues } from '../../training/snapshot';

// The deep network of depth 3, as whoever asks for the matrices of a run sees it: nothing outside of its folder knows it.
let app: App, state: AppState;
beforeAll(async () => {
  app = testApp(`${smallLink}&net=deep&lr=60`);
  await finished(app);
  state = await until(app, ({ data }) => data.status === 'ready');
});
const named = (matrices: readonly { readonly name: string }[]) => matrices.map(({ name }) => name);

describe('a network of several matrices', () => {
  it('trains, in every kind of run alike', async () => {
    expect(state.run).toMatchObject({ backend: 'cpu', status: 'finished' });
    expect(state.run.latest!.loss).toBeLessThan(0.9 * state.run.initial!.loss);
    const { summary } = await app.ask('complete', { experiment: state.experiment, backend: 'cpu', points: 2 });
    expect(named(summary.matrices)).toEqual(['filters', 'W2']);
    expect(summary.loss).toBe(state.run.latest!.loss);
  });

  it('is recorded with both, each with its spectrum, and only the filters with a share in the signal span', () => {
    for (const point of state.run.history) expect(named(point.matrices)).toEqual(['filters', 'W2']);
    const [filters, head] = state.run.latest!.matrices;
    expect([filters!.singularValues.length, head!.singularValues.length]).toEqual([8, 8]);
    expect(filters!.signalShare).toBeGreaterThan(0);
    expect(head!.signalShare).toBeNull();
    expect(head!.values).not.toEqual(state.run.initial!.matrices[1]!.values);
  });

  it('gives up the values of both where they would fill the memory, and no spectrum', () => {
    const thinned = thinFrames(state.run.history, 2 * 8 * (8 * 16 + 8 * 8));
    expect(thinned.filter(hasValues)).toHaveLength(2);
    for (const { matrices } of thinned)
      for (const one of matrices) expect(one.singularValues.length).toBeGreaterThan(0);
  });

  it('has rows of both in the table of ranks', () => {
    expect(weightRanks(state).map(({ key, role, size }) => [key, role, size])).toEqual([
      ['initial-filters', 'initial', [8, 16]],
      ['shown-filters', 'filters', [8, 16]],
      ['initial-W2', 'initial', [8, 8]],
      ['shown-W2', 'mixing', [8, 8]],
    ]);
    expect(weightRanks(state)[3]!.ranks!.stable).toBe(
      rankOfValues(state.run.latest!.matrices[1]!.singularValues, 'stable'),
    );
  });

  it('is saved with both, and the file is read back as it was written', () => {
    const file = runFileOf(state)!;
    expect(file.matrices).toEqual([
      { name: 'filters', rows: 8, columns: 16 },
      { name: 'W2', rows: 8, columns: 8 },
    ]);
    expect(readRunFile(JSON.stringify(file))).toEqual(file);
    expect(file.history.at(-1)!.matrices[1]).toEqual({
      name: 'W2',
      signalShare: null,
      moved: null,
      singularValues: [...state.run.latest!.matrices[1]!.singularValues],
    });
  });

  it('has both in the tables of a run', () => {
    const [titles, first] = historyTable(state)
      .split('\r\n')
      .map((line) => line.split(','));
    expect(titles).toEqual(expect.arrayContaining(['signalShare', 's8', 'W2.stableRank', 'W2.s1', 'W2.s8']));
    expect(first).toHaveLength(titles!.length);
    expect(spectraTable(state).split('\r\n')[0]).toBe('index,data,clean,filters,initialisation,W2,W2.initialisation');
  });

  it('has arrays of both for NumPy', async () => {
    const dataset = await app.ask('dataset', { experiment: state.experiment });
    const arrays = arraysOf(dataset, state.data.spectrum!, state.run.history);
    const steps = state.run.history.length;
    expect(
      Object.fromEntries(
        Object.entries(arrays).flatMap(([name, { shape }]) => (name.includes('W2') ? [[name, shape]] : [])),
      ),
    ).toEqual({
      initial_W2: [8, 8],
      W2: [8, 8],
      W2_singular_values: [8],
      history_W2_signal_share: [steps],
      history_W2_singular_values: [steps, 8],
    });
    expect(arrays['filter_singular_values']!.shape).toEqual([8]);
  });

  it('says what it makes of images', async () => {
    const sample = await app.ask('images', { experiment: state.experiment, from: 0, count: 4 });
    const asked = { experiment: state.experiment, images: sample.noisy };
    const said = await app.ask('said', { ...asked, matrices: state.run.latest!.matrices });
    expect(said!.outputs).toHaveLength(4);
    expect(said!.outputs.every(Number.isFinite)).toBe(true);
    expect(await app.ask('said', { ...asked, matrices: [] })).toBeNull();
  });
});
