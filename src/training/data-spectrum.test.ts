import { noAssets } from '../images/assets';
import { describe, expect, it, vi } from 'vitest';
import { defaults, type Experiment } from '../experiment/parameters';
import { syntheticImages } from '../images/sources/synthetic/draw';
import { singularValues } from '../spectrum/singular-values';
import { DataSpectra, imageMatrix, patchMatrix } from './data-spectrum';

const nothing = noAssets('no digits here');
const small: Experiment = { ...defaults, side: 5, k: 2, n: 20, patches: 3 };
const train = (patch: Partial<Experiment>) => syntheticImages({ ...small, ...patch }).train;

describe('the data’s spectrum', () => {
  it('is that of the patch matrix or of the image matrix, with and without noise', async () => {
    for (const [matrix, of, rows, columns] of [
      ['patch', patchMatrix, 60, 25],
      ['image', imageMatrix, 20, 75],
    ] as const) {
      const found = await new DataSpectra(nothing).of({ ...small, matrix });
      expect(found).toMatchObject({ rows, columns, signalDimension: 4 });
      expect(found.data).toEqual(singularValues(of(train({}))));
      expect(found.clean).toEqual(singularValues(of(train({ sigma: 0 }))));
    }
  });

  it('is the same to the last bit whichever way the product is made', async () => {
    // The default is too small to load the kernel for, the other large enough.
    for (const experiment of [defaults, { ...defaults, n: 1000, side: 10 }]) {
      for (const [matrix, of] of [
        ['patch', patchMatrix],
        ['image', imageMatrix],
      ] as const) {
        const { data, clean } = await new DataSpectra(nothing).of({ ...experiment, matrix });
        expect(data).toEqual(singularValues(of(syntheticImages(experiment).train)));
        expect(clean).toEqual(singularValues(of(syntheticImages({ ...experiment, sigma: 0 }).train)));
      }
    }
  });

  it('has every feature’s singular value μ√(n/2K) without noise, and nothing else', async () => {
    const { data, clean } = await new DataSpectra(nothing).of({ ...small, sigma: 0, mu: 2 });
    expect(data).toEqual(clean);
    // Five images a feature, each a row of norm 2.
    for (let i = 0; i < data.length; i++) expect(data[i]).toBeCloseTo(i < 4 ? 2 * Math.sqrt(5) : 0, 6);
  });

  it('keeps the clean spectrum for as long as only the noise changes, and makes it anew for everything else', async () => {
    const spectra = new DataSpectra(nothing);
    const first = (await spectra.of(small)).clean;
    expect((await spectra.of({ ...small, sigma: 0.5, noise: 'everywhere', project: false, m: 3, lr: 1 })).clean).toBe(
      first,
    );
    for (const patch of [
      { k: 1 },
      { side: 6 },
      { patches: 2 },
      { n: 30 },
      { mu: 2 },
      { seed: 2 },
      { basis: 'random' },
      { matrix: 'image' },
    ] satisfies Partial<Experiment>[]) {
      await spectra.of(small); // so that nothing but the patch differs from what is kept
      const experiment = { ...small, ...patch };
      const { clean } = await spectra.of(experiment);
      expect(clean, JSON.stringify(patch)).toEqual((await new DataSpectra(nothing).of(experiment)).clean);
      expect(clean).not.toBe(first);
    }
  });

  it('says in words why digits cannot be had', async () => {
    await expect(new DataSpectra(nothing).of({ ...small, data: 'mnist' })).rejects.toThrow('no digits here');
  });

  it('tells its progress', async () => {
    const onProgress = vi.fn();
    await new DataSpectra(nothing).of({ ...defaults, n: 400 }, onProgress);
    const shares = onProgress.mock.calls.map(([share]) => share as number);
    expect(shares.length).toBeGreaterThan(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(Math.max(...shares)).toBeLessThanOrEqual(1);
  });
});
