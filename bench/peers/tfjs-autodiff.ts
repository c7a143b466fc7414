import * as tf from '@tensorflow/tfjs-core';
// oxlint-disable-next-line import/no-unassigned-import -- it registers gradients and exports nothing
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { leading } from '../../src/network/matrices';
import type { TrainingProblem } from '../../src/training/trainer';
import type { PeerRun } from './peer';
import { finish } from './tfjs-by-hand';

/**
 * What one writes first in tfjs: the loss in its operations, `variableGrads`, an SGD optimizer. The Huberized ReLU is
 * c^q/(qκ^{q−1}) + relu(z − κ) with c = z clipped to [0, κ], because `where` has no gradient in its condition.
 */
export async function autodiff(problem: TrainingProblem, device: string): Promise<PeerRun> {
  const { train, width, lr, q, kappa } = problem;
  const { count, patches, dimension } = train;
  const x = tf.tensor2d(Float32Array.from(train.values), [count * patches, dimension]);
  const labels = tf.tensor1d(Float32Array.from(train.labels));
  const signs = tf.tensor2d(
    Float32Array.from({ length: 2 * width }, (_, r) => (r < width ? 1 / width : -1 / width)),
    [2 * width, 1],
  );
  const filters = tf.variable(tf.tensor2d(Float32Array.from(leading(problem).values), [2 * width, dimension]));
  const optimizer = tf.train.sgd(lr * width);

  const loss = () => {
    const z = tf.matMul(x, filters, false, true);
    const c = tf.clipByValue(z, 0, kappa);
    const power = q === 3 ? tf.mul(tf.square(c), c) : tf.pow(c, q);
    const activation = tf.add(tf.div(power, q * kappa ** (q - 1)), tf.relu(tf.sub(z, kappa)));
    const f = tf.sum(tf.reshape(tf.matMul(activation, signs), [count, patches]), 1);
    return tf.mean(tf.softplus(tf.neg(tf.mul(labels, f)))) as tf.Scalar;
  };
  return {
    device,
    async advance(steps) {
      for (let made = 0; made < steps; made++) {
        const { value, grads } = tf.variableGrads(loss);
        optimizer.applyGradients(grads);
        tf.dispose([value, grads]);
      }
      finish(filters as tf.Tensor2D);
    },
    filters: () => filters.data(),
    dispose: () => tf.dispose([x, labels, signs, filters]),
  };
}
