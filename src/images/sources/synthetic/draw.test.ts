import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaults, type Experiment } from '../../../experiment/parameters';
import { syntheticImages } from './draw';

fc.configureGlobal({ seed: 20250408 });

const make = (patch: Partial<Experiment> = {}) => syntheticImages({ ...defaults, ...patch });

/** Sums of at most 784 products of numbers of order one. */
const rounding = 1e-12;

const patchOf = (
  { values, patches, dimension }: { values: Float64Array; patches: number; dimension: number },
  i: number,
  p: number,
) => values.subarray((i * patches + p) * dimension, (i * patches + p + 1) * dimension);
const norm = (v: Float64Array) => Math.sqrt(v.reduce((s, x) => s + x * x, 0));
/** Bit for bit; the matcher of the test runner takes a second for arrays of this size. */
const identical = (a: Float64Array, b: Float64Array) => a.length === b.length && a.every((v, i) => Object.is(v, b[i]));
const inner = (a: Float64Array, b: Float64Array) => a.reduce((s, x, i) => s + x * b[i]!, 0);

/** Where each image's object is: the only patch that is not zero in the clean images. */
function objects(experiment: Partial<Experiment>): number[] {
  const { train } = make({ ...experiment, sigma: 0 });
  return Array.from({ length: train.count }, (_, i) => {
    const lit = Array.from({ length: train.patches }, (_, p) => p).filter((p) => norm(patchOf(train, i, p)) > 0);
    expect(lit.length).toBe(1);
    return lit[0]!;
  });
}

const someExperiment = fc.record({
  k: fc.integer({ min: 1, max: 4 }),
  side: fc.integer({ min: 3, max: 6 }),
  patches: fc.integer({ min: 1, max: 5 }),
  n: fc.integer({ min: 2, max: 30 }),
  sigma: fc.double({ min: 0.01, max: 2, noNaN: true }),
  mu: fc.double({ min: 0.1, max: 10, noNaN: true }),
  seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  basis: fc.constantFrom('cosine' as const, 'random' as const),
});

