import { describe, expect, it } from 'vitest';
import { defaults } from '../../experiment/parameters';
import type { ClaimPoint } from './claim-curve';
import { toldOf } from './claim-told';

const point = (sigma: number, said: Partial<ClaimPoint> = {}): ClaimPoint => ({
  sigma,
  data: 40,
  filters: 8,
  share: 0.1,
  testAccuracy: 0.9,
  diverged: false,
  own: false,
  experiment: { ...defaults, sigma },
  ...said,
});
const signal = [0, 0.1, 0.2].map((sigma) => point(sigma, { share: 1, filters: 4.5, testAccuracy: 1 }));
const after = (...points: ClaimPoint[]) => ({
  points: [...signal, ...points],
  noisy: [[0.25, points.at(-1)!.sigma]] as const,
  half: 0.25,
});

describe('what is said of the levels where noise leads', () => {
  it('is nothing where it leads nowhere', () => {
    expect(toldOf({ points: signal, noisy: [], half: null })).toBeNull();
    expect(toldOf({ points: [], noisy: [], half: null })).toBeNull();
  });
  it('is said from the half-way point on where noise leads to the end', () => {
    expect(toldOf(after(point(0.3), point(0.4)))).toMatchObject({ from: 0.25, chance: null });
    const between = { ...after(point(0.3), point(0.4)), noisy: [[0.25, 0.3]] as const };
    expect(toldOf(between)).toMatchObject({ from: null, chance: null });
  });
  it('calls the rank low only where it is, at every level, half of the data’s', () => {
    expect(toldOf(after(point(0.3), point(0.4, { filters: 9.4, data: 37 })))!.low).toEqual({ filters: 9.4, data: 37 });
    expect(toldOf(after(point(0.3), point(0.4, { filters: 30 })))!.low).toBeNull();
    expect(toldOf(after(point(0.3), point(0.4, { filters: null })))!.low).toBeNull();
  });
  it('speaks of chance from the first level on after which no test accuracy is better', () => {
    const chance = (...accuracies: (number | null)[]) =>
      toldOf(after(...accuracies.map((testAccuracy, i) => point(0.3 + i / 10, { testAccuracy }))))!.chance;
    expect(chance(0.9, 0.53, 0.51)).toBeCloseTo(0.4);
    expect(chance(0.52, 0.53)).toBe(0.3);
    expect(chance(0.53, 0.7)).toBeNull();
    expect(chance(0.53, null)).toBeNull();
  });
});
