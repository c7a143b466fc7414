import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { relativeError, type Want } from '../../testing';
import { networkCases, optimiserCases, readCaseFile, type WantOfNetwork } from '../../testing-cases';
import { anyProblem, type AnyProblem } from '../../testing-problems';
import type { Trainer } from '../../trainer';
import { createCpuTrainer } from '../cpu';
import { onProcessor, tensorsHeld } from './testing';

const anyShape: fc.Arbitrary<AnyProblem> = fc.record({
  network: fc.constantFrom('cnn', 'dense', 'deep', 'transformer'),
  token: fc.constantFrom('filters', 'linear'),
  opt: fc.constantFrom('gd', 'momentum', 'adam'),
  seed: fc.nat(1e6),
  n: fc.integer({ min: 2, max: 12 }),
  patches: fc.integer({ min: 1, max: 5 }),
  dimension: fc.integer({ min: 4, max: 9 }),
  width: fc.integer({ min: 1, max: 5 }),
  depth: fc.integer({ min: 3, max: 5 }),
  q: fc.oneof(fc.constantFrom(1, 2, 3, 4), fc.double({ min: 1.2, max: 5, noNaN: true })),
  kappa: fc.double({ min: 0.3, max: 2, noNaN: true }),
  batch: fc.integer({ min: 0, max: 12 }),
  decay: fc.constantFrom(0, 0.01),
});

const shape: AnyProblem = {
  network: 'transformer',
  token: 'filters',
  opt: 'adam',
  seed: 5,
  n: 11,
  patches: 3,
  dimension: 6,
  width: 4,
  depth: 4,
  q: 3,
  kappa: 1,
  batch: 4,
  decay: 0.01,
};

async function after(trainer: Trainer, batches: readonly number[]) {
  for (const count of batches) {
    await trainer.advance(count);
    await trainer.read();
  }
  const state = await trainer.read();
  trainer.dispose();
  return state;
}

describe('training in the operations of tfjs', () => {
  let create: ReturnType<typeof onProcessor>;
  beforeAll(() => {
    create = onProcessor();
  });

  test.each([...optimiserCases, ...networkCases])('agrees with the NumPy reference on %s', async (name) => {
    const { problem, steps, json } = readCaseFile(name);
    const { filters, weights, history } = json.want as Want & WantOfNetwork;
    const { loss, matrices } = await after(await create(problem), [steps]);
    expect(Math.abs(loss / history.at(-1)!.loss - 1)).toBeLessThan(1e-4);
    Object.values(weights ?? { filters }).forEach((want, k) =>
      expect(relativeError(matrices[k]!.values, want.flat())).toBeLessThan(1e-4),
    );
  });

  test('agrees with the oracle whatever the network, its shape and its optimiser', async () => {
    await fc.assert(
      fc.asyncProperty(anyShape, async (any) => {
        const problem = anyProblem({ ...any, batch: Math.min(any.batch, any.n) });
        // Adam divides by a gradient however small, with its rounding.
        const tolerance = any.opt === 'adam' ? 1e-3 : 1e-4;
        const got = await after(await create(problem), [2, 3]),
          want = await after(await createCpuTrainer(problem), [5]);
        got.matrices.forEach(({ name, values }, k) =>
          expect(relativeError(values, want.matrices[k]!.values), name).toBeLessThan(tolerance),
        );
        expect(relativeError([got.loss, got.testLoss!], [want.loss, want.testLoss!])).toBeLessThan(tolerance);
      }),
      { numRuns: 25, seed: 1 },
    );
  });

  test.each(['gd', 'momentum', 'adam'] as const)('holds as many tensors after each step as before, %s', async (opt) => {
    const before = tensorsHeld();
    for (const network of ['cnn', 'deep', 'transformer'] as const) {
      const trainer = await create(anyProblem({ ...shape, network, opt }));
      await trainer.advance(1);
      await trainer.read();
      const held = tensorsHeld();
      for (let made = 0; made < 3; made++) {
        await trainer.advance(2);
        await trainer.read(made === 0);
        expect(tensorsHeld()).toBe(held);
      }
      trainer.dispose();
      expect(tensorsHeld()).toBe(before);
    }
  });

  test('repeats itself bit for bit, in whatever batches steps are asked for', async () => {
    const problem = anyProblem(shape);
    const once = await after(await create(problem), [12]);
    expect(await after(await create(problem), [12])).toEqual(once);
    expect(await after(await create(problem), [1, 4, 7])).toEqual(once);
  });

  test('takes images in pieces where a tensor cannot hold them all', async () => {
    const problem = anyProblem({ ...shape, batch: 0 });
    const whole = await after(await create(problem), [6]),
      inPieces = await after(await onProcessor(4 * problem.train.patches)(problem), [6]);
    inPieces.matrices.forEach(({ values }, k) =>
      expect(relativeError(values, whole.matrices[k]!.values)).toBeLessThan(1e-5),
    );
    expect(inPieces.testLoss).toBeCloseTo(whole.testLoss!, 5);
  });

  test('leaves the class token as it is drawn', async () => {
    const problem = anyProblem(shape);
    const { matrices } = await after(await create(problem), [3]);
    expect(matrices[1]!.values).toEqual(Float32Array.from(problem.matrices[1]!.values));
  });
});
