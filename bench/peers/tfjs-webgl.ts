import * as tf from '@tensorflow/tfjs-core';
import { setWebGLContext } from '@tensorflow/tfjs-backend-webgl';
import { openGpu } from '../../src/training/backends/webgl/gpu';
import type { Peer, PeerRun } from './peer';
import { autodiff } from './tfjs-autodiff';
import { byHand } from './tfjs-by-hand';

let device = '';

/**
 * Opens the context for tfjs, which refuses software renderers by itself, in single precision, with the settings that
 * it makes on its own contexts. Every other flag stays as tfjs chooses it.
 */
async function openWebgl(): Promise<void> {
  if (device) return;
  const gpu = openGpu();
  const { gl } = gpu;
  gl.disable(gl.DITHER);
  gl.enable(gl.SCISSOR_TEST);
  gl.enable(gl.CULL_FACE);
  setWebGLContext(2, gl);
  tf.env().set('WEBGL_VERSION', 2);
  tf.env().set('HAS_WEBGL', true);
  if (!(await tf.setBackend('webgl'))) throw new Error('the WebGL backend of tfjs did not start');
  device = gpu.device;
}

const on = (train: (problem: Parameters<Peer['start']>[0], device: string) => Promise<PeerRun>): Peer => ({
  async start(problem) {
    await openWebgl();
    return train(problem, device);
  },
});

export const tfjsWebgl = on(byHand);
export const tfjsWebglAutodiff = on(autodiff);
