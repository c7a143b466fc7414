import * as tf from '@tensorflow/tfjs-core';
// oxlint-disable-next-line import/no-unassigned-import -- it registers gradients and exports nothing
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import type { TrainingProblem } from '../../src/training/trainer';
import type { PeerRun } from './peer';
import { finish } from './tfjs-by-hand';

/**
 * What one writes first in tfjs: the loss in its operations, `variableGrads`, a step along each. The Huberized ReLU is
 * c^q/(qκ^{q−1}) + relu(z − κ) with c = z clipped to [0, κ], because `where` has no gradient in its condition.
 */
export async function autodiff(problem: TrainingProblem, device: string): Promise<PeerRun> {
  const { train, width, rates } = problem;
  const { count, patches, dimension } = train;
  const x = tf.tensor2d(Float32Array.from(train.values), [count * patches, dimension]);
  const labels = tf.tensor1d(Float32Array.from(train.labels));
  const head = tf.tensor2d(
    Float32Array.from({ length: 2 * width }, (_, r) => (r < width ? 1 / width : -1 / width)),
    [2 * width, 1],
  );
  const weights = problem.matrices.map(({ values, rows, columns }, k) =>
    tf.variable(tf.tensor2d(Float32Array.from(values), [rows, columns]), rates[k] !== 0),
  );
  const trained = weights.filter((_, k) => rates[k] !== 0);
  const pass = problem.architecture.name === 'transformer' ? transformer : layers;

  const loss = () => tf.mean(tf.softplus(tf.neg(tf.mul(labels, pass(problem, x, weights, head))))) as tf.Scalar;
  return {
    device,
    async advance(steps) {
      for (let made = 0; made < steps; made++) {
        const { value, grads } = tf.variableGrads(loss, trained);
        weights.forEach((weight, k) => {
          const slope = grads[weight.name];
          if (slope) tf.tidy(() => weight.assign(tf.sub(weight, tf.mul(slope, rates[k]!))));
        });
        tf.dispose(Object.values(grads));
        value.dispose();
      }
      finish(weights[0] as tf.Tensor as tf.Tensor2D);
    },
    filters: () => weights[0]!.data(),
    dispose: () => tf.dispose([x, labels, head, ...weights]),
  };
}

type Pass = (problem: TrainingProblem, x: tf.Tensor2D, weights: readonly tf.Tensor[], head: tf.Tensor2D) => tf.Tensor1D;

/** Outputs of the two-layer network, and of the deep one. */
const layers: Pass = (problem, x, [filters, ...mixing], head) => {
  let h: tf.Tensor2D = activated(problem, product(x, filters!));
  for (const matrix of mixing) h = tf.add<tf.Tensor2D>(h, tf.relu(product(h, matrix)));
  const { count, patches } = problem.train;
  return tf.sum(tf.reshape(tf.matMul(h, head), [count, patches]), 1);
};

const transformer: Pass = (problem, x, [filters, c, wq, wk, wv, wm], head) => {
  const { count, patches } = problem.train,
    units = head.shape[0];
  const t = activated(problem, product(x, filters!));
  const sought = tf.div<tf.Tensor2D>(tf.matMul(product(c!, wq!), wk as tf.Tensor2D), Math.sqrt(wk!.shape[0]!));
  const attention = tf.softmax(tf.reshape(product(t, sought), [count, patches]));
  const read = tf.matMul(tf.reshape(attention, [count, 1, patches]), tf.reshape(t, [count, patches, units]));
  const b = tf.mul<tf.Tensor2D>(tf.reshape(read, [count, units]), patches);
  const o = tf.add<tf.Tensor2D>(b, product(b, wv!));
  return tf.reshape(tf.matMul(tf.add<tf.Tensor2D>(o, tf.relu(product(o, wm!))), head), [count]);
};

function activated({ q, kappa, token, architecture }: TrainingProblem, z: tf.Tensor2D): tf.Tensor2D {
  if (architecture.name === 'transformer' && token === 'linear') return z;
  const c = tf.clipByValue(z, 0, kappa);
  const power = q === 3 ? tf.mul(tf.square(c), c) : tf.pow(c, q);
  return tf.add(tf.div(power, q * kappa ** (q - 1)), tf.relu(tf.sub(z, kappa)));
}

/** a·bᵀ, rows with rows. */
const product = (a: tf.Tensor, b: tf.Tensor): tf.Tensor2D => tf.matMul(a as tf.Tensor2D, b as tf.Tensor2D, false, true);
