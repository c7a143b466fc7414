import { describe, expect, it } from 'vitest';
import { filterMatrix } from '../network/filters';
import { leading } from '../network/matrices';
import { takeSnapshot } from './snapshot';
import type { TrainerState } from './trainer';

const state = (filters: number[], loss = 0.5): TrainerState => ({
  step: 3,
  loss,
  trainAccuracy: 1,
  testAccuracy: null,
  testLoss: null,
  matrices: [filterMatrix(Float64Array.from(filters), 1)],
});

describe('a snapshot', () => {
  it('adds the singular values of the filters and their share in the signal span', () => {
    const snapshot = takeSnapshot(state([3, 0, 0, 4]), Float64Array.of(0, 1));
    expect([...leading(snapshot).singularValues]).toEqual([expect.closeTo(4, 12), expect.closeTo(3, 12)]);
    expect(leading(snapshot).signalShare).toBeCloseTo(16 / 25, 12);
    expect(snapshot).toMatchObject({ step: 3, loss: 0.5, trainAccuracy: 1, testAccuracy: null });
  });

  it('has no signal share where no signal span is known', () => {
    expect(leading(takeSnapshot(state([3, 0, 0, 4]), null)).signalShare).toBeNull();
  });

  it.each([NaN, Infinity, -Infinity])('of filters with %d has no singular values', (bad) => {
    const snapshot = takeSnapshot(state([3, 0, bad, 4]), Float64Array.of(0, 1));
    expect(leading(snapshot).singularValues.length).toBe(0);
    expect(leading(snapshot).signalShare).toBeNull();
  });
});
