import type { Labelled } from './filter-bank';
import { lossSlope } from '../../../network/loss';

/**
 * f of each image: the sums of its patches' rows, over m.
 *
 * @param sums [row], Σ_r sign_r φ(⟨w_r, x⟩). @param out [n]
 */
export function imageOutputs(
  sums: Float32Array,
  { patches, rowOfPatch }: Pick<Labelled, 'patches' | 'rowOfPatch'>,
  m: number,
  out: Float64Array,
): void {
  for (let i = 0, at = 0; i < out.length; i++) {
    let sum = 0;
    for (let p = 0; p < patches; p++, at++) {
      const row = rowOfPatch[at]!;
      if (row >= 0) sum += sums[row]!;
    }
    out[i] = sum / m;
  }
}

/**
 * What the slopes of each row are multiplied with in the step of a class +1 filter: −lr·Σ ∂L/∂f_i over the images i that
 * hold the row. (The m of η and the 1/m of f cancel.)
 *
 * @param out [row]
 */
export function rowWeights(
  outputs: Float64Array,
  { count, patches, labels, rowOfPatch }: Labelled,
  lr: number,
  out: Float64Array,
): void {
  out.fill(0);
  for (let i = 0, at = 0; i < count; i++) {
    const weight = -lr * lossSlope(outputs[i]!, labels[i]!, count);
    for (let p = 0; p < patches; p++, at++) {
      const row = rowOfPatch[at]!;
      if (row >= 0) out[row] = out[row]! + weight;
    }
  }
}
