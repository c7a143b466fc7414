import { describe, expect, it } from 'vitest';
import { isPoint, nextPoint, pointsOf, recordedSteps } from './recorded-steps';

describe('the recorded steps of a run', () => {
  it.each([1, 2, 40, 300, 1000, 20_000])('of %i steps go from its first to its last, closer at its start', (steps) => {
    const at = recordedSteps(steps);
    expect([at[0], at.at(-1)]).toEqual([0, steps]);
    const gaps = at.slice(1).map((step, i) => step - at[i]!);
    // The last is what is left.
    expect(gaps.slice(0, -1)).toEqual(gaps.slice(0, -1).toSorted((a, b) => a - b));
    expect(Math.min(...gaps)).toBeGreaterThan(0);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(50);
    expect(at.length).toBeLessThan(650);
  });

  it('are every step of a short run, and of the default one up to where its singular values have risen', () => {
    expect(recordedSteps(40)).toEqual(Array.from({ length: 41 }, (_, step) => step));
    expect(recordedSteps(300).slice(0, 101)).toEqual(Array.from({ length: 101 }, (_, step) => step));
    expect(recordedSteps(300).length).toBeLessThan(180);
  });

  it('of a coarse record are some of those of a full one, its ends among them', () => {
    for (const steps of [1, 40, 300, 20_000]) {
      const [coarse, full] = [pointsOf('coarse', steps), pointsOf('full', steps)];
      expect(coarse.every((step) => full.includes(step))).toBe(true);
      expect([coarse[0], coarse.at(-1)]).toEqual([0, steps]);
    }
    expect(pointsOf('coarse', 300).length).toBeLessThan(40);
    expect(pointsOf('end', 300)).toEqual([]);
  });

  it('are known by a step', () => {
    const at = recordedSteps(300);
    for (let step = 0; step <= 300; step++) expect(isPoint(step, 300)).toBe(at.includes(step));
    expect([nextPoint(at, 0), nextPoint(at, 299), nextPoint(at, 300), nextPoint([], 3)]).toEqual([
      1,
      300,
      Infinity,
      Infinity,
    ]);
  });
});
