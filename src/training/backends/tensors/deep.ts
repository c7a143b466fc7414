import * as tf from '@tensorflow/tfjs';
import { huberized, positive, valueOf } from './activation';
import { head, type MakeTensorNetwork } from './network';
import { PatchSums } from './patches';

/** The deep CNN: h₁ = φ(W₁x), h_l = h_{l−1} + relu(W_l h_{l−1}) patch by patch, f = Σ_p ⟨a, h_{L−1}⟩. */
export const deep: MakeTensorNetwork = ({ width, q, kappa }, patches, constants) => {
  const activate = huberized(q, kappa, constants);
  const sums = new PatchSums(patches, constants);
  const column = head(width, constants, 'column'),
    row = head(width, constants, 'row');

  /** Hidden layers h₁ … h_{L−1}, and what each mixing layer adds to the one before it. */
  const pass = ([filters, ...mixing]: readonly tf.Tensor2D[], patchRows: tf.Tensor2D) => {
    const activated = activate(patchRows, filters!);
    const hidden = [valueOf(activated, constants)],
      added: tf.Tensor2D[] = [];
    for (const matrix of mixing) {
      const below = hidden.at(-1)!;
      added.push(tf.fused.matMul({ a: below, b: matrix, transposeB: true, activation: 'relu' }) as tf.Tensor2D);
      hidden.push(tf.add(below, added.at(-1)!));
    }
    return { activated, hidden, added, outputs: sums.sum(tf.matMul(hidden.at(-1)!, column)) };
  };
  return {
    outputs: (weights, { rows }) => pass(weights, rows).outputs,
    gradient(weights, { rows }, pull) {
      const { activated, hidden, added, outputs } = pass(weights, rows);
      const slopes: tf.Tensor2D[] = [];
      // By h_l, from the last layer down.
      let by = tf.matMul(sums.repeat(pull(outputs)), row);
      for (let l = added.length; l > 0; l--) {
        const byProduct = tf.mul(by, positive(added[l - 1]!, constants)) as tf.Tensor2D;
        slopes.unshift(tf.matMul(byProduct, hidden[l - 1]!, true, false));
        by = tf.fused.matMul({ a: byProduct, b: weights[l]!, bias: by }) as tf.Tensor2D;
      }
      return [tf.matMul(tf.mul(by, activated.slope()!), rows, true, false), ...slopes];
    },
  };
};
