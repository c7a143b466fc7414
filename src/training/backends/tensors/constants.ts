import * as tf from '@tensorflow/tfjs';

/**
 * Tensors that live as long as a trainer. A number in an operation would be uploaded anew at each step, which on a GPU costs
 * as much as the operation itself; here each is made once.
 */
export class Constants {
  private readonly numbers = new Map<number, tf.Scalar>();
  private readonly kept: tf.Tensor[] = [];

  /** A number as a tensor. */
  number(value: number): tf.Scalar {
    let found = this.numbers.get(value);
    if (!found) this.numbers.set(value, (found = this.keep(tf.scalar(value))));
    return found;
  }

  /** [rows × columns], row-major, rounded to single precision. */
  matrix(values: ArrayLike<number>, rows: number, columns: number): tf.Tensor2D {
    return this.keep(tf.tensor2d(Float32Array.from(values), [rows, columns]));
  }

  dispose(): void {
    tf.dispose(this.kept);
  }

  /** Tensors made within `tf.tidy` end with it where they are not kept. */
  private keep<T extends tf.Tensor>(tensor: T): T {
    this.kept.push(tf.keep(tensor));
    return tensor;
  }
}

/** The product with a number; nothing to do where it is one. */
export function times<T extends tf.Tensor>(tensor: T, value: number, constants: Constants): T {
  return value === 1 ? tensor : tf.mul(tensor, constants.number(value));
}
