import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowRelaxedSimd } from '../../../testing-relaxed-simd';
import { anyProblem, type AnyProblem } from '../../../testing-problems';
import type { TrainingProblem } from '../../../trainer';
import { createWasmTrainerWith } from '../../wasm';
import { plain, relaxed } from '../kernel';
import { plainNetworks, relaxedNetworks } from '../networks/kernel';
import { partOf, partsOf, upTo } from '../networks/learner-problem';
import { createNetworksTrainer } from '../networks/trainer';
import { holdBeside } from './beside';
import type { Beside, FromBeside } from './messages';
import { createSplitNetworksTrainer } from './networks';
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

const anyNetwork = fc.record({
  network: fc.constantFrom('cnn' as const, 'deep' as const, 'transformer' as const),
  token: fc.constantFrom('filters' as const, 'linear' as const),
  opt: fc.constantFrom('gd' as const, 'momentum' as const, 'adam' as const),
  seed: fc.nat(1e6),
  n: fc.integer({ min: 1, max: 150 }),
  patches: fc.integer({ min: 1, max: 4 }),
  dimension: fc.integer({ min: 1, max: 20 }),
  width: fc.integer({ min: 1, max: 9 }),
  depth: fc.integer({ min: 3, max: 5 }),
  q: fc.constantFrom(1, 2.5, 3),
  batch: fc.constantFrom(0, 1, 2, 7),
  decay: fc.constantFrom(0, 0.1),
  repeated: fc.boolean(),
});

describe.each([plainNetworks, relaxedNetworks])('two threads with the $device kernel of all networks', (variant) => {
  it('come to the bits of one that makes its gradients in two parts, whatever the network and the rule', async () => {
    await fc.assert(
      fc.asyncProperty(anyNetwork, async ({ repeated, ...shape }) => {
        const given = anyProblem({ ...some, ...shape, batch: Math.min(shape.batch, shape.n) });
        const problem = repeated ? withRepeated(given) : given;
        const one = await createNetworksTrainer(problem, variant, 2),
          two = await createSplitNetworksTrainer(problem, besideHere(), variant);
        expect(await two.read()).toEqual(await one.read());
        for (const trainer of [one, two]) await trainer.advance(3);
        expect(await two.read(false)).toEqual(await one.read(false));
        for (const trainer of [one, two]) await trainer.advance(2);
        expect(await two.read()).toEqual(await one.read());
        const whole = await createNetworksTrainer(problem, variant, 1);
        await whole.advance(5);
        expect((await whole.read()).loss).toBeCloseTo((await two.read()).loss, 5);
      }),
      { numRuns: 12, seed: 1 },
    );
  });
});

it('makes gradients in two parts where a step takes long, by its batch and not by its images', () => {
  const long = { ...some, network: 'deep', n: 400, patches: 4, dimension: 64, width: 128 } as const;
  expect(partsOf(anyProblem({ ...long, width: 32 }))).toBe(1);
  expect(partsOf(anyProblem(long))).toBe(2);
  expect(partsOf(anyProblem({ ...long, batch: 16 }))).toBe(1);
});

it('parts images in their order, the first part the larger', () => {
  expect([0, 1].map((part) => [...partOf(upTo(0, 5), part, 2)])).toEqual([
    [0, 1, 2],
    [3, 4],
  ]);
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
