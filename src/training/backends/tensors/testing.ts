import * as tf from '@tensorflow/tfjs';
import type { CreateTrainer } from '../../trainer';
import type { TensorDevice } from './device';
import { TensorTrainer } from './tensor-trainer';

// So that tfjs does not greet whoever runs tests, with an offer of its native build.
tf.env().set('IS_TEST', true);

/** For tests: the trainer in tfjs's operations on its engine for the processor. @param mostRows of a tensor, as textures have. */
export function onProcessor(mostRows = Infinity): CreateTrainer {
  return async (problem) => {
    await tf.setBackend('cpu');
    const device: TensorDevice = {
      name: 'tfjs cpu',
      mostRows,
      add: () => true,
      turn: () => Promise.resolve(),
      drain: () => Promise.resolve(),
      read: async (tensor) => (await tensor.data()) as Float32Array,
      assertAlive: () => {},
    };
    return new TensorTrainer('webgl', device, problem);
  };
}

/** Tensors that tfjs holds. */
export const tensorsHeld = () => tf.memory().numTensors;
