import type { Backend, Trainer, TrainingProblem } from '../trainer';

/**
 * Loads a backend's code only when it is asked for (tfjs is several hundred kilobytes) and makes a trainer on it.
 * @throws BackendUnavailableError where it cannot run here.
 */
export async function createTrainer(backend: Backend, problem: TrainingProblem): Promise<Trainer> {
  switch (backend) {
    case 'webgl':
      return (await import('./webgl')).createWebglTrainer(problem);
    case 'wasm':
      return (await import('./wasm')).createWasmTrainer(problem);
    case 'cpu':
      return (await import('./cpu')).createCpuTrainer(problem);
  }
}
