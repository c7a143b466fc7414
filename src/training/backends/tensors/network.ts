import type * as tf from '@tensorflow/tfjs';
import type { NetworkSettings } from '../../../network/architecture';
import type { Constants } from './constants';

/** Images on a tfjs engine. */
export interface ImageTensors {
  readonly count: number;
  readonly patches: number;
  /** [nP × d]: the patches of an image one after another. */
  readonly rows: tf.Tensor2D;
}

/** A tensor for each matrix; none for one that stays as drawn. */
export type Slopes = (tf.Tensor2D | undefined)[];

/** From outputs f to the loss's derivative in them, both [n × 1]. */
export type Pull = (outputs: tf.Tensor2D) => tf.Tensor2D;

/** A network in tfjs's operations, its gradient by hand; called within `tf.tidy`. */
export interface TensorNetwork {
  /** Outputs f, [n × 1]. @param weights its matrices in their order. */
  outputs(weights: readonly tf.Tensor2D[], images: ImageTensors): tf.Tensor2D;
  /** The gradient in each matrix. */
  gradient(weights: readonly tf.Tensor2D[], images: ImageTensors, pull: Pull): Slopes;
}

/** @param patches in an image. */
export type MakeTensorNetwork = (settings: NetworkSettings, patches: number, constants: Constants) => TensorNetwork;

/** The fixed head a = (1/m, …, −1/m, …), the first m of class +1, as a column [2m × 1] or a row, times a number. */
export function head(width: number, constants: Constants, shape: 'column' | 'row', factor = 1): tf.Tensor2D {
  const values = Float32Array.from({ length: 2 * width }, (_, r) => (r < width ? factor : -factor) / width);
  return shape === 'column' ? constants.matrix(values, 2 * width, 1) : constants.matrix(values, 1, 2 * width);
}
