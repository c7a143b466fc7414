import { describe, expect, it } from 'vitest';
import { randomStream } from '../../random';
import { cosineBasis, projectOff, randomBasis } from './signal-basis';

/** Largest entry of |BBᵀ − I| for the rows of B [count × d]. */
function distanceFromOrthonormal(basis: Float64Array, count: number): number {
  const d = basis.length / count;
  let worst = 0;
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < count; j++) {
      let inner = 0;
      for (let c = 0; c < d; c++) inner += basis[i * d + c]! * basis[j * d + c]!;
      worst = Math.max(worst, Math.abs(inner - (i === j ? 1 : 0)));
    }
  }
  return worst;
}

const random = (d: number, count: number, seed = 1) => randomBasis(d, count, randomStream(seed, 'signal basis'));

// Sums of up to 784 products of rounding error 1e-16 each stay well below this.
const rounding = 1e-12;

describe('the cosine basis', () => {
  it.each([
    [2, 2],
    [3, 8],
    [8, 6],
    [8, 32],
    [14, 32],
    [28, 32],
  ])('of side %d is orthonormal with %d vectors', (side, count) => {
    expect(distanceFromOrthonormal(cosineBasis(side, count), count)).toBeLessThan(rounding);
  });

  it('leaves out the constant: every vector sums to zero', () => {
    const basis = cosineBasis(8, 32);
    for (let f = 0; f < 32; f++)
      expect(Math.abs(basis.subarray(f * 64, (f + 1) * 64).reduce((a, b) => a + b, 0))).toBeLessThan(rounding);
  });

  it('goes through the frequencies in zigzag order, as JPEG does', () => {
    const side = 8,
      count = 14,
      basis = cosineBasis(side, count);
    /** Whole half-waves along one direction: sign changes in the row or column where the vector is largest. */
    const halfWaves = (f: number, along: 'x' | 'y') => {
      const at = (x: number, y: number) => basis[f * 64 + y * side + x]!;
      const line = Array.from({ length: side }, (_, i) => (along === 'x' ? at(i, 0) : at(0, i)));
      return line.filter((v, i) => i > 0 && v * line[i - 1]! < 0).length;
    };
    // (vertical, horizontal) pairs of the standard zigzag, from its second entry.
    expect(Array.from({ length: count }, (_, f) => [halfWaves(f, 'y'), halfWaves(f, 'x')])).toEqual([
      [0, 1],
      [1, 0],
      [2, 0],
      [1, 1],
      [0, 2],
      [0, 3],
      [1, 2],
      [2, 1],
      [3, 0],
      [4, 0],
      [3, 1],
      [2, 2],
      [1, 3],
      [0, 4],
    ]);
  });

  it('keeps its first vectors when it grows', () => {
    expect(cosineBasis(8, 20).subarray(0, 6 * 64)).toEqual(cosineBasis(8, 6));
  });

  it('refuses more vectors than there are', () => {
    expect(cosineBasis(2, 3).length).toBe(12);
    expect(() => cosineBasis(2, 4)).toThrow(RangeError);
  });
});

describe('a random basis', () => {
  it.each([
    [4, 4],
    [9, 2],
    [64, 6],
    [64, 32],
    [784, 32],
  ])('in R^%d is orthonormal with %d vectors', (d, count) => {
    for (const seed of [1, 2, 3]) expect(distanceFromOrthonormal(random(d, count, seed), count)).toBeLessThan(rounding);
  });

  it('keeps its first vectors when it grows', () => {
    expect(random(64, 20).subarray(0, 6 * 64)).toEqual(random(64, 6));
  });

  it('is another one for another seed', () => {
    expect(random(64, 6, 2)).not.toEqual(random(64, 6, 1));
  });

  it('refuses more vectors than dimensions', () => {
    expect(() => random(4, 5)).toThrow(RangeError);
  });
});

describe('projecting off a span', () => {
  it('removes what lies in it and keeps the rest', () => {
    const basis = random(16, 5),
      v = Float64Array.from({ length: 16 }, randomStream(4, 'v').normal);
    const inSpan = new Float64Array(16);
    for (let r = 0; r < 5; r++) {
      let inner = 0;
      for (let i = 0; i < 16; i++) inner += basis[r * 16 + i]! * v[i]!;
      for (let i = 0; i < 16; i++) inSpan[i]! += inner * basis[r * 16 + i]!;
    }
    const left = v.slice();
    projectOff(left, basis);
    for (let i = 0; i < 16; i++) expect(left[i]! + inSpan[i]!).toBeCloseTo(v[i]!, 12);
    const twice = left.slice();
    projectOff(twice, basis);
    for (let i = 0; i < 16; i++) expect(twice[i]).toBeCloseTo(left[i]!, 12);
  });
});
