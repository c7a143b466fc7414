import * as tf from '@tensorflow/tfjs';
import { times, type Constants } from './constants';

/** The activation φ at the products z of filters and patches, [rows × 2m], as tensors. */
export interface Activated {
  /**
   * φ(z) as a sum of tensors times numbers. What is linear in φ, as a two-layer network's output is, takes them one by one
   * and never makes the sum, which would cost a pass over all of z for each.
   */
  readonly terms: readonly { readonly tensor: tf.Tensor2D; readonly factor: number }[];
  /** φ'(z); null where it is one everywhere. */
  slope(): tf.Tensor2D | null;
}

/** φ of the products of patches [rows × d] with filters [2m × d]. */
export type Activate = (patches: tf.Tensor2D, filters: tf.Tensor2D) => Activated;

/**
 * The Huberized ReLU. With r = max(z, 0), c = min(r, κ) and the slope s = (c/κ)^{q−1}: φ(z) = s·c/q + (r − c), and φ'(z) = s.
 * @param q exponent, at least 1, which is ReLU. @param kappa threshold κ > 0.
 */
export function huberized(q: number, kappa: number, constants: Constants): Activate {
  return (patches, filters) => {
    const r = tf.fused.matMul({ a: patches, b: filters, transposeB: true, activation: 'relu' }) as tf.Tensor2D;
    if (q === 1) return { terms: [{ tensor: r, factor: 1 }], slope: () => positive(r, constants) };
    const c = tf.clipByValue(r, 0, kappa);
    const s = times(powerLessOne(c, q, constants), kappa ** (1 - q), constants);
    return {
      terms: [
        { tensor: tf.mul(s, c), factor: 1 / q },
        // Exactly nothing below κ, where φ may be a millionth of either.
        { tensor: tf.sub(r, c), factor: 1 },
      ],
      slope: () => s,
    };
  };
}

/** No activation: the products themselves. */
export const linear: Activate = (patches, filters) => ({
  terms: [{ tensor: tf.matMul(patches, filters, false, true), factor: 1 }],
  slope: () => null,
});

/** φ(z) itself, where more follows than a sum. */
export function valueOf({ terms }: Activated, constants: Constants): tf.Tensor2D {
  return terms
    .map(({ tensor, factor }) => times(tensor, factor, constants))
    .reduce((sum, tensor) => tf.add<tf.Tensor2D>(sum, tensor));
}

/** 1 where a tensor is positive, else 0: the slope of ReLU at what it made. */
export function positive(tensor: tf.Tensor2D, constants: Constants): tf.Tensor2D {
  return tf.cast(tf.greater(tensor, constants.number(0)), 'float32');
}

/** c^{q−1}; small whole exponents by products, which every backend makes faster and rounds better than a power. */
function powerLessOne(c: tf.Tensor2D, q: number, constants: Constants): tf.Tensor2D {
  if (q === 2) return c;
  if (q === 3) return tf.mul(c, c);
  if (q === 4) return tf.mul(tf.mul(c, c), c);
  return tf.pow(c, constants.number(q - 1));
}
