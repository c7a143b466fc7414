import {
  BackendUnavailableError,
  type Backend,
  type CreateTrainer,
  type Trainer,
  type TrainingProblem,
} from '../trainer';
import { createCpuTrainer } from './cpu';
import { createWasmTrainer } from './wasm';
import { createAnyWasmTrainer } from './wasm/networks';

/** What a thread can train with. WebGL comes with tfjs, so only a thread that is meant to have it does. */
export interface Backends extends Readonly<Record<Exclude<Backend, 'webgl'>, CreateTrainer>> {
  readonly webgl?: CreateTrainer;
  /** WebAssembly for a run that has the processor to itself: the page's own, beside which no sweep is made. */
  readonly wasmAlone?: CreateTrainer;
}

/** The same where the run is the page's own. */
export const alone = (backends: Backends): Backends => ({ ...backends, wasm: backends.wasmAlone ?? backends.wasm });

/** What the processor trains with. */
export const processorBackends: Backends = { wasm: createAnyWasmTrainer, cpu: createCpuTrainer };

/** The same without the kernel of all networks, which the page's first script does not hold: see `needs-networks.ts`. */
export const firstBackends: Backends = { wasm: createWasmTrainer, cpu: createCpuTrainer };

/** Makes a trainer on a backend. @throws BackendUnavailableError where it cannot run here. */
export async function createTrainer(backends: Backends, backend: Backend, problem: TrainingProblem): Promise<Trainer> {
  if (!problem.architecture.runsOn.includes(backend)) throw new BackendUnavailableError({ kind: 'not-trained-there' });
  const create = backends[backend];
  if (!create) throw new BackendUnavailableError({ kind: 'no-webgl' });
  return create(problem);
}
