import { noAssets } from '../images/assets';
import { describe, expect, it } from 'vitest';
import { defaults, type Experiment } from '../experiment/parameters';
import { syntheticImages } from '../images/sources/synthetic/draw';
import { leading } from '../network/matrices';
import { stableRank } from '../spectrum/ranks';
import { createEngine } from './engine';
import { hasValues, withoutValues } from './snapshot';

const nothing = noAssets('no digits here');
const small: Experiment = { ...defaults, side: 4, k: 2, n: 16, patches: 2, m: 4, steps: 40 };
const started = async (patch: Partial<Experiment> = {}) => {
  const engine = createEngine(nothing);
  return { engine, first: await engine.start({ experiment: { ...small, ...patch }, backend: 'cpu' }) };
};

describe('the engine', () => {
  it('starts with the network at initialisation, and says what it runs on', async () => {
    const { first } = await started();
    expect(first).toMatchObject({ backend: 'cpu', device: '', signalDimension: 4, dimension: 16 });
    expect(first.snapshot).toMatchObject({ step: 0, testAccuracy: expect.any(Number) });
    expect(leading(first.snapshot).singularValues.length).toBe(8);
    expect(first.snapshot.loss).toBeCloseTo(Math.LN2, 2); // filters of 0.01 say next to nothing
  });

  it('records the points of its run, whatever the batches, and always the last step of a batch', async () => {
    const { engine } = await started();
    const { trail, snapshot } = await engine.advance({ steps: 7, budget: null, record: 'coarse' });
    expect(trail.map(({ step }) => step)).toEqual([5, 7]);
    expect(trail.at(-1)).toBe(snapshot);
    expect(trail.every(hasValues)).toBe(true);
    const next = await engine.advance({ steps: 9, budget: null, record: 'coarse' });
    expect(next.trail.map(({ step }) => step)).toEqual([10, 15, 16]);
    const all = await engine.advance({ steps: 3, budget: null, record: 'full' });
    expect(all.trail.map(({ step }) => step)).toEqual([17, 18, 19]);
    expect((await engine.advance({ steps: 5, budget: null, record: 'end' })).trail.map(({ step }) => step)).toEqual([
      24,
    ]);
  });

  it('keeps the filters of the last step only where that is enough', async () => {
    const { engine } = await started();
    const { trail, snapshot } = await engine.advance({ steps: 10, budget: null, record: 'coarse', lean: true });
    expect(trail.map((point) => leading(point).values?.length ?? null)).toEqual([null, 8 * 16]);
    expect(snapshot.matrices).toBe(trail[1]!.matrices);
  });

  it('stops where its time is over, after at least one step, and records that one', async () => {
    const { engine } = await started();
    const { trail } = await engine.advance({ steps: 1000, budget: 0, record: 'coarse' });
    expect(trail.map(({ step }) => step)).toEqual([1]);
  });

  it('comes to the same network by whatever batches', async () => {
    const { engine: one } = await started(),
      { engine: many } = await started();
    const at = (await one.advance({ steps: 30, budget: null, record: 'end' })).trail.at(-1);
    for (let i = 0; i < 9; i++) await many.advance({ steps: 3, budget: null, record: 'coarse' });
    expect((await many.advance({ steps: 3, budget: null, record: 'full' })).trail.at(-1)).toEqual(at);
  });

  it('makes a whole run beside the current one, which goes on undisturbed', async () => {
    const { engine } = await started();
    await engine.advance({ steps: 10, budget: null, record: 'end' });
    const { history, spectrum, summary } = await engine.complete({
      experiment: { ...small, seed: 5, steps: 150 },
      backend: 'cpu',
      points: 3,
    });
    const { engine: other } = await started({ seed: 5 });
    const end = (await other.advance({ steps: 150, budget: null, record: 'end' })).trail[0]!;
    expect(history.map(({ step }) => step)).toEqual([0, 50, 100, 150]);
    expect(history.at(-1)).toEqual(withoutValues(end));
    expect(spectrum).toEqual(await engine.spectrum({ experiment: { ...small, seed: 5 } }));
    expect(summary).toMatchObject({
      step: 150,
      loss: end.loss,
      diverged: false,
      data: { stable: stableRank(spectrum.data) },
      matrices: [{ name: 'filters', ranks: { stable: stableRank(leading(end).singularValues) } }],
    });
    expect((await engine.advance({ steps: 1, budget: null, record: 'end' })).trail.at(-1)!.step).toBe(11);
  });

  it('says of a whole run that it diverged, though nothing of it is recorded in between', async () => {
    const engine = createEngine(nothing);
    const lost: Experiment = {
      ...defaults,
      side: 2,
      k: 1,
      basis: 'random',
      sigma: 2,
      noise: 'everywhere',
      project: false,
      n: 500,
      patches: 16,
      mu: 0.1,
    };
    const complete = async (lr: number) =>
      (await engine.complete({ experiment: { ...lost, lr }, backend: 'wasm', points: 0 })).summary;
    expect(await complete(100)).toMatchObject({ diverged: true });
    expect(await complete(1e-3)).toMatchObject({ diverged: false, step: 300 });
  });

  it('hands out training images, clean and noisy, as many as there are', async () => {
    const { from, noisy, clean } = await createEngine(nothing).images({ experiment: small, from: 14, count: 5 });
    expect([from, noisy.count, clean.count, noisy.labels]).toEqual([14, 2, 2, Float64Array.of(1, -1)]);
    const all = syntheticImages(small).train;
    expect(noisy.values).toEqual(all.values.slice(14 * 32));
    expect(clean.values.filter((pixel) => pixel !== 0).length).toBeLessThanOrEqual(2 * 16);
  });

  it('drops a run when the next one starts', async () => {
    const { engine, first } = await started();
    await engine.advance({ steps: 5, budget: null, record: 'end' });
    expect(await engine.start({ experiment: small, backend: 'cpu' })).toEqual(first);
  });

  it('refuses to advance before a start, and after one that failed', async () => {
    const engine = createEngine(nothing);
    await expect(engine.advance({ steps: 1, budget: null, record: 'end' })).rejects.toThrow('before start');
    await engine.start({ experiment: small, backend: 'cpu' });
    await expect(engine.start({ experiment: { ...small, data: 'mnist' }, backend: 'cpu' })).rejects.toThrow(
      'no digits here',
    );
    await expect(engine.advance({ steps: 1, budget: null, record: 'end' })).rejects.toThrow('before start');
  });

  it('answers data spectra without a run, and beside one', async () => {
    const { engine } = await started();
    const { rows, columns, data } = await createEngine(nothing).spectrum({ experiment: small });
    expect([rows, columns, data.length]).toEqual([32, 16, 16]);
    expect((await engine.spectrum({ experiment: small })).data).toEqual(data);
    expect((await engine.advance({ steps: 1, budget: null, record: 'end' })).trail.at(-1)!.step).toBe(1);
  });
});
