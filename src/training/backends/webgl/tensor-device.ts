import * as tf from '@tensorflow/tfjs';
import type { TensorDevice } from '../tensors/device';
import { assertAlive, type WebglContext } from './context';
import { registerKernels } from './kernels';
import { GpuQueue } from './queue';

/** A unit of the queue's is about so many draws. */
const drawsOfUnit = 3;

let current: WebglContext | null = null;

/** A context as tfjs's engine, which all tensors of this thread then live on; after a context was lost the next takes its place. */
export async function tensorDevice(context: WebglContext): Promise<TensorDevice> {
  if (current !== context) {
    registerKernels();
    if (current || tf.findBackendFactory('webgl')) tf.removeBackend('webgl');
    tf.registerBackend('webgl', () => context.backend);
    current = context;
  }
  await tf.setBackend('webgl');
  const { gl, device } = context;
  const queue = new GpuQueue(context);
  return {
    name: device,
    // Packed, a texel holds two rows and two columns.
    mostRows: 2 * (gl.getParameter(gl.MAX_TEXTURE_SIZE) as number),
    add: (work, operations) => queue.add(work, operations / drawsOfUnit),
    turn: () => queue.turn(),
    drain: () => queue.drain(),
    async read(tensor) {
      const values = (await tensor.data()) as Float32Array;
      assertAlive(context);
      return values;
    },
    assertAlive: () => assertAlive(context),
  };
}
