import { beforeAll, describe, expect, it, vi } from 'vitest';
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
import { backendCandidates, besideBackend } from '../../training/backend-choice';
import { hasValues } from '../../training/snapshot';

// A second network: its names in one list, its folder in another. Nothing else is told of it.
vi.mock('../../experiment/networks', async (original) => ({
  ...(await original<object>()),
  networks: { cnn: ['filters', 'head'] },
}));
vi.mock('./list', async () => ({ architectures: { cnn: (await import('../testing-two-matrices')).twoMatrices } }));

let app: App, state: AppState;
beforeAll(async () => {
  app = testApp(smallLink.replace('backend=cpu', 'backend=wasm'));
  await finished(app);
  state = await until(app, ({ data }) => data.status === 'ready');
});
const named = (matrices: readonly { readonly name: string }[]) => matrices.map(({ name }) => name);

describe('a network with two matrices', () => {
  it('trains where it can run, whatever was asked, in every kind of run', async () => {
    expect(state.run).toMatchObject({ backend: 'cpu', status: 'finished' });
    expect(backendCandidates(state.experiment, 'webgl')).toEqual(['cpu']);
    expect(besideBackend(state.experiment, null)).toBe('cpu');
    expect(state.run.latest!.loss).toBeLessThan(0.9 * state.run.initial!.loss);
    const { summary } = await app.ask('complete', { experiment: state.experiment, backend: 'cpu', points: 2 });
    expect(named(summary.matrices)).toEqual(['filters', 'head']);
    expect(summary.loss).toBe(state.run.latest!.loss);
  });

  it('is recorded with both, each with its spectrum, and only the filters with a share in the signal span', () => {
    for (const point of state.run.history) expect(named(point.matrices)).toEqual(['filters', 'head']);
    const [filters, head] = state.run.latest!.matrices;
    expect([filters!.singularValues.length, head!.singularValues.length]).toEqual([8, 2]);
    expect(filters!.signalShare).toBeGreaterThan(0);
    expect(head!.signalShare).toBeNull();
    expect(head!.values).not.toEqual(state.run.initial!.matrices[1]!.values);
  });

  it('gives up the values of both where they would fill the memory, and no spectrum', () => {
    const thinned = thinFrames(state.run.history, 2 * 8 * (8 * 16 + 2 * 8));
    expect(thinned.filter(hasValues)).toHaveLength(2);
    for (const { matrices } of thinned)
      for (const one of matrices) expect(one.singularValues.length).toBeGreaterThan(0);
  });

  it('has rows of both in the table of ranks', () => {
    expect(weightRanks(state).map(({ key, role, size }) => [key, role, size])).toEqual([
      ['initial-filters', 'initial', [8, 16]],
      ['shown-filters', 'filters', [8, 16]],
      ['initial-head', 'initial', [2, 8]],
      ['shown-head', 'mixing', [2, 8]],
    ]);
    expect(weightRanks(state)[3]!.ranks!.stable).toBe(
      rankOfValues(state.run.latest!.matrices[1]!.singularValues, 'stable'),
    );
  });

  it('is saved with both, and the file is read back as it was written', () => {
    const file = runFileOf(state)!;
    expect(file.matrices).toEqual([
      { name: 'filters', rows: 8, columns: 16 },
      { name: 'head', rows: 2, columns: 8 },
    ]);
    expect(readRunFile(JSON.stringify(file))).toEqual(file);
    expect(file.history.at(-1)!.matrices[1]).toEqual({
      name: 'head',
      signalShare: null,
      singularValues: [...state.run.latest!.matrices[1]!.singularValues],
    });
  });

  it('has both in the tables of a run', () => {
    const [titles, first] = historyTable(state)
      .split('\r\n')
      .map((line) => line.split(','));
    expect(titles).toEqual(expect.arrayContaining(['signalShare', 's8', 'head.stableRank', 'head.s1', 'head.s2']));
    expect(first).toHaveLength(titles!.length);
    expect(spectraTable(state).split('\r\n')[0]).toBe(
      'index,data,clean,filters,initialisation,head,head.initialisation',
    );
  });

  it('has arrays of both for NumPy', async () => {
    const dataset = await app.ask('dataset', { experiment: state.experiment });
    const arrays = arraysOf(dataset, state.data.spectrum!, state.run.history);
    const steps = state.run.history.length;
    expect(
      Object.fromEntries(
        Object.entries(arrays).flatMap(([name, { shape }]) => (name.includes('head') ? [[name, shape]] : [])),
      ),
    ).toEqual({
      initial_head: [2, 8],
      head: [2, 8],
      head_singular_values: [2],
      history_head_signal_share: [steps],
      history_head_singular_values: [steps, 2],
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
