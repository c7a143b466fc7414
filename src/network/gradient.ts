import type { PatchedImages } from '../images/patched-images';
import { huberizedRelu } from './activation';
import { lossSlope } from './loss';
import { inner, type Network } from './network';

/**
 * Gradient of the mean logistic loss in the filters, by hand:
 * ∂L/∂w_r = ±(1/m) Σ_i ∂L/∂f_i Σ_p φ'(⟨w_r, x_i^(p)⟩) x_i^(p), minus for class −1.
 * Works image by image, so that memory does not grow with n.
 * @param into [2m × d], overwritten with the gradient.
 * @param onImage told the number of images done after each.
 * @returns outputs f(x_i), [n].
 */
export function gradient(network: Network, images: PatchedImages, into: Float64Array, onImage?: (done: number) => void): Float64Array {
  const { filters, width } = network;
  const { count, patches, dimension, values, labels } = images;
  const { value, slope } = huberizedRelu(network.q, network.kappa);
  const f = new Float64Array(count);
  const slopes = new Float64Array(patches * 2 * width);
  into.fill(0);
  for (let i = 0; i < count; i++) {
    let sum = 0;
    for (let p = 0; p < patches; p++) {
      const at = (i * patches + p) * dimension;
      for (let r = 0; r < 2 * width; r++) {
        const z = inner(filters, r * dimension, values, at, dimension);
        slopes[p * 2 * width + r] = slope(z);
        if (z > 0) sum += r < width ? value(z) : -value(z);
      }
    }
    f[i] = sum / width;
    const scale = lossSlope(f[i]!, labels[i]!, count) / width;
    for (let p = 0; p < patches; p++) {
      const at = (i * patches + p) * dimension;
      for (let r = 0; r < 2 * width; r++) {
        const c = slopes[p * 2 * width + r]! * (r < width ? scale : -scale);
        if (c === 0) continue;
        const row = r * dimension;
        for (let j = 0; j < dimension; j++) into[row + j]! += c * values[at + j]!;
      }
    }
    onImage?.(i + 1);
  }
  return f;
}
