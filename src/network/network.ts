import type { PatchedImages } from '../images/patched-images';
import { huberizedRelu } from './activation';

/** A two-layer CNN with a fixed second layer: F_j(x) = (1/m) Σ_r Σ_p φ(⟨w_{j,r}, x^(p)⟩), f = F₊ − F₋. */
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
  const { filters, width } = network;
  const { count, patches, dimension, values } = images;
  const { value } = huberizedRelu(network.q, network.kappa);
  const f = new Float64Array(count);
  for (let row = 0; row < count * patches; row++) {
    let sum = 0;
    for (let r = 0; r < 2 * width; r++) {
      const z = inner(filters, r * dimension, values, row * dimension, dimension);
      if (z > 0) sum += r < width ? value(z) : -value(z);
    }
    f[Math.floor(row / patches)]! += sum / width;
  }
  return f;
}

/** ⟨a[from…], b[at…]⟩ over `length` entries. */
export function inner(a: Float64Array | Float32Array, from: number, b: Float64Array | Float32Array, at: number, length: number): number {
  let s0 = 0, s1 = 0, s2 = 0, s3 = 0, i = 0;
  for (; i + 3 < length; i += 4) {
    s0 += a[from + i]! * b[at + i]!;
    s1 += a[from + i + 1]! * b[at + i + 1]!;
    s2 += a[from + i + 2]! * b[at + i + 2]!;
    s3 += a[from + i + 3]! * b[at + i + 3]!;
  }
  for (; i < length; i++) s0 += a[from + i]! * b[at + i]!;
  return s0 + s1 + (s2 + s3);
}
