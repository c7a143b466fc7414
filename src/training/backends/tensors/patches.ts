import * as tf from '@tensorflow/tfjs';
import type { Constants } from './constants';

/** Between numbers of patches and numbers of images. Products with ones, which a GPU makes in one draw where a sum takes several. */
export class PatchSums {
  private readonly column: tf.Tensor2D;
  private readonly row: tf.Tensor2D;

  /** @param patches P, of an image. */
  constructor(
    private readonly patches: number,
    constants: Constants,
  ) {
    const ones = new Float32Array(patches).fill(1);
    this.column = constants.matrix(ones, patches, 1);
    this.row = constants.matrix(ones, 1, patches);
  }

  /** Sums over an image's patches: [nP × 1] → [n × 1]. */
  sum(values: tf.Tensor2D): tf.Tensor2D {
    return this.patches === 1 ? values : tf.matMul(this.byImage(values), this.column);
  }

  /** Sums of rows, [n × P] → [n × 1]. */
  sumOfRows(values: tf.Tensor2D): tf.Tensor2D {
    return tf.matMul(values, this.column);
  }

  /** An image's number for each of its patches: [n × 1] → [nP × 1]. */
  repeat(values: tf.Tensor2D): tf.Tensor2D {
    return this.patches === 1 ? values : tf.reshape(tf.matMul(values, this.row), [values.shape[0] * this.patches, 1]);
  }

  /** [nP × 1] → [n × P]. */
  byImage(values: tf.Tensor): tf.Tensor2D {
    return tf.reshape(values, [values.size / this.patches, this.patches]);
  }
}
