import type { PatchedImages } from '../images/patched-images';
import { huberizedRelu } from './activation';
import { lossSlope } from './loss';
import { products } from './products';
import type { Network } from './two-layers';

/**
 * Gradient of the mean logistic loss in the filters, by hand:
 * ∂L/∂w_r = ±(1/m) Σ_i ∂L/∂f_i Σ_p φ'(⟨w_r, x_i^(p)⟩) x_i^(p), minus for class −1.
 * Works image by image, so that memory does not grow with n.
 * @param into [2m × d], overwritten with the gradient.
 * @param onImage told the number of images done after each.
 * @returns outputs f(x_i), [n].
 */
export function gradient(
  network: Network,
  images: PatchedImages,
  into: Float64Array,
  onImage?: (done: number) => void,
): Float64Array {
  const { filters, width } = network;
  const { count, patches, dimension, values, labels } = images;
  const { value, slope } = huberizedRelu(network.q, network.kappa);
  const f = new Float64Array(count);
  const z = new Float64Array(patches * 2 * width);
  into.fill(0);
  for (let i = 0; i < count; i++) {
    let sum = 0;
    for (let p = 0; p < patches; p++) {
      const zs = z.subarray(p * 2 * width, (p + 1) * 2 * width);
      products(filters, values, (i * patches + p) * dimension, dimension, zs);
      for (let r = 0; r < 2 * width; r++) if (zs[r]! > 0) sum += r < width ? value(zs[r]!) : -value(zs[r]!);
    }
    f[i] = sum / width;
    const scale = lossSlope(f[i]!, labels[i]!, count) / width;
    for (let p = 0; p < patches; p++) {
      const at = (i * patches + p) * dimension;
      for (let r = 0; r < 2 * width; r++) {
        const active = z[p * 2 * width + r]!;
        if (!(active > 0)) continue;
        const c = slope(active) * (r < width ? scale : -scale);
        const row = r * dimension;
        for (let j = 0; j < dimension; j++) into[row + j]! += c * values[at + j]!;
      }
    }
    onImage?.(i + 1);
  }
  return f;
}
