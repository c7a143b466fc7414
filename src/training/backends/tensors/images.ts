import * as tf from '@tensorflow/tfjs';
import type { PatchedImages } from '../../../images/patched-images';
import type { ImageTensors, Pull } from './network';

/** Some images on a tfjs engine, with what their labels make of outputs. */
export interface Piece extends ImageTensors {
  /** −y, [n × 1]. */
  readonly against: tf.Tensor2D;
  /** −y/N, [n × 1], N the number of images whose mean loss is meant. */
  readonly shares: tf.Tensor2D;
}

/** Uploads images in pieces of at most so many. They live until they are disposed of. */
export function upload(images: PatchedImages, most: number): Piece[] {
  const { count, patches, dimension, values, labels } = images;
  const pieces: Piece[] = [];
  for (let from = 0; from < count; from += most) {
    const to = Math.min(count, from + most),
      size = patches * dimension;
    const column = (by: number) =>
      tf.keep(
        tf.tensor2d(
          Float32Array.from(labels.slice(from, to), (y) => -y / by),
          [to - from, 1],
        ),
      );
    pieces.push({
      count: to - from,
      patches,
      rows: tf.keep(
        tf.tensor2d(Float32Array.from(values.subarray(from * size, to * size)), [(to - from) * patches, dimension]),
      ),
      against: column(1),
      shares: column(count),
    });
  }
  return pieces;
}

export function disposePieces(pieces: readonly Piece[]): void {
  for (const { rows, against, shares } of pieces) tf.dispose([rows, against, shares]);
}

/** The mean logistic loss's derivative in outputs: −y σ(−y f)/N. */
export function pullOf({ against, shares }: Piece): Pull {
  return (outputs) => tf.mul(tf.sigmoid(tf.mul(against, outputs)), shares);
}
