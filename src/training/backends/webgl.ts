import { problemNeedsNetworks } from '../needs-networks';
import { BackendUnavailableError, type CreateTrainer, type Trainer, type TrainingProblem } from '../trainer';
import { TensorTrainer } from './tensors/tensor-trainer';
import { acquireContext, assertAlive, type WebglContext } from './webgl/context';
import { tensorDevice } from './webgl/tensor-device';
import { WebglTrainer } from './webgl/webgl-trainer';

export { loseWebglContext } from './webgl/context';

/**
 * Trains on the GPU through tfjs's WebGL backend, with the gradient derived by hand: gradient descent of two layers in fused
 * programs, everything else in tfjs's own operations. Works in a worker (OffscreenCanvas) and on the main thread; the
 * trainers of one thread share one context, and after that was lost the next trainer opens a new one.
 * @throws BackendUnavailableError without WebGL 2 or float32 render targets, or where the images do not fit into its memory.
 * @throws LostContextError where the GPU is taken away meanwhile.
 */
export const createWebglTrainer: CreateTrainer = async (problem) => {
  const context = acquireContext();
  const trainer = problemNeedsNetworks(problem)
    ? await inOperations(context, problem)
    : new WebglTrainer(context, problem);
  const error = context.gl.getError();
  assertAlive(context);
  if (error === context.gl.OUT_OF_MEMORY) {
    trainer.dispose();
    throw new BackendUnavailableError({ kind: 'gpu-full' });
  }
  return trainer;
};

async function inOperations(context: WebglContext, problem: TrainingProblem): Promise<Trainer> {
  const trainer = new TensorTrainer('webgl', await tensorDevice(context), problem);
  try {
    await trainer.prepare();
  } catch (error) {
    trainer.dispose();
    throw error;
  }
  return trainer;
}
