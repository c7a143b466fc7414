import type { CreateTrainer } from '../trainer';
import { acquireContext } from './webgl/context';
import { WebglTrainer } from './webgl/webgl-trainer';

export { loseWebglContext, releaseWebgl } from './webgl/context';
export { isSoftwareRenderer } from './webgl/software-renderer';

/**
 * Trains on the GPU through tfjs's WebGL backend, with fused programs and the gradient derived by hand. Works in a
 * worker (OffscreenCanvas) and on the main thread; the trainers of one thread share one context, and after that was
 * lost the next trainer opens a new one.
 * @throws BackendUnavailableError without WebGL 2 or float32 render targets.
 */
export const createWebglTrainer: CreateTrainer = async (problem) => new WebglTrainer(acquireContext(), problem);
