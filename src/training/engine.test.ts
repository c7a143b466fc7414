import { describe, expect, it } from 'vitest';
import { defaults, type Experiment } from '../experiment/parameters';
import { createEngine } from './engine';

const noDigits = () => Promise.reject(new Error('no digits here'));
const small: Experiment = { ...defaults, side: 4, k: 2, n: 16, patches: 2, m: 4, steps: 40 };
const started = async (patch: Partial<Experiment> = {}) => {
  const engine = createEngine(noDigits);
  return { engine, first: await engine.start({ experiment: { ...small, ...patch }, backend: 'cpu' }) };
};

describe('the engine', () => {
  it('starts with the network at initialisation, and says what it runs on', async () => {
    const { first } = await started();
    expect(first).toMatchObject({ backend: 'cpu', device: '', signalDimension: 4, dimension: 16 });
    expect(first.snapshot).toMatchObject({ step: 0, testAccuracy: expect.any(Number) });
    expect(first.snapshot.singularValues.length).toBe(8);
    expect(first.snapshot.loss).toBeCloseTo(Math.LN2, 2); // filters of 0.01 say next to nothing
  });

  it('records every so many steps of a batch, and always the last', async () => {
    const { engine } = await started();
    const { trail, snapshot } = await engine.advance({ steps: 10, budget: null, every: 4 });
    expect(trail.map(({ step }) => step)).toEqual([4, 8, 10]);
    expect(snapshot.step).toBe(10);
    expect(trail.at(-1)).not.toHaveProperty('filters');
    expect((await engine.advance({ steps: 1, budget: null, every: 4 })).trail.map(({ step }) => step)).toEqual([11]);
  });

  it('stops where its time is over, after at least one step, and records that one', async () => {
    const { engine } = await started();
    const { trail, snapshot } = await engine.advance({ steps: 1000, budget: 0, every: 3 });
    expect(trail.map(({ step }) => step)).toEqual([1]);
    expect(snapshot.step).toBe(1);
  });

  it('comes to the same network by whatever batches', async () => {
    const { engine: one } = await started(), { engine: many } = await started();
    const at = (await one.advance({ steps: 30, budget: null, every: 30 })).snapshot;
    for (let i = 0; i < 9; i++) await many.advance({ steps: 3, budget: null, every: 2 });
    expect((await many.advance({ steps: 3, budget: null, every: 1 })).snapshot).toEqual(at);
  });

  it('makes a whole run beside the current one, which goes on undisturbed', async () => {
    const { engine } = await started();
    await engine.advance({ steps: 10, budget: null, every: 10 });
    const end = await engine.complete({ experiment: { ...small, seed: 5 }, backend: 'cpu' });
    const { engine: other } = await started({ seed: 5 });
    expect(end).toEqual((await other.advance({ steps: 40, budget: null, every: 40 })).trail[0]);
    expect((await engine.advance({ steps: 1, budget: null, every: 1 })).snapshot.step).toBe(11);
  });

  it('drops a run when the next one starts', async () => {
    const { engine, first } = await started();
    await engine.advance({ steps: 5, budget: null, every: 5 });
    expect(await engine.start({ experiment: small, backend: 'cpu' })).toEqual(first);
  });

  it('refuses to advance before a start, and after one that failed', async () => {
    const engine = createEngine(noDigits);
    await expect(engine.advance({ steps: 1, budget: null, every: 1 })).rejects.toThrow('before start');
    await engine.start({ experiment: small, backend: 'cpu' });
    await expect(engine.start({ experiment: { ...small, data: 'mnist' }, backend: 'cpu' })).rejects.toThrow('no digits here');
    await expect(engine.advance({ steps: 1, budget: null, every: 1 })).rejects.toThrow('before start');
  });

  it('answers data spectra without a run, and beside one', async () => {
    const { engine } = await started();
    const { rows, columns, data } = await createEngine(noDigits).spectrum({ experiment: small });
    expect([rows, columns, data.length]).toEqual([32, 16, 16]);
    expect((await engine.spectrum({ experiment: small })).data).toEqual(data);
    expect((await engine.advance({ steps: 1, budget: null, every: 1 })).snapshot.step).toBe(1);
  });
});
