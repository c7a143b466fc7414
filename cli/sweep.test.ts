import { describe, expect, it } from 'vitest';
import { decodeLink } from '../src/experiment/link';
import { defaults } from '../src/experiment/parameters';
import { createEngine } from '../src/training/engine';
import { WorkerCrashedError, type Caller, type Calls, type Method } from '../src/training/protocol';
import { recordedFilters } from '../src/training/testing-points';
import { readArguments } from './arguments';
import { fileAssets } from './assets';
import { runSweep } from './sweep';
import type { Sweep } from './sweep-arguments';
import { sweepPoint } from './sweep-point';
import { sweepTable } from './sweep-table';
import { command, nothingToSay } from './testing';
import { createThreadCaller } from './worker-caller';

const small = ['--link', '#side=4&k=2&n=16&patches=2&m=4&steps=20'];
const read = (...argv: string[]) => (readArguments(argv).source as { sweep: Sweep }).sweep;

/** The engine in this thread, which answers the first calls last. */
function lateCaller(): Caller {
  const engine = createEngine(fileAssets);
  let delay = 60;
  return {
    async call<M extends Method>(method: M, params: Calls[M]['params']) {
      await new Promise((resolve) => {
        setTimeout(resolve, (delay /= 2));
      });
      return (engine[method] as (p: unknown) => Promise<never>)(params);
    },
    restart: () => {},
  };
}

describe('a sweep', () => {
  it('prints the same for any number of workers, whichever run ends first', async () => {
    const argv = [...small, '--sweep', 'sigma=0.1,0.5', '--sweep', 'n=8,400,16', '--seeds', '2'];
    const [one, many] = await Promise.all(['1', '3'].map((workers) => command(...argv, '--workers', workers)));
    expect(one).toMatchObject({ code: 0, stderr: '' });
    expect(many).toEqual(one);
    const here = await runSweep(read(...argv, '--workers', '4'), 'wasm', nothingToSay, undefined, lateCaller);
    expect(`${JSON.stringify(here)}\n`).toBe(one!.stdout);
    expect(here.points.map(({ parameters: { sigma, n, seed } }) => [sigma, n, seed])).toEqual(
      [0.1, 0.5].flatMap((sigma) => [8, 400, 16].flatMap((n) => [1, 2].map((seed) => [sigma, n, seed]))),
    );
  });

  it('gives for every run what the run alone gives, and the link that opens it', async () => {
    const { points } = await runSweep(
      read(...small, '--sweep', 'sigma=0:0.5:3', '--workers', '2'),
      'cpu',
      nothingToSay,
    );
    for (const { link, predicted, ...point } of points) {
      const { experiment, notices } = decodeLink(link);
      expect(notices).toEqual([]);
      const { summary } = await createEngine(fileAssets).complete({ experiment, backend: 'cpu', points: 0 });
      const { matrices, ...alone } = summary;
      const { ranks: filters, signalShare } = matrices[0]!;
      expect(point).toEqual({ ...alone, filters, signalShare, parameters: { sigma: experiment.sigma, seed: 1 } });
      expect(predicted.criticalNoise).toBeCloseTo((1 / 4) * (16 / 4) ** (1 / 3));
    }
  });

  it('says how far it is', async () => {
    const heard: string[] = [];
    await runSweep(
      read(...small, '--sweep', 'sigma=0,0.1,0.2', '--workers', '2'),
      'cpu',
      nothingToSay,
      (done, of) => heard.push(`${done} of ${of}`),
      lateCaller,
    );
    expect(heard).toEqual(['0 of 3', '1 of 3', '2 of 3', '3 of 3']);
  });

  it('of digits predicts nothing', async () => {
    const { points } = await runSweep(
      read('--link', '#data=mnist&n=10&m=2&lr=0.25&steps=2', '--sweep', 'sigma=0.3', '--workers', '1'),
      'wasm',
      nothingToSay,
    );
    expect(points).toMatchObject([
      { predicted: { dataStableRank: null, criticalNoise: null }, step: 2, diverged: false },
    ]);
  });

  it.each(['matrix=image', 'noise=everywhere', 'project=0'])(
    'with %s does not predict the data’s rank',
    async (pair) => {
      const { points } = await runSweep(
        read('--link', `${small[1]}&${pair}`, '--sweep', 'sigma=0.3', '--workers', '1'),
        'cpu',
        nothingToSay,
        undefined,
        lateCaller,
      );
      expect(points[0]!.predicted).toEqual({ dataStableRank: null, criticalNoise: expect.any(Number) });
    },
  );

  it('shows a lost run as lost', async () => {
    const lost = '#side=2&k=1&basis=random&sigma=2&noise=everywhere&project=0&n=500&patches=16&mu=0.1';
    const { points } = await runSweep(
      read('--link', lost, '--sweep', 'lr=0.001,100', '--workers', '1'),
      'wasm',
      nothingToSay,
      undefined,
      lateCaller,
    );
    expect(points).toMatchObject([{ diverged: false, step: 300 }, { diverged: true }]);
  });

  it('gives no rank to filters that are not finite', () => {
    const ranks = { stable: 0, effective: 0, numerical: 0, energy: 0 },
      none = new Float64Array(0);
    const end = {
      step: 3,
      loss: NaN,
      trainAccuracy: 0.5,
      testAccuracy: 0.5,
      testLoss: null,
      matrices: recordedFilters(none),
    };
    const run = {
      history: [end],
      spectrum: { data: none, clean: none, signalDimension: 6, rows: 2, columns: 2 },
      summary: {
        ...end,
        matrices: [{ name: 'filters' as const, ranks, signalShare: null, moved: null }],
        diverged: true,
        data: ranks,
        signalDimension: 6,
      },
    };
    const point = sweepPoint(defaults, [], run);
    expect(point).toMatchObject({
      diverged: true,
      filters: { stable: null, effective: null, numerical: null, energy: null },
      data: ranks,
    });
    expect(JSON.parse(JSON.stringify(point)).loss).toBeNull();
    expect(
      sweepTable({ parameters: {}, matrix: 'patch', axes: [], seeds: 1, backend: 'cpu', points: [point] }),
    ).toMatch(/\n1,3,,0.5,0.5,,true,,,,,0,0,0,0,6,/);
  });

  it.each([
    ['process.exit(3)', 'ended with code 3'],
    ['throw new Error("out of luck")', 'out of luck'],
  ])('ends with words where a worker ends by %s', async (script, words) => {
    const crash = runSweep(
      read(...small, '--sweep', 'sigma=0,0.1,0.2', '--workers', '2'),
      'cpu',
      nothingToSay,
      undefined,
      () => createThreadCaller(undefined, new URL(`data:text/javascript,${script}`)),
    );
    await expect(crash).rejects.toThrow(WorkerCrashedError);
    await expect(crash).rejects.toThrow(words);
  });
});

