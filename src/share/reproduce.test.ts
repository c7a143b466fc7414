import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { rejection } from '../problems/testing';
import { smallLink, testApp, finished, until, writeState } from '../store/testing';
import { closeRunOf } from '../store/views/change';
import { leading } from '../store/views/shown-frame';
import { localDigits } from './testing';
import type { App } from '../store/app';
import type { HistoryPoint } from '../training/snapshot';
import { npzSize, runArrays } from './run-arrays';

// One thread: on small matrices NumPy's others wait for each other on processors that the suite needs.
const env = { ...process.env, OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1' };
const python = spawnSync('python3', ['-c', 'import numpy'], { timeout: 30_000, env }).status === 0;
const named = python ? '' : ' (skipped: python3 with NumPy is not at hand)';
const folder = mkdtempSync(join(tmpdir(), 'rank-under-noise-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function saved(app: App, name: string): Promise<string> {
  const path = join(folder, `${name}.npz`);
  writeFileSync(path, new Uint8Array(await (await runArrays(app)).arrayBuffer()));
  return path;
}
const reproduce = (path: string) => spawnSync('python3', ['public/reproduce.py', path], { encoding: 'utf8', env });

/** What NumPy reads, as JSON: shapes, types and all values. */
const dump = `
import json, sys, numpy as np
with np.load(sys.argv[1], allow_pickle=False) as f:
    print(json.dumps({k: (json.loads(f[k]) if k.endswith('.json') else [list(f[k].shape), str(f[k].dtype), [None if np.isnan(v) else v for v in f[k].ravel().tolist()]]) for k in f.files}))
`;

describe.skipIf(!python)(`a run for NumPy${named}`, () => {
  it('is read back by NumPy, every array with its values', async () => {
    const app = testApp(smallLink);
    const { run, data } = await finished(app).then(() => app.store.getState());
    const { stdout, stderr } = spawnSync('python3', ['-c', dump, await saved(app, 'small')], {
      encoding: 'utf8',
      env,
      maxBuffer: 2 ** 26,
    });
    expect(stderr).toBe('');
    const file = JSON.parse(stdout) as Record<string, [number[], string, (number | null)[]]>;
    const { train, test, matrices } = await app.ask('dataset', { experiment: run.experiment! });
    const expected: Record<string, [number[], ArrayLike<number | null>]> = {
      patches: [[16, 2, 16], train.values],
      labels: [[16], train.labels],
      test_patches: [[1000, 2, 16], test.values],
      test_labels: [[1000], test.labels],
      signal: [[4, 16], run.signal!],
      initial_filters: [[8, 16], leading({ matrices }).values],
      filters: [[8, 16], leading(run.latest!).values],
      data_singular_values: [[16], data.spectrum!.data],
      clean_singular_values: [[16], data.spectrum!.clean],
      filter_singular_values: [[8], leading(run.latest!).singularValues],
      history_steps: [[run.history.length], run.history.map(({ step }) => step)],
      history_loss: [[run.history.length], run.history.map(({ loss }) => loss)],
      history_train_accuracy: [[run.history.length], run.history.map(({ trainAccuracy }) => trainAccuracy)],
      history_test_accuracy: [[run.history.length], run.history.map(({ testAccuracy }) => testAccuracy)],
      history_signal_share: [[run.history.length], run.history.map((point) => leading(point).signalShare)],
      history_singular_values: [
        [run.history.length, 8],
        run.history.flatMap((point) => [...leading(point).singularValues]),
      ],
      history_test_loss: [[run.history.length], run.history.map(({ testLoss }) => testLoss)],
      // What has not moved yet has no energy anywhere.
      history_moved_share: [[run.history.length], run.history.map((point) => leading(point).moved?.share ?? null)],
      history_moved_along: [
        [run.history.length, 4],
        run.history.flatMap((point): (number | null)[] => [...(leading(point).moved?.along ?? Array(4).fill(null))]),
      ],
    };
    for (const [name, [shape, values]] of Object.entries(expected)) {
      expect(file[name]![0], name).toEqual(shape);
      expect(file[name]![2], name).toEqual(Array.from(values));
    }
    expect(Object.keys(file).toSorted()).toEqual([...Object.keys(expected), 'parameters.json'].toSorted());
    expect(file['parameters.json']).toMatchObject({
      status: 'finished',
      step: 40,
      recorded: { backend: 'cpu' },
      parameters: { side: 4, k: 2, n: 16, q: 3 },
    });
  });

  it.each([
    ['single precision', '#backend=wasm&n=120&m=32'],
    ['beyond the critical noise', '#sigma=0.4&backend=wasm&n=60&m=16'],
    [
      'a real exponent and a random basis, seen as images',
      `${smallLink}&q=2.5&kappa=0.5&basis=random&noise=everywhere&project=0&matrix=image`,
    ],
    ['a run without steps', `${smallLink.replace('steps=40', 'steps=1')}`],
    ['digits', '#data=mnist&sigma=0.6&m=4&n=40&lr=0.25&steps=30&backend=cpu'],
  ])('is reproduced by the script: %s', async (name, link) => {
    const app = testApp(link, { training: localDigits(), spectra: localDigits(), aside: localDigits() });
    app.setPace('once');
    await finished(app);
    const { status, stdout, stderr } = reproduce(await saved(app, name.replaceAll(' ', '-')));
    expect(stderr).toBe('');
    expect(stdout).toMatch(/11 of 11 agree/);
    expect(status).toBe(0);
  });

  it.each([
    ['deep', '&net=deep&depth=4&m=4', 15],
    ['transformer', '&net=transformer&m=16', 21],
    ['linear token', '&net=transformer&token=linear&m=16', 21],
    ['dense with momentum', '&net=dense&opt=momentum', 11],
    ['Adam', '&opt=adam&q=1', 11],
    ['batches and decay', '&batch=5&decay=0.01', 11],
  ])('is reproduced by the script, whatever is trained and how: %s', async (name, more, rows) => {
    const app = testApp(`${smallLink.replace(/&(m|lr)=[^&]*/g, '')}${more}`);
    app.setPace('once');
    await finished(app);
    const { stdout, stderr } = reproduce(await saved(app, name.replaceAll(' ', '-')));
    expect(stderr).toBe('');
    expect(stdout).toContain(`${rows} of ${rows} agree`);
  });

  it('that was looked at closely is reproduced with what moved, the gradient and the way down', async () => {
    const app = testApp(`${smallLink}&net=dense`);
    await finished(app);
    app.watch('change', 'seen');
    await until(app, (state) => closeRunOf(state) !== null);
    const { stdout, stderr } = reproduce(await saved(app, 'closely'));
    expect(stderr).toBe('');
    for (const row of ['moved, s_1', 'gradient, s_1', 'gradient, signal share', 'descent, cosine'])
      expect(stdout).toContain(row);
    expect(stdout).toContain('15 of 15 agree');
  });

  it.each<[row: string, (point: HistoryPoint) => Partial<HistoryPoint>]>([
    ['loss at the end', ({ loss }) => ({ loss: loss * 1.01 })],
    ['test loss', ({ testLoss }) => ({ testLoss: testLoss! * 1.01 })],
    [
      'share of what moved',
      ({ matrices }) => ({
        matrices: matrices.map((one) => ({
          ...one,
          moved: one.moved && { ...one.moved, share: one.moved.share - 0.01 },
        })),
      }),
    ],
  ])('is not passed by the script where a value is wrong, and says which: %s', async (row, wrong) => {
    const app = testApp(smallLink);
    await finished(app);
    const { run } = app.store.getState();
    const last = run.history.at(-1)!;
    writeState(app, { run: { ...run, history: [...run.history.slice(0, -1), { ...last, ...wrong(last) }] } });
    const { status, stdout } = reproduce(await saved(app, 'wrong'));
    expect(status).toBe(1);
    expect(stdout).toMatch(new RegExp(`${row} .*DIFFERS`));
  });

  it('is told apart from other files', () => {
    const path = join(folder, 'other.npz');
    writeFileSync(path, readFileSync('package.json'));
    expect(reproduce(path)).toMatchObject({ status: 2, stderr: expect.stringContaining('not a run of this page') });
  });
});

describe('a run that is too large for one file', () => {
  it('is refused in words that name its size and what to change', async () => {
    const app = testApp(smallLink);
    const { run, experiment } = await finished(app);
    const huge = { ...experiment, n: 4000, side: 28, patches: 16, m: 512 };
    expect(npzSize(huge, 300)).toBeGreaterThan(500e6);
    writeState(app, { experiment: huge, run: { ...run, experiment: huge } });
    expect(await rejection(runArrays(app))).toMatch(/a file of \d+ MB; at most 500 MB are written. Try fewer images n/);
  });
});
