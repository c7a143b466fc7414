import { describe, expect, it } from 'vitest';
import type { HistoryPoint } from '../../training/snapshot';
import { recordedFilters } from '../../training/testing-points';
import { curveEvents, runEvents } from './run-events';

const point = (step: number, singularValues: number[], rest: Partial<HistoryPoint> = {}): HistoryPoint => ({
  step,
  loss: 0.69,
  trainAccuracy: 0.5,
  testAccuracy: null,
  testLoss: null,
  matrices: recordedFilters(singularValues),
  ...rest,
});
const rise = (first: number, last = first) => ({ kind: 'rise', first, last });

describe('the moments of a run', () => {
  it('are those at which singular values of the signal rise, the loss halves and the images are fitted, in their order', () => {
    const history = [
      point(0, [1, 1, 1]),
      point(10, [6, 1, 1], { trainAccuracy: 1 }),
      point(20, [9, 6, 4], { loss: 0.5, trainAccuracy: 1 }),
      point(30, [9, 9, 9], { loss: 0.3, trainAccuracy: 1 }),
    ];
    expect(runEvents(history, 2)).toEqual([
      { step: 10, moment: rise(1) },
      { step: 10, moment: { kind: 'fitted' } },
      { step: 20, moment: rise(2) },
      { step: 30, moment: { kind: 'half' } },
    ]);
    expect(runEvents(history, 3).map(({ moment }) => moment)).toContainEqual(rise(3));
  });

  it('tell of values that rise together at once', () => {
    expect(runEvents([point(0, [1, 1, 1]), point(4, [5, 5, 5])], 3)).toEqual([{ step: 4, moment: rise(1, 3) }]);
  });

  it('stay a handful where many values rise one by one', () => {
    const history = Array.from({ length: 33 }, (_, step) =>
      point(
        step,
        Array.from({ length: 32 }, (__, i) => (i < step ? 10 : 1)),
      ),
    );
    expect(runEvents(history, 32).map(({ moment }) => moment)).toEqual(
      [1, 2, 4, 8, 16, 32].map((value) => rise(value)),
    );
  });

  it('are none of a run without noise to tell of, or without steps', () => {
    expect(runEvents([], 6)).toEqual([]);
    expect(runEvents([point(0, [1, 1])], 2)).toEqual([]);
    expect(curveEvents([], 'stable', 6)).toEqual([]);
  });

  it('name a dip of the rank on the curve where it is a clear one', () => {
    const history = [point(0, [1, 1, 1, 1]), point(5, [4, 1, 1, 1]), point(9, [4, 4, 4, 4])];
    const dip = (leaders: number, risen: object | null) => [
      { step: 5, moment: { kind: 'dip', step: 5, leaders, risen } },
    ];
    expect(curveEvents(history, 'stable', 4)).toEqual(dip(1, null));
    expect(curveEvents(history.slice(0, 2), 'stable', 4)).toEqual([]);
    // Those that rise later are told of where they have.
    const rises = [point(0, [1, 1, 1, 1]), point(5, [9, 5, 2, 2]), point(9, [9, 9, 4, 4]), point(12, [9, 9, 9, 4])];
    expect(curveEvents(rises, 'stable', 4)).toEqual(dip(2, { count: 3, step: 12 }));
    expect(curveEvents(rises, 'stable', 2)).toEqual(dip(2, null));
  });
});
