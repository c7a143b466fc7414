import type { RandomStream } from '../../random';

/**
 * `count` orthonormal two-dimensional cosines (DCT-II) on an s × s patch, in zigzag order without the constant one.
 * @returns [count × s²], row-major. @throws RangeError where count > s² − 1.
 */
export function cosineBasis(side: number, count: number): Float64Array {
  const frequencies = zigzag(side).slice(1, count + 1);
  if (frequencies.length < count)
    throw new RangeError(`a patch of side ${side} has only ${side * side - 1} cosines, not ${count}`);
  const basis = new Float64Array(count * side * side);
  frequencies.forEach(([a, b], f) => {
    const scale = ((a === 0 ? 1 : Math.SQRT2) * (b === 0 ? 1 : Math.SQRT2)) / side;
    for (let y = 0; y < side; y++) {
      for (let x = 0; x < side; x++) {
        basis[(f * side + y) * side + x] =
          scale *
          Math.cos((Math.PI * (2 * y + 1) * a) / (2 * side)) *
          Math.cos((Math.PI * (2 * x + 1) * b) / (2 * side));
      }
    }
  });
  return basis;
}

/** The orthonormal cosines (DCT-II) on s points, [frequency × point]. */
export function cosines(side: number): Float64Array {
  return Float64Array.from({ length: side * side }, (_, i) => {
    const frequency = Math.floor(i / side),
      point = i % side;
    return Math.sqrt((frequency === 0 ? 1 : 2) / side) * Math.cos((Math.PI * (2 * point + 1) * frequency) / (2 * side));
  });
}

/** Pairs (vertical, horizontal frequency) by rising sum, alternating direction along each diagonal as in JPEG. */
export function zigzag(side: number): [number, number][] {
  const order: [number, number][] = [];
  for (let sum = 0; sum <= 2 * (side - 1); sum++) {
    const diagonal: [number, number][] = [];
    for (let a = Math.max(0, sum - side + 1); a <= Math.min(sum, side - 1); a++) diagonal.push([a, sum - a]);
    order.push(...(sum % 2 === 0 ? diagonal.toReversed() : diagonal));
  }
  return order;
}

/**
 * `count` random orthonormal vectors in R^d, by Gram–Schmidt on normals, done twice per vector so that they are
 * orthogonal to rounding. The first vectors stay the same when count grows.
 * @returns [count × d], row-major. @throws RangeError where count > d.
 */
export function randomBasis(dimension: number, count: number, stream: RandomStream): Float64Array {
  if (count > dimension) throw new RangeError(`${count} vectors cannot be orthogonal in ${dimension} dimensions`);
  const basis = new Float64Array(count * dimension);
  for (let f = 0; f < count; f++) {
    const v = basis.subarray(f * dimension, (f + 1) * dimension);
    for (let i = 0; i < dimension; i++) v[i] = stream.normal();
    const before = basis.subarray(0, f * dimension);
    projectOff(v, before);
    projectOff(v, before);
    const norm = Math.hypot(...v);
    for (let i = 0; i < dimension; i++) v[i]! /= norm;
  }
  return basis;
}

/** v ← (I − Π)v in place, Π the projection on the orthonormal rows of `basis` [r × d]. */
export function projectOff(v: Float64Array, basis: Float64Array): void {
  const d = v.length;
  for (let row = 0; row < basis.length; row += d) {
    let inner = 0;
    for (let i = 0; i < d; i++) inner += basis[row + i]! * v[i]!;
    for (let i = 0; i < d; i++) v[i]! -= inner * basis[row + i]!;
  }
}
