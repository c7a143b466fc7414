import { BackendUnavailableError, type CreateTrainer } from '../trainer';
import { acquireContext, assertAlive } from './webgl/context';
import { WebglTrainer } from './webgl/webgl-trainer';

export { loseWebglContext } from './webgl/context';

/**
 * Trains on the GPU through tfjs's WebGL backend, with fused programs and the gradient derived by hand. Works in a
 * worker (OffscreenCanvas) and on the main thread; the trainers of one thread share one context, and after that was
 * lost the next trainer opens a new one.
 * @throws BackendUnavailableError without WebGL 2 or float32 render targets, or where the images do not fit into its memory.
 * @throws LostContextError where the GPU is taken away meanwhile.
 */
export const createWebglTrainer: CreateTrainer = async (problem) => {
  const context = acquireContext();
  const trainer = new WebglTrainer(context, problem);
  const error = context.gl.getError();
  assertAlive(context);
  if (error === context.gl.OUT_OF_MEMORY) {
    trainer.dispose();
    throw new BackendUnavailableError({ kind: 'gpu-full' });
  }
  return trainer;
};
