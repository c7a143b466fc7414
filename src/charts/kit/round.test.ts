import { ticks } from 'd3';
import { describe, expect, it } from 'vitest';
import { roundValues } from './round';

const ends = [0.003, 0.07, 0.66, 1, 2, 4.3, 6, 9.99, 41.7, 48, 64, 99.5, 640, 12345];

describe('round values', () => {
  it('are those of d3, whatever the range', () => {
    for (const to of ends)
      for (const from of [0, to / 3, -to])
        for (const count of [1, 2, 4, 6, 9])
          expect(roundValues(from, to, count), `${from} to ${to}`).toEqual(ticks(from, to, count));
    expect(roundValues(2, 2, 4)).toEqual([2]);
    expect(roundValues(0, 1, 0)).toEqual([]);
    expect(roundValues(0, NaN, 4)).toEqual([]);
  });
});
