import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankNotions, rankOf } from '../../spectrum/ranks';
import type { HistoryPoint } from '../../training/snapshot';
import { keptFilters, recordedFilters } from '../../training/testing-points';
import { indexAt, pointAt, valuesAt } from './frames';
import { rankAt } from './ranks';

const point = (step: number, kept = true): HistoryPoint => ({
  step,
  loss: 0.5,
  trainAccuracy: 1,
  testAccuracy: null,
  testLoss: null,
  matrices: kept ? keptFilters([]) : recordedFilters([]),
});

const rising = fc
  .uniqueArray(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 60 })
  .map((steps) => steps.toSorted((a, b) => a - b).map((step) => point(step)));

describe('the recorded point at a step', () => {
  it('is the last at or before it, as a search from the end would find', () => {
    fc.assert(
      fc.property(rising, fc.integer({ min: -5, max: 510 }), (history, step) => {
        expect(indexAt(history, step)).toBe(history.findLastIndex((other) => other.step <= step));
        expect(pointAt(history, step)).toBe(history.findLast((other) => other.step <= step) ?? history[0]);
      }),
    );
  });

  it('is none in an empty history', () => {
    expect([indexAt([], 3), pointAt([], 3), valuesAt([], 3)]).toEqual([-1, null, null]);
  });

  it('has the filters of the last before it that kept them, or the first that have', () => {
    const history = [point(0, false), point(2), point(4, false), point(6)];
    expect([0, 1, 2, 5, 6, Infinity].map((step) => valuesAt(history, step)!.step)).toEqual([2, 2, 2, 2, 6, 6]);
    expect(valuesAt([point(0, false)], 0)).toBeNull();
  });
});

describe('the rank of a recorded step', () => {
  it('is that of its singular values by each notion, also when it is asked for again', () => {
    const singularValues = Float64Array.of(3, 2, 0.1);
    for (const notion of [...rankNotions, ...rankNotions])
      expect(rankAt({ ...point(0), matrices: recordedFilters(singularValues) }, notion)).toBe(
        rankOf(notion, singularValues),
      );
  });
});
