import type { PatchedImages } from '../../../images/patched-images';
import { lossSlope } from '../../../network/loss';

/**
 * f of each image: the sums of its patches' rows, over m. Where workers own some of the filters each, `sums` are partial and
 * so is f: adding the workers' outputs gives the whole.
 *
 * @param sums [row], Σ_r sign_r φ(⟨w_r, x⟩). @param rowOfPatch [n × P], −1 for none. @param out [n]
 */
export function imageOutputs(
  sums: Float32Array,
  rowOfPatch: Int32Array,
  patches: number,
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
  images: PatchedImages,
  rowOfPatch: Int32Array,
  lr: number,
  out: Float64Array,
): void {
  const { count, patches, labels } = images;
  out.fill(0);
  for (let i = 0, at = 0; i < count; i++) {
    const weight = -lr * lossSlope(outputs[i]!, labels[i]!, count);
    for (let p = 0; p < patches; p++, at++) {
      const row = rowOfPatch[at]!;
      if (row >= 0) out[row] = out[row]! + weight;
    }
  }
}
