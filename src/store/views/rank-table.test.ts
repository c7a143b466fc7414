import { describe, expect, it } from 'vitest';
import { defaults, type Experiment } from '../../experiment/parameters';
import type { DataSpectrum } from '../../training/data-spectrum';
import { dataRankRows, weightRanks } from './rank-table';
import { finished, smallLink, testApp } from '../testing';

const known = (experiment: Partial<Experiment>, data: number[], clean: number[]) => ({
  experiment: { ...defaults, ...experiment },
  spectrum: {
    data: Float64Array.from(data),
    clean: Float64Array.from(clean),
    signalDimension: 6,
    rows: 0,
    columns: 0,
  } satisfies DataSpectrum,
});

describe('the table of ranks', () => {
  it('has every notion of both data matrices, with their sizes', () => {
    const rows = dataRankRows(defaults, [
      known({}, [2, 2, 1], [2, 2, 0]),
      known({ matrix: 'image' }, [1, 1, 1, 1], [1, 0, 0, 0]),
    ]);
    expect(rows.map(({ key, size, stale }) => [key, ...size, stale])).toEqual([
      ['clean-patch', 960, 64, false],
      ['noisy-patch', 960, 64, false],
      ['clean-image', 240, 256, false],
      ['noisy-image', 240, 256, false],
    ]);
    expect(rows[1]!.ranks).toMatchObject({ stable: 2.25, numerical: 3, energy: 3 });
    expect(rows[3]!.ranks).toEqual({ stable: 4, effective: expect.closeTo(4, 12), numerical: 4, energy: 4 });
    expect(rows[2]!.ranks!.stable).toBe(1);
  });

  it('marks ranks of an earlier experiment, and shows none of other images', () => {
    const rows = (now: Partial<Experiment>, of: Partial<Experiment>) =>
      dataRankRows({ ...defaults, ...now }, [known(of, [1], [1])]).slice(0, 2);
    expect(rows({ sigma: 0.3 }, {}).map(({ stale, ranks }) => stale && ranks !== null)).toEqual([true, true]);
    expect(rows({ m: 8, lr: 3, rank: 'energy' }, {}).map(({ stale }) => stale)).toEqual([false, false]);
    expect(rows({ data: 'mnist' }, {}).map(({ ranks }) => ranks)).toEqual([null, null]);
    expect(rows({ data: 'mnist' }, {})[0]!.size).toEqual([960, 196]);
  });

  it('has the filters at initialisation and under the cursor', async () => {
    const app = testApp(smallLink);
    await finished(app);
    const [initial, last] = weightRanks(app.store.getState());
    expect(initial).toMatchObject({ key: 'initial-filters', size: [8, 16] });
    expect(last!.ranks!.stable).toBeLessThan(initial!.ranks!.stable);
    app.seek(0);
    const [, looked] = weightRanks(app.store.getState());
    expect(looked!.ranks).toEqual(initial!.ranks);
  });
});
