import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasValues, type HistoryPoint } from '../../training/snapshot';
import { keptFilters, recordedFilters } from '../../training/testing-points';
import { thinFrames } from './thin-frames';

const point = (step: number, kept = true): HistoryPoint => ({
  step,
  loss: 0.5,
  trainAccuracy: 1,
  testAccuracy: null,
  testLoss: null,
  matrices: kept ? keptFilters([]) : recordedFilters([]),
});
const kept = (history: readonly HistoryPoint[]) => history.filter(hasValues).map(({ step }) => step);
/** Memory for so many frames. */
const room = (frames: number) => frames * new Float64Array(4).byteLength;

const rising = fc
  .uniqueArray(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 60 })
  .map((steps) => steps.toSorted((a, b) => a - b).map((step) => point(step)));

describe('thinning the filters of a run', () => {
  it('leaves a history that fits as the same object', () => {
    const history = [point(0), point(1), point(2, false)];
    expect(thinFrames(history, room(2))).toBe(history);
    expect(thinFrames([], 0)).toEqual([]);
  });

  it('keeps every point, the first and the last filters, and no more than fit', () => {
    fc.assert(
      fc.property(rising, fc.integer({ min: 2, max: 40 }), (history, frames) => {
        const thinned = thinFrames(history, room(frames));
        expect(thinned.map(({ step }) => step)).toEqual(history.map(({ step }) => step));
        expect(kept(thinned).length).toBeLessThanOrEqual(frames);
        expect(thinned[0]!.matrices).toBe(history[0]!.matrices);
        expect(thinned.at(-1)!.matrices).toBe(history.at(-1)!.matrices);
      }),
    );
  });

  it('keeps the two ends even where there is no room for them', () => {
    expect(
      kept(
        thinFrames(
          [0, 1, 2, 3, 4].map((step) => point(step)),
          0,
        ),
      ),
    ).toEqual([0, 4]);
  });

  it('keeps every second of evenly spaced ones', () => {
    expect(
      kept(
        thinFrames(
          [0, 1, 2, 3, 4, 5, 6, 7, 8].map((step) => point(step)),
          room(8),
        ),
      ),
    ).toEqual([0, 2, 4, 6, 8]);
  });

  it('leaves them evenly spread however often more is recorded', () => {
    let history: readonly HistoryPoint[] = [point(0)];
    for (let step = 2; step <= 4000; step += 2) history = thinFrames([...history, point(step)], room(32));
    const steps = kept(history);
    const gaps = steps.slice(1).map((step, i) => step - steps[i]!);
    expect(steps.length).toBeGreaterThan(12);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(256);
  });

  it('does not touch what was recorded: a point that gives up its filters is another object', () => {
    const history = [0, 1, 2, 3].map((step) => point(step));
    thinFrames(history, room(2));
    expect(kept(history)).toEqual([0, 1, 2, 3]);
  });
});
