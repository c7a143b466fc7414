import { describe, expect, it } from 'vitest';
import { hasDiverged } from './divergence';
import type { HistoryPoint } from './snapshot';
import { recordedFilters } from './testing-points';

const point = (step: number, loss: number, finite = true): HistoryPoint => ({
  step,
  loss,
  trainAccuracy: 0.5,
  testAccuracy: null,
  testLoss: null,
  matrices: recordedFilters(finite ? [2, 1] : []),
});
const run = (losses: readonly number[], stride = 10) => losses.map((loss, i) => point(i * stride, loss));

describe('a run has diverged', () => {
  it('as soon as its loss or its filters are not finite', () => {
    expect(hasDiverged([point(0, 0.7), point(1, NaN)])).toBe(true);
    expect(hasDiverged([point(0, 0.7), point(1, Infinity)])).toBe(true);
    expect(hasDiverged([point(0, 0.7), point(1, 0.6, false)])).toBe(true);
  });

  it('when its loss stays out of bounds for a hundred steps', () => {
    expect(hasDiverged(run([0.7, ...Array<number>(9).fill(30)]))).toBe(false);
    expect(hasDiverged(run([0.7, ...Array<number>(10).fill(30)]))).toBe(true);
    expect(hasDiverged(run(Array<number>(11).fill(30)))).toBe(true);
  });

  it('not while it comes back from a few bad steps, nor before it began', () => {
    expect(hasDiverged(run([0.7, 400, 60, 8, 2, 0.1, 0, 0, 0, 0, 0, 0, 0]))).toBe(false);
    expect(hasDiverged([])).toBe(false);
  });
});