describe('clean images', () => {
  it('hold one object each, exactly μ times the signal vector of the image’s feature, and nothing else', () => {
    fc.assert(
      fc.property(someExperiment, (experiment) => {
        const { train, signal, signalDimension } = make({ ...experiment, sigma: 0 });
        expect(signalDimension).toBe(2 * experiment.k);
        expect(signal.length).toBe(signalDimension * train.dimension);
        const at = objects(experiment);
        for (let i = 0; i < train.count; i++) {
          const feature = i % signalDimension;
          const expected = signal
            .subarray(feature * train.dimension, (feature + 1) * train.dimension)
            .map((s) => experiment.mu * s);
          // Adding 0 makes −0 and 0 alike.
          expect([...patchOf(train, i, at[i]!)].map((v) => v + 0)).toEqual([...expected].map((v) => v + 0));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('put objects into every patch about equally often', () => {
    const at = objects({ n: 4000, side: 3, k: 1, patches: 4 });
    const seen = [0, 1, 2, 3].map((p) => at.filter((a) => a === p).length);
    // Binomial(4000, 1/4) has standard deviation 27; five of them.
    for (const count of seen) expect(Math.abs(count - 1000)).toBeLessThan(5 * 27.4);
  });
});

describe('labels and features', () => {
  it('go round-robin: classes alternate, and each of 2K features is as frequent as the others', () => {
    const { train, signal } = make({ sigma: 0, n: 240 });
    const at = objects({ n: 240 });
    const seen = new Map<number, number>();
    for (let i = 0; i < 240; i++) {
      const found = [0, 1, 2, 3, 4, 5].filter(
        (f) => Math.abs(inner(patchOf(train, i, at[i]!), signal.subarray(f * 64, (f + 1) * 64))) > 0.5,
      );
      expect(found).toEqual([i % 6]);
      seen.set(found[0]!, (seen.get(found[0]!) ?? 0) + 1);
      expect(train.labels[i]).toBe(found[0]! % 2 === 0 ? 1 : -1);
    }
    expect([...seen.values()]).toEqual([40, 40, 40, 40, 40, 40]);
  });

  it('are balanced to one image where n is no multiple of 2K', () => {
    const { labels } = make({ n: 7 }).train;
    expect([...labels]).toEqual([1, -1, 1, -1, 1, -1, 1]);
  });
});

describe('background noise', () => {
  it('fills every patch but the object, orthogonal to the signal', () => {
    fc.assert(
      fc.property(someExperiment, (experiment) => {
        const { train, signal, signalDimension } = make(experiment);
        const clean = make({ ...experiment, sigma: 0 }).train;
        const at = objects(experiment);
        for (let i = 0; i < train.count; i++) {
          for (let p = 0; p < train.patches; p++) {
            const patch = patchOf(train, i, p);
            if (p === at[i]) expect([...patch].map((v) => v + 0)).toEqual([...patchOf(clean, i, p)].map((v) => v + 0));
            else {
              for (let f = 0; f < signalDimension; f++)
                expect(
                  Math.abs(inner(patch, signal.subarray(f * train.dimension, (f + 1) * train.dimension))),
                ).toBeLessThan(rounding * 100);
              // Nine dimensions less eight leave one: not zero, however few there are.
              if (train.dimension > signalDimension) expect(norm(patch)).toBeGreaterThan(0);
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  /** Sum of squares over all background patches, and how many there are. */
  function energy(experiment: Partial<Experiment>) {
    const { train } = make(experiment);
    const at = objects(experiment);
    let sum = 0,
      rows = 0;
    for (let i = 0; i < train.count; i++) {
      for (let p = 0; p < train.patches; p++)
        if (p !== at[i]) {
          sum += norm(patchOf(train, i, p)) ** 2;
          rows += 1;
        }
    }
    return { sum, rows };
  }

  it.each([true, false])('has variance σ² in every direction that is left (projected: %s)', (project) => {
    const experiment = { sigma: 0.37, project, n: 400 };
    const { sum, rows } = energy(experiment);
    const free = project ? 64 - 6 : 64;
    expect(rows).toBe(1200);
    // χ² with rows·free degrees of freedom: relative standard deviation √(2/(rows·free)) = 0.5%; five of them.
    expect(Math.abs(sum / (rows * free * 0.37 ** 2) - 1)).toBeLessThan(5 * Math.sqrt(2 / (rows * free)));
  });

  it('has variance σ² along the signal too where it is not projected', () => {
    const { train, signal } = make({ sigma: 0.37, project: false, n: 400 });
    const at = objects({ n: 400 });
    for (let f = 0; f < 6; f++) {
      let sum = 0;
      for (let i = 0; i < 400; i++)
        for (let p = 0; p < 4; p++)
          if (p !== at[i]) sum += inner(patchOf(train, i, p), signal.subarray(f * 64, (f + 1) * 64)) ** 2;
      // 1,200 draws: relative standard deviation 4.1%; five of them.
      expect(Math.abs(sum / (1200 * 0.37 ** 2) - 1)).toBeLessThan(0.21);
    }
  });

  it.each([true, false])(
    'is added to the object as well where it is everywhere, and nothing else changes (projected: %s)',
    (project) => {
      const everywhere = make({ noise: 'everywhere', project }).train,
        background = make({ project }).train;
      const { signal } = make();
      const at = objects({});
      let sum = 0;
      for (let i = 0; i < 240; i++) {
        for (let p = 0; p < 4; p++) {
          const a = patchOf(everywhere, i, p),
            b = patchOf(background, i, p);
          if (p !== at[i]) {
            expect(a).toEqual(b);
            continue;
          }
          const noise = a.map((v, j) => v - b[j]!);
          sum += norm(noise) ** 2;
          const along = Math.abs(inner(noise, signal.subarray(0, 64)));
          if (project) expect(along).toBeLessThan(rounding);
        }
      }
      const free = project ? 58 : 64;
      expect(Math.abs(sum / (240 * free * 0.04) - 1)).toBeLessThan(5 * Math.sqrt(2 / (240 * free)));
    },
  );
});

describe('changing one parameter', () => {
  it('σ: scales the same noise', () => {
    const a = make({ sigma: 0.1 }).train.values,
      b = make({ sigma: 0.3 }).train.values,
      clean = make({ sigma: 0 }).train.values;
    let worst = 0;
    for (let i = 0; i < a.length; i++) worst = Math.max(worst, Math.abs(3 * (a[i]! - clean[i]!) - (b[i]! - clean[i]!)));
    expect(worst).toBeLessThan(rounding);
  });

  it.each([{ m: 3 }, { q: 2 }, { lr: 1 }, { init: 0.1 }, { steps: 5 }, { kappa: 2 }] satisfies Partial<Experiment>[])(
    '%o: changes no image',
    (patch) => {
      const before = make(),
        after = make(patch);
      expect(identical(after.train.values, before.train.values)).toBe(true);
      expect(identical(after.test().values, before.test().values)).toBe(true);
      expect(identical(after.signal, before.signal)).toBe(true);
    },
  );

  it('n: keeps the first images', () => {
    const few = make({ n: 50 }).train,
      many = make({ n: 300 }).train;
    expect(identical(many.values.subarray(0, few.values.length), few.values)).toBe(true);
    expect(many.labels.subarray(0, 50)).toEqual(few.labels);
  });

  it('μ: scales the objects and leaves the noise', () => {
    const one = make({ mu: 1 }).train,
      two = make({ mu: 2 }).train;
    const at = objects({});
    for (let i = 0; i < 240; i++)
      for (let p = 0; p < 4; p++)
        expect(patchOf(two, i, p)).toEqual(patchOf(one, i, p).map((v) => (p === at[i] ? 2 * v : v)));
  });

  it('seed: draws other positions and other noise, but the same cosines', () => {
    const one = make({ seed: 1 }),
      two = make({ seed: 2 });
    expect(objects({ seed: 1 })).not.toEqual(objects({ seed: 2 }));
    expect(two.signal).toEqual(one.signal);
    const x = one.train.values,
      y = two.train.values;
    expect([...x].filter((v, i) => v !== 0 && v === y[i]).length).toBeLessThan(x.length / 4); // only objects that share place and feature
  });
});

describe('the test set', () => {
  it.each([
    [1, 1000],
    [3, 996],
    [5, 1000],
    [7, 994],
    [16, 992],
  ])('for K = %d is %d images, every feature as often as the others', (k, count) => {
    const test = make({ k }).test();
    expect(test.count).toBe(count);
    expect(count % (2 * k)).toBe(0);
    expect(test.labels.reduce((a, b) => a + b, 0)).toBe(0);
  });

  it('is drawn from streams of its own: it does not depend on n, and shares no noise with the training set', () => {
    const small = { side: 4, k: 3, n: 300 };
    const { train, test, signal } = make(small);
    expect(identical(make({ ...small, n: 2 }).test().values, test().values)).toBe(true);
    // Objects repeat the same six signal vectors; of the noise, no number may come again.
    const noise = (values: Float64Array) => values.filter((v) => v !== 0 && !signal.includes(v));
    const seen = new Set(noise(train.values));
    expect(seen.size).toBeGreaterThan(300 * 3 * 16 * 0.99);
    expect(noise(test().values).filter((v) => seen.has(v)).length).toBe(0);
  });

  it('is the same however often it is drawn', () => {
    const { test } = make();
    expect(identical(test().values, test().values)).toBe(true);
  });

  it('has the noise of the training set: σ, the patches, the projection', () => {
    const { test, signal } = make({ sigma: 0.5 });
    const { values, count, patches, dimension } = test();
    expect([patches, dimension]).toEqual([4, 64]);
    let energy = 0;
    for (let i = 0; i < count * patches; i++) energy += norm(values.subarray(i * 64, (i + 1) * 64)) ** 2;
    // One object of norm 1 and three patches of 58 free dimensions an image.
    expect(Math.abs(energy / (count * (1 + 3 * 58 * 0.25)) - 1)).toBeLessThan(0.02);
    expect(signal.length).toBe(6 * 64);
  });
});
