import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { PatchedImages } from '../../images/patched-images';
import { filterMatrix } from '../../network/filters';
import { gradient } from '../../network/two-layers-gradient';
import { accuracy, logisticLoss } from '../../network/loss';
import { outputs } from '../../network/two-layers';
import { leading } from '../../network/matrices';
import { explicitProblem } from '../explicit-problem';
import { BackendUnavailableError, type TrainerState, type TrainingProblem } from '../trainer';
import { createWasmTrainer, createWasmTrainerWith } from './wasm';
import { plain, relaxed, runsHere } from './wasm/kernel';
import { allowRelaxedSimd } from '../testing-relaxed-simd';

allowRelaxedSimd();

describe.each([plain, relaxed])('the $device kernel', (variant) => {
  it.each(['small', 'q2', 'q4-wide'])('agrees with the NumPy reference on case %s', async (name) => {
    const { problem, want } = readCase(name);
    const trainer = await createWasmTrainerWith(variant, problem);
    for (const { step, loss } of want.history) {
      if (step > 0) await trainer.advance(1);
      const state = await trainer.read();
      expect(state.step).toBe(step);
      expect(Math.abs(state.loss - loss)).toBeLessThan(1e-5 * loss);
    }
    expect(distance(filtersOf(await trainer.read()), want.filters.flat())).toBeLessThan(1e-5);
  });

  it('agrees with a loop in double precision whatever the shape, the exponent, and repeated or empty patches', async () => {
    await fc.assert(
      fc.asyncProperty(anyProblem, async (problem) => {
        const steps = 3;
        const trainer = await createWasmTrainerWith(variant, problem);
        await trainer.advance(steps);
        const state = await trainer.read();
        const want = trainInDouble(problem, steps);
        expect(distance(filtersOf(state), want)).toBeLessThan(1e-5);
        const network = { ...problem, filters: want };
        const f = outputs(network, problem.train);
        expect(Math.abs(state.loss - logisticLoss(f, problem.train.labels))).toBeLessThan(1e-5);
        expect(state.trainAccuracy).toBe(accuracy(f, problem.train.labels));
        const fresh = outputs(network, problem.test!);
        expect(state.testAccuracy).toBe(accuracy(fresh, problem.test!.labels));
        expect(Math.abs(state.testLoss! - logisticLoss(fresh, problem.test!.labels))).toBeLessThan(1e-5);
      }),
      { numRuns: 150, seed: 1 },
    );
  });

  it('repeats itself bit for bit, however the steps are batched and read', async () => {
    const problem = randomProblem({ seed: 5, n: 70, patches: 3, dimension: 50, width: 9, q: 2.5 });
    const whole = await createWasmTrainerWith(variant, problem);
    await whole.advance(12);
    const parts = await createWasmTrainerWith(variant, problem);
    for (const count of [5, 1, 6]) {
      await parts.read();
      await parts.advance(count);
    }
    expect(await parts.read()).toEqual(await whole.read());
  });

  it('does not gather error over a thousand steps', async () => {
    const problem = randomProblem({ seed: 7, n: 20, patches: 2, dimension: 12, width: 4, q: 3, lr: 0.02, scale: 1 });
    const trainer = await createWasmTrainerWith(variant, problem);
    await trainer.advance(1000);
    const want = trainInDouble(problem, 1000);
    const filters = filtersOf(await trainer.read());
    const largestMove = Math.max(...want.map((w, i) => Math.abs(w - filtersOf(problem)[i]!)));
    const error = Math.max(...want.map((w, i) => Math.abs(w - filters[i]!)));
    expect(error / largestMove).toBeLessThan(2e-6);
  });
});

it('gives the same to rounding with and without relaxed SIMD', async () => {
  const problem = randomProblem({ seed: 9, n: 60, patches: 2, dimension: 33, width: 6, q: 3 });
  const [a, b] = await Promise.all(
    [plain, relaxed].map(async (variant) => {
      const trainer = await createWasmTrainerWith(variant, problem);
      await trainer.advance(50);
      return trainer.read();
    }),
  );
  expect(distance(filtersOf(a!), filtersOf(b!))).toBeLessThan(1e-5);
});

it('takes the fastest kernel that the engine accepts', async () => {
  const trainer = await createWasmTrainer(randomProblem({ seed: 1 }));
  expect(trainer).toMatchObject({ backend: 'wasm', device: 'relaxed SIMD' });
});

it('says in a sentence that the browser has no SIMD', async () => {
  const validate = vi.spyOn(WebAssembly, 'validate').mockReturnValue(false);
  try {
    await expect(createWasmTrainer(randomProblem({ seed: 1 }))).rejects.toThrow(BackendUnavailableError);
  } finally {
    validate.mockRestore();
  }
  expect(runsHere(plain)).toBe(true);
});

