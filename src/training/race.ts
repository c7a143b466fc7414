import type { Reason } from '../problems/device';
import { createTrainer, type Backends } from './backends/create';
import type { Backend, TrainingProblem } from './trainer';

/** How many times faster a GPU has to be for a run to move there: a smaller gain is not worth its start. */
const clearGain = 1.5;
/** Steps that are timed, after `warmUp` that compile and load. */
const timedSteps = 20,
  warmUp = 3;
/** Where one step takes longer than this, in ms, fewer are timed. */
const budget = 1500;

/** Which backend trains this experiment fastest here, and why. */
export interface RaceResult {
  readonly winner: Backend;
  readonly reason: Reason;
}

/** Times the candidates on the problem at hand; one that fails has lost. */
export async function race(backends: Backends, problem: TrainingProblem): Promise<RaceResult> {
  const wasm = await time(backends, 'wasm', problem).catch(() => null);
  const webgl = await time(backends, 'webgl', problem).catch(() => null);
  const winner = webgl !== null && webgl * clearGain < (wasm ?? Infinity) ? 'webgl' : 'wasm';
  return { winner, reason: { kind: 'timed', winner, wasm, webgl } };
}

async function time(backends: Backends, backend: Backend, problem: TrainingProblem): Promise<number> {
  const trainer = await createTrainer(backends, backend, { ...problem, test: null });
  try {
    await trainer.advance(1);
    const first = await milliseconds(() => trainer.advance(warmUp - 1));
    const steps = Math.max(1, Math.min(timedSteps, Math.floor((budget * (warmUp - 1)) / first)));
    return (await milliseconds(() => trainer.advance(steps))) / steps;
  } finally {
    trainer.dispose();
  }
}

async function milliseconds(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  // The clock's resolution is 0.1 ms in pages that are not isolated.
  return Math.max(0.1, performance.now() - began);
}
