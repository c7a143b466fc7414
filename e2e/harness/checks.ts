import { leading } from '../../src/network/matrices';
import { takeSnapshot } from '../../src/training/snapshot';
import type { TrainerState, TrainingProblem } from '../../src/training/trainer';
import { problemOf, referenceCase, type ProblemSource } from './problems';
import { trainers, type TrainerName } from './trainers';
import * as webgl from './webgl-checks';

/** How far one trainer is from the oracle on the same problem. */
export interface Difference {
  readonly on: TrainerName;
  readonly device: string;
  /** Largest difference in any matrix, relative to its largest entry. */
  readonly matrices: number;
  readonly singularValues: number;
  readonly loss: number;
  /** How far the oracle itself has come from the initial filters, in the same measure. */
  readonly moved: number;
  /** Images that one of the two has right and the other has not, at least. */
  readonly trainImages: number;
  readonly testImages: number;
}

/** What the test asks for, in a worker or on the page; answers are numbers, so that what is expected stands in the test. */
export const checks = {
  /** Distance from a case of the NumPy reference: matrices at the end, losses at each recorded step. */
  async reference({
    on,
    name,
  }: {
    on: TrainerName;
    name: string;
  }): Promise<{ matrices: number; loss: number; steps: number; device: string }> {
    const { problem, history, matrices } = await referenceCase(name);
    const trainer = await trainers[on](problem);
    let loss = 0,
      at = 0;
    for (const point of history) {
      if (point.step > at) await trainer.advance(point.step - at);
      at = point.step;
      const state = await trainer.read();
      if (state.step !== at) throw new Error(`step ${state.step} where ${at} was asked for`);
      loss = Math.max(loss, Math.abs(state.loss - point.loss) / point.loss);
    }
    const end = await trainer.read();
    trainer.dispose();
    return { matrices: worstError(end, matrices), loss, steps: at, device: trainer.device };
  },

  /** Distances from the oracle after so many steps. */
  async compare({
    source,
    steps,
    base,
  }: {
    source: ProblemSource;
    steps: number;
    base: string;
  }): Promise<Difference[]> {
    const problem = await problemOf(source, base);
    const oracle = await trained('cpu', problem, steps);
    const found: Difference[] = [];
    for (const on of ['webgl', 'wasm, plain', 'wasm, relaxed'] as const)
      found.push(difference(on, problem, await trained(on, problem, steps), oracle));
    return found;
  },

  ...webgl,
};
export type Checks = typeof checks;

const filtersOf = (state: TrainerState) => leading(state).values;

async function trained(
  on: TrainerName,
  problem: TrainingProblem,
  steps: number,
): Promise<TrainerState & { device: string }> {
  const trainer = await trainers[on](problem);
  // Two batches with a read between them, as the page does it: what a read leaves behind must not disturb.
  await trainer.advance(Math.floor(steps / 3));
  await trainer.read();
  await trainer.advance(steps - Math.floor(steps / 3));
  const state = await trainer.read();
  trainer.dispose();
  return { ...state, device: trainer.device };
}

function difference(
  on: TrainerName,
  problem: TrainingProblem,
  got: TrainerState & { device: string },
  want: TrainerState,
): Difference {
  const { train, test } = problem;
  const spectrum = (state: TrainerState) => leading(takeSnapshot(state, null)).singularValues;
  const images = (a: number | null, b: number | null, count: number) => Math.round(Math.abs(a! - b!) * count);
  return {
    on,
    device: got.device,
    matrices: worstError(
      got,
      want.matrices.map(({ values }) => values),
    ),
    singularValues: relativeError(spectrum(got), spectrum(want)),
    loss: Math.abs(got.loss - want.loss),
    moved: relativeError(leading(problem).values, filtersOf(want)),
    trainImages: images(got.trainAccuracy, want.trainAccuracy, train.count),
    testImages: images(got.testAccuracy, want.testAccuracy, test!.count),
  };
}

/** The largest of the matrices' relative errors. */
function worstError({ matrices }: TrainerState, want: readonly ArrayLike<number>[]): number {
  return matrices.length === want.length
    ? Math.max(...matrices.map(({ values }, k) => relativeError(values, want[k]!)))
    : Infinity;
}

/** Largest difference, relative to the largest entry wanted; infinite where one is not a number. */
function relativeError(got: ArrayLike<number>, want: ArrayLike<number>): number {
  if (got.length !== want.length) return Infinity;
  let worst = 0,
    largest = 1e-12;
  for (let i = 0; i < want.length; i++) {
    const error = Math.abs(got[i]! - want[i]!);
    if (Number.isNaN(error)) return Infinity;
    worst = Math.max(worst, error);
    largest = Math.max(largest, Math.abs(want[i]!));
  }
  return worst / largest;
}
