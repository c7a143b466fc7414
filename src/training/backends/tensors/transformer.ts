import * as tf from '@tensorflow/tfjs';
import { huberized, linear, positive, valueOf } from './activation';
import { times } from './constants';
import { head, type MakeTensorNetwork } from './network';
import { PatchSums } from './patches';

/**
 * The patch transformer: tokens t_p = φ(E x_p), scores s_p = ⟨W_Q c, W_K t_p⟩/√k of a fixed class token c, α = softmax(s),
 * b = PΣα_p t_p, o = b + W_V b, v = o + relu(W_M o), f = ⟨a, v⟩.
 */
export const transformer: MakeTensorNetwork = ({ width, q, kappa, token }, patches, constants) => {
  const activate = token === 'linear' ? linear : huberized(q, kappa, constants);
  const sums = new PatchSums(patches, constants);
  const column = head(width, constants, 'column'),
    row = head(width, constants, 'row');

  const pass = ([filters, c, wq, wk, wv, wm]: readonly tf.Tensor2D[], rows: tf.Tensor2D) => {
    const activated = activate(rows, filters!);
    const tokens = valueOf(activated, constants);
    const apart: tf.Tensor3D = tf.reshape(tokens, [-1, patches, 2 * width]);
    const scale = wk!.shape[0] ** -0.5;
    const query = times(tf.matMul(c!, wq!, false, true), scale, constants);
    const sought = tf.matMul(query, wk!);
    const attention = tf.softmax(sums.byImage(tf.matMul(tokens, sought, false, true)));
    // P times the attention, as with an even share of it the tokens are then summed.
    const shares = times(attention, patches, constants);
    const read: tf.Tensor2D = tf.reshape(tf.matMul(tf.reshape(shares, [-1, 1, patches]), apart), [-1, 2 * width]);
    const o = tf.fused.matMul({ a: read, b: wv!, transposeB: true, bias: read }) as tf.Tensor2D;
    const added = tf.fused.matMul({ a: o, b: wm!, transposeB: true, activation: 'relu' }) as tf.Tensor2D;
    const outputs: tf.Tensor2D = tf.matMul(tf.add<tf.Tensor2D>(o, added), column);
    return { activated, tokens, apart, scale, query, sought, attention, shares, read, o, added, outputs };
  };
  return {
    outputs: (weights, { rows }) => pass(weights, rows).outputs,
    gradient(weights, { rows }, pull) {
      const [, c, , wk, wv, wm] = weights;
      const { activated, tokens, apart, scale, query, sought, attention, shares, read, o, added, outputs } = pass(
        weights,
        rows,
      );
      const byV = tf.matMul(pull(outputs), row);
      const byMixed = tf.mul(byV, positive(added, constants)) as tf.Tensor2D;
      const byO = tf.fused.matMul({ a: byMixed, b: wm!, bias: byV }) as tf.Tensor2D;
      const byRead = tf.fused.matMul({ a: byO, b: wv!, bias: byO }) as tf.Tensor2D;
      const each = tf.reshape(byRead, [-1, 1, 2 * width]);
      // By attention, then by scores: α(g − Σαg).
      const byAttention = times(sums.byImage(tf.matMul(each, apart, false, true)), patches, constants);
      const mean = sums.sumOfRows(tf.mul(byAttention, attention));
      const byScores = tf.reshape(tf.mul(attention, tf.sub(byAttention, mean)), [-1, 1]) as tf.Tensor2D;
      const bySought = tf.matMul(byScores, tokens, true, false);
      const byQuery = times(tf.matMul(wk!, bySought, false, true), scale, constants);
      const fromRead = tf.reshape(tf.mul(tf.reshape(shares, [-1, patches, 1]), each), [-1, 2 * width]) as tf.Tensor2D;
      const byTokens = tf.fused.matMul({ a: byScores, b: sought, bias: fromRead }) as tf.Tensor2D;
      const slope = activated.slope();
      return [
        tf.matMul(slope ? tf.mul(byTokens, slope) : byTokens, rows, true, false),
        undefined,
        tf.matMul(byQuery, c!),
        tf.matMul(query, bySought, true, false),
        tf.matMul(byO, read, true, false),
        tf.matMul(byMixed, o, true, false),
      ];
    },
  };
};
