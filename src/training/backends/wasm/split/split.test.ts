import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowRelaxedSimd } from '../../../testing-relaxed-simd';
import { anyProblem, type AnyProblem } from '../../../testing-problems';
import type { TrainingProblem } from '../../../trainer';
import { createWasmTrainerWith } from '../../wasm';
import { plain, relaxed } from '../kernel';
import { holdBeside } from './beside';
import type { Beside, FromBeside } from './messages';
import { createSplitTrainer } from './trainer';

allowRelaxedSimd();

/** The thread beside in this one: messages are copied, and come later. */
function besideHere(): Beside & { readonly ended: boolean } {
  let heard: (message: FromBeside) => void = () => {};
  const tell = holdBeside((message, transfer = []) => {
    const copy = structuredClone(message, { transfer });
    setImmediate(() => heard(copy));
  });
  const beside = {
    ended: false,
    post: (message: Parameters<typeof tell>[0], transfer: ArrayBuffer[] = []) => {
      const copy = structuredClone(message, { transfer });
      setImmediate(() => tell(copy));
    },
    listen: (listener: typeof heard) => {
      heard = listener;
    },
    end: () => {
      beside.ended = true;
    },
  };
  return beside;
}

const some: AnyProblem = {
  network: 'cnn',
  token: 'filters',
  opt: 'gd',
  seed: 1,
  n: 30,
  patches: 3,
  dimension: 10,
  width: 6,
  depth: 3,
  q: 3,
  kappa: 0.8,
  batch: 0,
  decay: 0,
};

/** Some patches empty, and some there twice, as with objects on clean ground. */
function withRepeated(problem: TrainingProblem): TrainingProblem {
  const { values, dimension } = problem.train;
  for (let at = 0; at + 3 * dimension <= values.length; at += 3 * dimension) {
    values.fill(0, at, at + dimension);
    values.copyWithin(at + dimension, dimension, 2 * dimension);
  }
  return problem;
}

const shapes = fc.record({
  seed: fc.nat(1e6),
  n: fc.integer({ min: 1, max: 400 }),
  patches: fc.integer({ min: 1, max: 4 }),
  dimension: fc.integer({ min: 1, max: 60 }),
  width: fc.integer({ min: 1, max: 11 }),
  q: fc.constantFrom(2, 3, 4, 2.5),
  repeated: fc.boolean(),
});

describe.each([plain, relaxed])('two threads with the $device kernel', (variant) => {
  it('come to the bits of one, whatever the shape, the exponent and the rows', async () => {
    await fc.assert(
      fc.asyncProperty(shapes, async ({ repeated, ...shape }) => {
        const given = anyProblem({ ...some, ...shape });
        const problem = repeated ? withRepeated(given) : given;
        const one = await createWasmTrainerWith(variant, problem),
          two = await createSplitTrainer(problem, besideHere(), variant);
        expect(await two.read()).toEqual(await one.read());
        for (const trainer of [one, two]) await trainer.advance(3);
        expect(await two.read(false)).toEqual(await one.read(false));
        for (const trainer of [one, two]) await trainer.advance(2);
        expect(await two.read()).toEqual(await one.read());
      }),
      { numRuns: 12, seed: 1 },
    );
  });
});

it('ends the thread beside when the run does, and when it cannot hold its half', async () => {
  const beside = besideHere();
  const trainer = await createSplitTrainer(anyProblem(some), beside, plain);
  expect(trainer).toMatchObject({ backend: 'wasm', device: '2 × SIMD' });
  trainer.dispose();
  expect(beside.ended).toBe(true);

  const broken = besideHere();
  const answers = createSplitTrainer(anyProblem(some), broken, { ...plain, hex: '6e6f' });
  await expect(answers).rejects.toThrow();
  expect(broken.ended).toBe(true);
});

it('fails where the thread beside ends by itself', async () => {
  let heard: (message: FromBeside) => void = () => {};
  const beside = besideHere();
  const trainer = await createSplitTrainer(
    anyProblem(some),
    {
      ...beside,
      listen: (listener) => beside.listen((heard = listener)),
      post: (message, transfer) => {
        if (message.kind === 'step') heard({ kind: 'failed', problem: { kind: 'worker-not-started' } });
        else beside.post(message, transfer);
      },
    },
    plain,
  );
  const under = trainer.advance(5);
  await expect(under).rejects.toMatchObject({ name: 'WorkerCrashedError' });
});
