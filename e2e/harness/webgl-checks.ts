import { createWebglTrainer, loseWebglContext } from '../../src/training/backends/webgl';
import { acquireContext } from '../../src/training/backends/webgl/context';
import type { TrainerState, TrainingProblem } from '../../src/training/trainer';
import { countGlObjects, glObjects, type GlObjects } from './gl-objects';
import type { AnyProblem } from '../../src/training/testing-problems';
import { problemOf, type RandomProblem } from './problems';

countGlObjects();

/** Odd in every direction, so that every edge of every texture is in use. */
const shape: RandomProblem = { seed: 3, n: 61, patches: 3, dimension: 49, width: 7, q: 3, kappa: 1, lr: 0.2 };
const problem = (patch: Partial<RandomProblem> = {}) => problemOf({ random: { ...shape, ...patch } }, '');

/** The two ways in which WebGL trains: by fused programs, and in tfjs's operations. */
export type Way = 'fused' | 'operations';
const inOperations: AnyProblem = {
  network: 'deep',
  token: 'filters',
  seed: 3,
  n: 13,
  patches: 3,
  dimension: 7,
  width: 5,
  depth: 3,
  q: 3,
  kappa: 1,
  opt: 'momentum',
  batch: 5,
  decay: 0.01,
};
const problemIn = (way: Way, seed = 3) =>
  way === 'fused' ? problem({ seed }) : problemOf({ any: { ...inOperations, seed } }, '');

async function after(steps: readonly number[], of: TrainingProblem): Promise<TrainerState> {
  const trainer = await createWebglTrainer(of);
  for (const count of steps) {
    await trainer.advance(count);
    await trainer.read();
  }
  const state = await trainer.read();
  trainer.dispose();
  return state;
}

const same = (a: TrainerState, b: TrainerState) =>
  a.step === b.step &&
  Object.is(a.loss, b.loss) &&
  a.testAccuracy === b.testAccuracy &&
  a.matrices.every(({ values }, k) => values.every((value, i) => Object.is(value, b.matrices[k]!.values[i])));

/** The name of the error that a call ends with. */
const nameOf = (call: Promise<unknown>) =>
  call.then(
    () => 'no error',
    (error: Error) => error.name,
  );

/** Whether runs repeat themselves bit for bit: again, in other batches, and beside another trainer. */
export async function webglRepeats(
  way: Way,
): Promise<{ again: boolean; inOtherBatches: boolean; besideAnother: boolean }> {
  const given = await problemIn(way);
  const once = await after([24], given);
  const again = await after([24], given),
    batched = await after([1, 5, 18], given);
  const one = await createWebglTrainer(given),
    other = await createWebglTrainer(await problemIn(way, 8));
  for (let i = 0; i < 4; i++) {
    await one.advance(6);
    await other.advance(6);
  }
  const beside = await one.read();
  one.dispose();
  other.dispose();
  return { again: same(once, again), inOtherBatches: same(once, batched), besideAnother: same(once, beside) };
}

/** What calls end with when the context goes away before, between and within them; and whether the next trainer is right. */
export async function webglLoses(way: Way): Promise<{ errors: Record<string, string>; next: boolean[] }> {
  const given = await problemIn(way);
  const want = await after([20], given);
  const errors: Record<string, string> = {},
    next: boolean[] = [];
  const losing = async (work: (trainer: Awaited<ReturnType<typeof createWebglTrainer>>) => Promise<void>) => {
    const trainer = await createWebglTrainer(given);
    await trainer.advance(3);
    await work(trainer);
    trainer.dispose();
    next.push(same(want, await after([20], given)));
  };
  await losing(async (trainer) => {
    loseWebglContext();
    errors['advance after it'] = await nameOf(trainer.advance(1));
    errors['read after it'] = await nameOf(trainer.read());
  });
  await losing(async (trainer) => {
    const under = nameOf(trainer.advance(5000));
    await new Promise((resolve) => setTimeout(resolve, 20));
    loseWebglContext();
    errors['advance under way'] = await under;
  });
  await losing(async (trainer) => {
    const under = nameOf(trainer.read());
    loseWebglContext();
    errors['read under way'] = await under;
  });
  return { errors, next };
}

/** Objects alive and bytes in textures after a few runs and after many more. */
export async function webglCycles({
  way,
  cycles,
}: {
  way: Way;
  cycles: number;
}): Promise<{ before: Usage; after: Usage }> {
  const given = await problemIn(way);
  const few = 3;
  for (let i = 0; i < few; i++) await after([2], given);
  const before = usage();
  for (let i = 0; i < cycles; i++) {
    const trainer = await createWebglTrainer(given);
    await trainer.advance(2);
    // With and without the forward pass that a read keeps for the next step.
    if (i % 3 > 0) await trainer.read();
    if (i % 3 > 1) await trainer.advance(1);
    trainer.dispose();
  }
  return { before, after: usage() };
}

interface Usage {
  readonly alive: Record<string, number>;
  readonly bytes: number;
}

function usage(): Usage {
  const alive = Object.fromEntries(Object.entries(glObjects()).map(([kind, count]) => [kind, count.alive]));
  const { numBytesInGPUAllocated } = acquireContext().backend.memory() as unknown as { numBytesInGPUAllocated: number };
  return { alive, bytes: numBytesInGPUAllocated };
}

/** Programs compiled for one shape at first, then under other exponents, thresholds and rates, then for another shape. */
export async function webglPrograms(): Promise<{ first: number; otherNumbers: number; otherShape: number }> {
  const made = async (patches: readonly Partial<RandomProblem>[]) => {
    const before = programs(glObjects());
    for (const patch of patches) await after([2], await problem(patch));
    return programs(glObjects()) - before;
  };
  return {
    first: await made([{ width: 5 }]),
    otherNumbers: await made([
      { width: 5, q: 2 },
      { width: 5, q: 4.5 },
      { width: 5, kappa: 0.3 },
      { width: 5, lr: 0.01 },
    ]),
    otherShape: await made([{ width: 6 }]),
  };
}

const programs = ({ Program }: GlObjects) => Program.made;
