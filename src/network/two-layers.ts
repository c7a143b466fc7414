import type { PatchedImages } from '../images/patched-images';
import { huberizedRelu } from './activation';
import { products } from './products';

/** The two-layer network with a fixed second layer: F_j(x) = (1/m) Σ_r Σ_p φ(⟨w_{j,r}, x^(p)⟩), f = F₊ − F₋. */
export interface Network {
  /** [2m × d], row-major; the first m rows are class +1. */
  readonly filters: Float64Array | Float32Array;
  /** Width m. */
  readonly width: number;
  /** Exponent and threshold of the Huberized ReLU. */
  readonly q: number;
  readonly kappa: number;
}

/** Outputs f(x_i) in double precision. @returns [n]. */
export function outputs(network: Network, images: PatchedImages): Float64Array {
  const { width } = network;
  const { count, patches, dimension, values } = images;
  const { value } = huberizedRelu(network.q, network.kappa);
  const f = new Float64Array(count);
  const z = new Float64Array(2 * width);
  for (let row = 0; row < count * patches; row++) {
    products(network.filters, values, row * dimension, dimension, z);
    let sum = 0;
    for (let r = 0; r < 2 * width; r++) if (z[r]! > 0) sum += r < width ? value(z[r]!) : -value(z[r]!);
    f[Math.floor(row / patches)]! += sum / width;
  }
  return f;
}
