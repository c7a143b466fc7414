import { describe, expect, it } from 'vitest';
import { stepAfter, type Pace } from './pace';

/** The steps that whoever watches is at, a frame after another. */
function frames(steps: number, pace: Pace = 'usual', frame = 1000 / 60): number[] {
  const seen = [0];
  while (seen.at(-1)! < steps) seen.push(stepAfter(seen.at(-1)!, frame, steps, pace));
  return seen;
}
const seconds = (count: number, frame = 1000 / 60) => (count * frame) / 1000;

describe('a watched run', () => {
  it.each([200, 300, 1000, 20_000])('of %i steps takes six to eight seconds', (steps) => {
    for (const frame of [1000 / 144, 1000 / 60, 1000 / 30, 250]) {
      const took = seconds(frames(steps, 'usual', frame).length - 1, frame);
      expect(took).toBeGreaterThan(6);
      expect(took).toBeLessThan(8);
    }
  });

  it('of few steps takes less, and four times as long in slow motion', () => {
    expect(seconds(frames(40).length)).toBeCloseTo(1.6, 1);
    expect(seconds(frames(1).length)).toBeLessThan(0.1);
    expect(seconds(frames(300, 'slow').length)).toBeCloseTo(28, 0);
  });

  it('spends most of its time where singular values rise by default', () => {
    const seen = frames(300);
    const there = seen.filter((step) => step >= 15 && step < 60).length;
    expect(there / seen.length).toBeGreaterThan(0.5);
  });

  it('never stands still and never goes back, wherever it is taken up', () => {
    for (const steps of [1, 7, 300, 20_000])
      for (let step = 0; step < steps; step += Math.max(1, Math.floor(steps / 50)))
        expect(stepAfter(step, 10, steps, 'slow')).toBeGreaterThan(step);
    expect(stepAfter(300, 10, 300, 'usual')).toBe(300);
    expect(stepAfter(12, 0, 300, 'usual')).toBeCloseTo(12, 6);
  });
});
