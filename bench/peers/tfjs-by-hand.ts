import * as tf from '@tensorflow/tfjs-core';
import { leading } from '../../src/network/matrices';
import type { TrainingProblem } from '../../src/training/trainer';
import type { PeerRun } from './peer';

/**
 * The gradient by hand in tfjs operations, as fast as we know to write it: filters are kept transposed, [d × 2m], and
 * the images in both layouts, so that no product has a transposed operand (tfjs WASM is 8 times slower with one).
 * With r = relu(z) and c = min(r, κ): φ(z) = c^q/(qκ^{q−1}) − c + r, and φ'(z) = (c/κ)^{q−1}. The products of φ with the
 * signs are taken term by term, which saves a pass over [nP × 2m] for every sum.
 */
export async function byHand(problem: TrainingProblem, device: string): Promise<PeerRun> {
  const { train, width, lr, q, kappa } = problem;
  const { count, patches, dimension } = train;
  const rows = count * patches;
  const pixels = Float32Array.from(train.values);
  const x = tf.tensor2d(pixels, [rows, dimension]);
  const xt = tf.tensor2d(transposed(pixels, rows, dimension), [dimension, rows]);
  const signs = Float32Array.from({ length: 2 * width }, (_, r) => (r < width ? 1 : -1));
  const sign = tf.tensor2d(signs, [2 * width, 1]);
  const powerSign = tf.tensor2d(
    signs.map((s) => s / (q * kappa ** (q - 1))),
    [2 * width, 1],
  );
  const labels = tf.tensor2d(Float32Array.from(train.labels), [count, 1]);
  // w − lr·m·∂L/∂w with ∂L/∂f_i = −y σ(−y f)/n and ∂f/∂w = ±φ'/m: both m cancel; 1/κ^{q−1} is of φ'.
  const rate = tf.tensor2d(
    Float32Array.from(train.labels, (y) => (lr * y) / (count * kappa ** (q - 1))),
    [count, 1],
  );
  const columnSign = tf.tensor2d(signs, [1, 2 * width]);
  let filters = tf.tensor2d(transposed(Float32Array.from(leading(problem).values), 2 * width, dimension), [
    dimension,
    2 * width,
  ]);

  const step = () =>
    tf.tidy(() => {
      const r = tf.fused.matMul({ a: x, b: filters, activation: 'relu' });
      const c = tf.minimum(r, kappa);
      const power = q === 3 ? tf.square(c) : tf.pow(c, q - 1);
      const rowSums = tf.sub(tf.add(tf.matMul(tf.mul(power, c), powerSign), tf.matMul(r, sign)), tf.matMul(c, sign));
      const f = tf.div(tf.sum(tf.reshape(rowSums, [count, patches]), 1, true), width);
      const imageWeights = tf.mul(rate, tf.sigmoid(tf.neg(tf.mul(labels, f))));
      const rowWeights = tf.reshape(tf.tile(imageWeights, [1, patches]), [rows, 1]);
      const move = tf.mul(tf.matMul(xt, tf.mul(power, rowWeights)), columnSign);
      return tf.add(filters, move) as tf.Tensor2D;
    });
  return {
    device,
    async advance(steps) {
      for (let made = 0; made < steps; made++) {
        const next = step();
        filters.dispose();
        filters = next;
      }
      finish(filters);
    },
    filters: async () => transposed((await filters.data()) as Float32Array, dimension, 2 * width),
    dispose: () => tf.dispose([x, xt, sign, powerSign, labels, rate, columnSign, filters]),
  };
}

/** Waits for what is queued, by reading one number: the read itself must not weigh in. */
export function finish(filters: tf.Tensor2D): void {
  tf.tidy(() => tf.slice(filters, [0, 0], [1, 1]).dataSync());
}

export function transposed(values: Float32Array, rows: number, columns: number): Float32Array {
  const result = new Float32Array(values.length);
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) result[j * rows + i] = values[i * columns + j]!;
  return result;
}
