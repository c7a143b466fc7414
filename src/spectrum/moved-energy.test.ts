import { describe, expect, it } from 'vitest';
import { movedEnergy } from './moved-energy';

const axes = (...at: number[]) =>
  Float64Array.from(at.flatMap((axis) => Array.from({ length: 4 }, (_, j) => (j === axis ? 1 : 0))));

describe('what a matrix moved', () => {
  // Moves (3, 0, 4, 0) and (0, 0, 0, 5) from a start that has all of its energy elsewhere.
  const from = [0, 9, 0, 9, 9, 0, 0, 1],
    values = [3, 9, 4, 9, 9, 0, 0, 6];

  it('has its energy measured apart from where the matrix began', () => {
    const moved = movedEnergy(values, from, 4, axes(0, 2))!;
    expect(moved.share).toBeCloseTo(25 / 50, 14);
    expect([...moved.along]).toEqual([expect.closeTo(9 / 50, 14), expect.closeTo(16 / 50, 14)]);
    expect(movedEnergy(values, from, 4, axes(0, 1, 2, 3))!.share).toBe(1);
  });

  it('has followed the directions with a part of the most energy, and with more than the others have', () => {
    expect(movedEnergy(values, from, 4, axes(0, 1, 2, 3))!.followed).toBe(3);
    // Half of the energy is on the other two directions, a quarter each: more than along the first axis.
    expect(movedEnergy(values, from, 4, axes(0, 2))!.followed).toBe(1);
    expect(movedEnergy([10, 0.99, 0, 0], [0, 0, 0, 0], 4, axes(0, 1))!.followed).toBe(1);
    expect(movedEnergy([10, 1.01, 0, 0], [0, 0, 0, 0], 4, axes(0, 1))!.followed).toBe(2);
  });

  it('is nothing at all where nothing moved, and neither overflows nor vanishes', () => {
    expect(movedEnergy(values, values, 4, axes(0))).toBeNull();
    for (const scale of [1e-200, 1e200])
      expect(movedEnergy([3 * scale, 0, 4 * scale, 0], [0, 0, 0, 0], 4, axes(0))!.share).toBeCloseTo(9 / 25, 14);
  });

  it('names shapes that do not fit', () => {
    expect(() => movedEnergy(values, [1], 4, axes(0))).toThrow(RangeError);
    expect(() => movedEnergy(values, from, 4, new Float64Array(5))).toThrow(RangeError);
  });
});