describe('the table of a sweep', () => {
  it('has a column for every number of the JSON, and a row for every run', async () => {
    const result = await runSweep(
      read(...small, '--sweep', 'n=8,16', '--sweep', 'sigma=0,0.1'),
      'cpu',
      nothingToSay,
      undefined,
      lateCaller,
    );
    const [titles, ...rows] = sweepTable(result)
      .trimEnd()
      .split('\r\n')
      .map((row) => row.split(','));
    expect(titles).toEqual([
      'n',
      'sigma',
      'seed',
      'step',
      'loss',
      'trainAccuracy',
      'testAccuracy',
      'signalShare',
      'diverged',
      'filtersStableRank',
      'filtersEffectiveRank',
      'filtersNumericalRank',
      'filtersEnergyRank',
      'dataStableRank',
      'dataEffectiveRank',
      'dataNumericalRank',
      'dataEnergyRank',
      'signalDimension',
      'predictedDataStableRank',
      'criticalNoise',
      'link',
      'testLoss',
    ]);
    const column = (title: string) => rows.map((row) => row[titles!.indexOf(title)]);
    expect(column('n')).toEqual(['8', '8', '16', '16']);
    expect(column('filtersStableRank')).toEqual(result.points.map(({ filters }) => String(filters.stable)));
    expect(column('link')).toEqual(result.points.map(({ link }) => link));
  });

  it('has the seed once where it is swept', async () => {
    const result = await runSweep(read(...small, '--sweep', 'seed=3,4'), 'cpu', nothingToSay, undefined, lateCaller);
    expect(sweepTable(result)).toMatch(/^seed,step,[^\n]*\n3,20,[^\n]*\n4,20,/);
  });
});
