import * as tf from '@tensorflow/tfjs';
import { huberized, type Activated } from './activation';
import { head, type MakeTensorNetwork } from './network';
import { PatchSums } from './patches';

/** The two-layer network with a fixed second layer; without weight sharing its images have one patch. */
export const twoLayers: MakeTensorNetwork = ({ width, q, kappa }, patches, constants) => {
  const activate = huberized(q, kappa, constants);
  const sums = new PatchSums(patches, constants);
  const row = head(width, constants, 'row');
  const columns = new Map<number, tf.Tensor2D>();
  const column = (factor: number) => {
    if (!columns.has(factor)) columns.set(factor, head(width, constants, 'column', factor));
    return columns.get(factor)!;
  };
  const outputs = ({ terms }: Activated) => {
    let f: tf.Tensor2D | undefined;
    for (const { tensor, factor } of terms)
      f = tf.fused.matMul({ a: tensor, b: column(factor), ...(f && { bias: f }) }) as tf.Tensor2D;
    return sums.sum(f!);
  };
  return {
    outputs: ([filters], { rows }) => outputs(activate(rows, filters!)),
    gradient([filters], { rows }, pull) {
      const activated = activate(rows, filters!);
      const weights = tf.matMul(sums.repeat(pull(outputs(activated))), row);
      return [tf.matMul(tf.mul(activated.slope()!, weights), rows, true, false)];
    },
  };
};
