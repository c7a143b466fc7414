import * as tf from '@tensorflow/tfjs-core';
import { version_cpu } from '@tensorflow/tfjs-backend-cpu';
import type { Peer } from './peer';
import { byHand } from './tfjs-by-hand';

export const tfjsCpu: Peer = {
  async start(problem) {
    await tf.setBackend('cpu');
    return byHand(problem, `tfjs ${version_cpu}`);
  },
};
