import type { PatchedImages } from '../../../images/patched-images';
import { huberizedRelu } from '../../activation';

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

/**
 * z_r = ⟨w_r, x⟩ for every filter and the patch x that starts at `at`. Four filters at a time read a pixel once: twice
 * as fast as one by one.
 * @param filters [rows × d]. @param z [rows], overwritten.
 */
export function products(
  filters: Float64Array | Float32Array,
  values: Float64Array,
  at: number,
  dimension: number,
  z: Float64Array,
): void {
  const d = dimension,
    rows = z.length;
  let r = 0;
  for (; r + 3 < rows; r += 4) {
    const a = r * d,
      b = a + d,
      c = b + d,
      e = c + d;
    let s0 = 0,
      s1 = 0,
      s2 = 0,
      s3 = 0;
    for (let j = 0; j < d; j++) {
      const x = values[at + j]!;
      s0 += filters[a + j]! * x;
      s1 += filters[b + j]! * x;
      s2 += filters[c + j]! * x;
      s3 += filters[e + j]! * x;
    }
    z[r] = s0;
    z[r + 1] = s1;
    z[r + 2] = s2;
    z[r + 3] = s3;
  }
  for (; r < rows; r++) {
    let s = 0;
    for (let j = 0; j < d; j++) s += filters[r * d + j]! * values[at + j]!;
    z[r] = s;
  }
}