it('shows a run that diverged as NaN, not as one that stands still', async () => {
  const problem = randomProblem({ seed: 3 });
  filtersOf(problem).fill(NaN, 0, 1);
  const trainer = await createWasmTrainerWith(plain, problem);
  await trainer.advance(2);
  expect((await trainer.read()).loss).toBeNaN();
});

it('reports progress within a long batch', async () => {
  const trainer = await createWasmTrainer(randomProblem({ seed: 11, n: 400, patches: 4, dimension: 300, width: 100 }));
  const shares: number[] = [];
  await trainer.advance(20, (share) => shares.push(share));
  expect(shares.length).toBeGreaterThan(0);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.at(-1)).toBeLessThanOrEqual(1);
});

interface Settings {
  readonly seed: number;
  readonly n?: number;
  readonly patches?: number;
  readonly dimension?: number;
  readonly width?: number;
  readonly q?: number;
  readonly kappa?: number;
  readonly lr?: number;
  /** Of the initial filters. */
  readonly scale?: number;
  /** Probability that a patch is empty, and that it repeats an earlier one. */
  readonly empty?: number;
  readonly repeated?: number;
}

const anyProblem = fc
  .record({
    seed: fc.nat(),
    n: fc.integer({ min: 1, max: 40 }),
    patches: fc.integer({ min: 1, max: 5 }),
    dimension: fc.integer({ min: 1, max: 110 }),
    width: fc.integer({ min: 1, max: 13 }),
    q: fc.oneof(fc.constantFrom(2, 3, 4, 2.5), fc.double({ min: 2, max: 6, noNaN: true })),
    kappa: fc.double({ min: 0.1, max: 3, noNaN: true }),
    empty: fc.constantFrom(0, 0.4),
    repeated: fc.constantFrom(0, 0.4),
  })
  .map(randomProblem);

function randomProblem(settings: Settings): TrainingProblem {
  const { dimension = 10, width = 4, q = 3, kappa = 1, lr = 0.5, scale = 0.3 } = settings;
  const random = mulberry32(settings.seed);
  return explicitProblem({
    train: randomImages(random, settings),
    test: randomImages(random, settings),
    matrices: [
      filterMatrix(
        Float64Array.from(
          { length: 2 * width * dimension },
          () => (scale * normal(random)) / Math.sqrt(dimension / 10),
        ),
        width,
      ),
    ],
    lr,
    q,
    kappa,
  });
}

function randomImages(
  random: () => number,
  { n = 10, patches = 2, dimension = 10, empty = 0, repeated = 0 }: Settings,
): PatchedImages {
  const values = new Float64Array(n * patches * dimension);
  for (let patch = 0; patch < n * patches; patch++) {
    const at = patch * dimension;
    if (random() < empty) continue;
    if (random() < repeated) values.copyWithin(at, Math.floor(random() * (patch + 1)) * dimension, at);
    else for (let k = 0; k < dimension; k++) values[at + k] = normal(random);
  }
  return {
    count: n,
    patches,
    dimension,
    values,
    labels: Float64Array.from({ length: n }, () => (random() < 0.5 ? 1 : -1)),
  };
}

function trainInDouble(problem: TrainingProblem, steps: number): Float64Array {
  const filters = leading(problem).values.slice();
  const slope = new Float64Array(filters.length);
  for (let step = 0; step < steps; step++) {
    gradient({ ...problem, filters }, problem.train, slope);
    for (let i = 0; i < filters.length; i++) filters[i]! -= problem.lr * problem.width * slope[i]!;
  }
  return filters;
}

const filtersOf = (of: Pick<TrainerState, 'matrices'>) => leading(of).values;

/** Largest difference relative to the largest entry. */
function distance(got: ArrayLike<number>, want: ArrayLike<number>): number {
  let largest = 0;
  let difference = 0;
  expect(got.length).toBe(want.length);
  for (let i = 0; i < want.length; i++) {
    largest = Math.max(largest, Math.abs(want[i]!));
    difference = Math.max(difference, Math.abs(got[i]! - want[i]!));
  }
  return difference / largest;
}

function readCase(name: string) {
  const { case: given, want } = JSON.parse(
    readFileSync(new URL(`../../../fixtures/case-${name}.json`, import.meta.url), 'utf8'),
  );
  const patches: number[][][] = given.patches;
  const train: PatchedImages = {
    count: patches.length,
    patches: patches[0]!.length,
    dimension: patches[0]![0]!.length,
    values: Float64Array.from(patches.flat(2)),
    labels: Float64Array.from(given.labels),
  };
  const problem = explicitProblem({
    train,
    matrices: [filterMatrix(Float64Array.from(given.filters.flat()), given.filters.length / 2)],
    lr: given.lr,
    q: given.q,
    kappa: given.kappa,
  });
  return { problem, want: want as { filters: number[][]; history: { step: number; loss: number }[] } };
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function mulberry32(seed: number): () => number {
  let a = seed | 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
