import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { huberizedRelu } from '../../../network/activation';
import { huberized, valueOf } from './activation';
import { Constants } from './constants';
import { onProcessor } from './testing';

describe('the Huberized ReLU in tensors', () => {
  beforeAll(async () => {
    onProcessor();
    await tf.setBackend('cpu');
  });

  test.each([1, 1.5, 2, 3, 4, 5.3])('is as precise where it is tiny as where it is not, q = %s', (q) => {
    const constants = new Constants(),
      kappa = 0.7,
      at = [-1, -1e-3, 1e-3, 0.01, 0.1, 0.69, 0.71, 2];
    const products = tf.tensor2d(at, [at.length, 1]);
    const activated = huberized(q, kappa, constants)(products, tf.ones([1, 1]));
    const values = valueOf(activated, constants).dataSync(),
      slopes = activated.slope()!.dataSync();
    const { value, slope } = huberizedRelu(q, kappa);
    at.forEach((z, i) => {
      expect(Math.abs(values[i]! - value(z))).toBeLessThanOrEqual(3e-6 * value(z));
      expect(Math.abs(slopes[i]! - slope(z))).toBeLessThanOrEqual(3e-6 * slope(z));
    });
  });
});
