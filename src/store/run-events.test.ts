import { describe, expect, it } from 'vitest';
import type { HistoryPoint } from '../training/snapshot';
import { curveEvents, runEvents } from './run-events';

const point = (step: number, singularValues: number[], rest: Partial<HistoryPoint> = {}): HistoryPoint =>
  ({ step, loss: 0.69, trainAccuracy: 0.5, testAccuracy: null, signalShare: null, filters: null, singularValues: Float64Array.from(singularValues), ...rest });

describe('the moments of a run', () => {
  it('are those at which singular values of the signal rise, the loss halves and the images are fitted, in their order', () => {
    const history = [
      point(0, [1, 1, 1]),
      point(10, [6, 1, 1], { trainAccuracy: 1 }),
      point(20, [9, 6, 4], { loss: 0.5, trainAccuracy: 1 }),
      point(30, [9, 9, 9], { loss: 0.3, trainAccuracy: 1 }),
    ];
    expect(runEvents(history, 2)).toEqual([
      { step: 10, text: 'singular value 1 rises' }, { step: 10, text: 'training accuracy 1' },
      { step: 20, text: 'singular value 2 rises' }, { step: 30, text: 'loss halves' },
    ]);
    expect(runEvents(history, 3).map(({ text }) => text)).toContain('singular value 3 rises');
  });

  it('tell of values that rise together at once', () => {
    expect(runEvents([point(0, [1, 1, 1]), point(4, [5, 5, 5])], 3)).toEqual([{ step: 4, text: 'singular values 1–3 rise' }]);
  });

  it('stay a handful where many values rise one by one', () => {
    const history = Array.from({ length: 33 }, (_, step) => point(step, Array.from({ length: 32 }, (__, i) => (i < step ? 10 : 1))));
    expect(runEvents(history, 32).map(({ text }) => text)).toEqual([1, 2, 4, 8, 16, 32].map((value) => `singular value ${value} rises`));
  });

  it('are none of a run without noise to tell of, or without steps', () => {
    expect(runEvents([], 6)).toEqual([]);
    expect(runEvents([point(0, [1, 1])], 2)).toEqual([]);
    expect(curveEvents([], 'stable')).toEqual([]);
  });

  it('name a dip of the rank on the curve where it is a clear one', () => {
    const history = [point(0, [1, 1, 1, 1]), point(5, [4, 1, 1, 1]), point(9, [4, 4, 4, 4])];
    expect(curveEvents(history, 'stable')).toEqual([{ step: 5, text: 'few directions lead' }]);
    expect(curveEvents(history.slice(0, 2), 'stable')).toEqual([]);
  });
});
