import { createTrainer } from './backends/create';
import { probeGpu } from './backends/webgl/gpu';
import type { Backend, TrainingProblem } from './trainer';

/** How many times faster a GPU has to be for a run to move there: a smaller gain is not worth its start. */
const clearGain = 1.5;
/** Steps that are timed, after `warmUp` that compile and load. */
const timedSteps = 20, warmUp = 3;
/** Where one step takes longer than this, in ms, fewer are timed. */
const budget = 1500;

/** Which backend trains this experiment fastest here, and why. */
export interface RaceResult {
  readonly winner: Backend;
  /** In words for the status line. */
  readonly reason: string;
  /** Milliseconds per step; null where it did not run. */
  readonly times: { readonly wasm: number | null; readonly webgl: number | null };
}

/** Times the candidates on the problem at hand. A GPU that is missing, coarse or only emulated is not entered, and the reason says so. */
export async function race(problem: TrainingProblem): Promise<RaceResult> {
  const wasm = await time('wasm', problem).catch(() => null);
  const ground: Backend = wasm === null ? 'cpu' : 'wasm';
  const gpu = probeGpu();
  if (gpu.status !== 'usable') return { winner: ground, reason: gpu.reason, times: { wasm, webgl: null } };
  const against = wasm ?? (await time('cpu', problem));
  const webgl = await time('webgl', problem).catch(() => null);
  if (webgl === null) return { winner: ground, reason: 'WebGL failed in a trial', times: { wasm, webgl } };
  const faster = webgl * clearGain < against;
  return {
    winner: faster ? 'webgl' : ground,
    reason: faster ? `${formatMs(webgl)} a step, ${formatMs(against)} on the processor` : `${formatMs(against)} a step, ${formatMs(webgl)} on the GPU`,
    times: { wasm, webgl },
  };
}

async function time(backend: Backend, problem: TrainingProblem): Promise<number> {
  const trainer = await createTrainer(backend, { ...problem, test: null });
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

function formatMs(ms: number): string {
  return `${ms < 10 ? ms.toFixed(1) : ms.toFixed(0)} ms`;
}
