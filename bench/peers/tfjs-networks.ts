import * as tf from '@tensorflow/tfjs-core';
import type { TrainingProblem } from '../../src/training/trainer';
import type { PeerRun } from './peer';
import { finish, transposed } from './tfjs-by-hand';

/** Gradients of the mean loss in the trained weights, each transposed, as they are kept. */
type Gradient = (weights: readonly tf.Tensor2D[]) => tf.Tensor2D[];

/** Gradient descent on networks beyond two layers, in tfjs operations and by hand as in `byHand`: no product has a transposed operand. */
export async function networkByHand(problem: TrainingProblem, device: string): Promise<PeerRun> {
  const { matrices, rates, architecture } = problem;
  const gradient = architecture.name === 'transformer' ? transformerGradient(problem) : deepGradient(problem);
  let weights = matrices.map(({ values, rows, columns }) =>
    tf.tensor2d(transposed(Float32Array.from(values), rows, columns), [columns, rows]),
  );
  const step = () =>
    tf.tidy(() => {
      const slopes = gradient(weights);
      return weights.map((w, k) => (rates[k] ? tf.sub(w, tf.mul(slopes[k]!, rates[k]!)) : w) as tf.Tensor2D);
    });
  return {
    device,
    async advance(steps) {
      for (let made = 0; made < steps; made++) {
        const next = step();
        tf.dispose(weights.filter((w, k) => w !== next[k]));
        weights = next;
      }
      finish(weights[0]!);
    },
    filters: async () =>
      transposed((await weights[0]!.data()) as Float32Array, matrices[0]!.columns, matrices[0]!.rows),
    dispose: () => tf.dispose(weights),
  };
}

/** What both networks share: images, φ of their products with the filters, the head, ∂L/∂f. */
function parts({ train, width, q, kappa }: TrainingProblem) {
  const { count, patches, dimension } = train;
  const rows = count * patches;
  const pixels = Float32Array.from(train.values);
  const x = tf.tensor2d(pixels, [rows, dimension]),
    xt = tf.tensor2d(transposed(pixels, rows, dimension), [dimension, rows]);
  const head = tf.tensor2d(
    Float32Array.from({ length: 2 * width }, (_, r) => (r < width ? 1 : -1) / width),
    [2 * width, 1],
  );
  const headRow = tf.reshape(head, [1, 2 * width]);
  const labels = tf.tensor2d(Float32Array.from(train.labels), [count, 1]);
  const activated = (filters: tf.Tensor2D) => {
    const r = tf.fused.matMul({ a: x, b: filters, activation: 'relu' });
    const c = tf.minimum(r, kappa);
    const slope = tf.div(q === 3 ? tf.square(c) : tf.pow(c, q - 1), kappa ** (q - 1));
    return { h: tf.add(tf.mul(tf.mul(slope, c), 1 / q), tf.sub(r, c)) as tf.Tensor2D, slope };
  };
  const lossSlope = (f: tf.Tensor) =>
    tf.mul(tf.mul(labels, -1 / count), tf.sigmoid(tf.neg(tf.mul(labels, f)))) as tf.Tensor2D;
  return { count, patches, rows, xt, head, headRow, activated, lossSlope };
}

function deepGradient(problem: TrainingProblem): Gradient {
  const { count, patches, rows, xt, head, headRow, activated, lossSlope } = parts(problem);
  return (weights) => {
    const { h: first, slope } = activated(weights[0]!);
    const layers = [first],
      gates: tf.Tensor[] = [slope];
    for (const w of weights.slice(1)) {
      const below = layers.at(-1)!;
      const more = tf.fused.matMul({ a: below, b: w, activation: 'relu' });
      gates.push(tf.step(more));
      layers.push(tf.add(below, more));
    }
    const f = tf.sum(tf.reshape(tf.matMul(layers.at(-1)!, head), [count, patches]), 1, true);
    const byRow = tf.reshape(tf.tile(lossSlope(f), [1, patches]), [rows, 1]);
    let slopes = tf.mul(byRow, headRow) as tf.Tensor2D;
    const gradients: tf.Tensor2D[] = [];
    for (let l = weights.length - 1; l > 0; l--) {
      const gated = tf.mul(slopes, gates[l]!) as tf.Tensor2D;
      gradients[l] = tf.matMul(tf.transpose(layers[l - 1]!), gated);
      slopes = tf.add(slopes, tf.matMul(gated, tf.transpose(weights[l]!)));
    }
    gradients[0] = tf.matMul(xt, tf.mul(slopes, slope) as tf.Tensor2D);
    return gradients;
  };
}

function transformerGradient(problem: TrainingProblem): Gradient {
  const { count, patches, rows, xt, head, headRow, activated, lossSlope } = parts(problem);
  const units = problem.matrices[0]!.rows,
    scale = 1 / Math.sqrt(problem.matrices[2]!.rows);
  return ([filters, token, queries, keys, values, mixing]) => {
    const { h: t, slope } = activated(filters!);
    const tokens = tf.reshape(t, [count, patches, units]);
    const query = tf.matMul(tf.reshape(token!, [1, units]), queries!);
    const sought = tf.mul(tf.matMul(keys!, tf.reshape(query, [-1, 1])), scale) as tf.Tensor2D;
    const attention = tf.softmax(tf.reshape(tf.matMul(t, sought), [count, patches]));
    const shares = tf.reshape(attention, [count, patches, 1]);
    const b = tf.mul(tf.sum(tf.mul(tokens, shares), 1), patches) as tf.Tensor2D;
    const o = tf.add(b, tf.matMul(b, values!)) as tf.Tensor2D;
    const more = tf.fused.matMul({ a: o, b: mixing!, activation: 'relu' });
    const byLast = tf.mul(lossSlope(tf.matMul(tf.add(o, more) as tf.Tensor2D, head)), headRow) as tf.Tensor2D;
    const byMixed = tf.mul(byLast, tf.step(more)) as tf.Tensor2D;
    const byRead = tf.add(byLast, tf.matMul(byMixed, tf.transpose(mixing!))) as tf.Tensor2D;
    const byPooled = tf.mul(tf.add(byRead, tf.matMul(byRead, tf.transpose(values!))), patches);
    const eachPooled = tf.reshape(byPooled, [count, 1, units]);
    const agreed = tf.sum(tf.mul(tokens, eachPooled), 2);
    const mean = tf.sum(tf.mul(agreed, attention), 1, true);
    const byScore = tf.reshape(tf.mul(attention, tf.sub(agreed, mean)), [rows, 1]) as tf.Tensor2D;
    const bySought = tf.mul(tf.matMul(tf.transpose(byScore), t), scale) as tf.Tensor2D;
    const byToken = tf.add(
      tf.reshape(tf.mul(shares, eachPooled), [rows, units]),
      tf.mul(byScore, tf.reshape(sought, [1, units])),
    );
    return [
      tf.matMul(xt, tf.mul(byToken, slope) as tf.Tensor2D),
      token!,
      // Outer products as broadcasts: over one column tfjs WASM's product reads what lies behind it, and may hand back NaN.
      tf.mul(token!, tf.matMul(bySought, keys!)),
      tf.mul(tf.transpose(bySought), query),
      tf.matMul(tf.transpose(b), byRead),
      tf.matMul(tf.transpose(o), byMixed),
    ] as tf.Tensor2D[];
  };
}
