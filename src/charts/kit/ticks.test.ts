import { describe, expect, it } from 'vitest';
import { logTicks, octaveTicks } from './log-ticks';
import { stepScale } from './scales';
import { stepTicks } from './step-ticks';
import { rangeTicks, valueTicks } from './ticks';

const values = (list: readonly { value: number }[]) => list.map(({ value }) => value).toSorted((a, b) => a - b);

describe('ticks of ranks and ratios', () => {
  it('double from one to the next', () => {
    expect(values(octaveTicks(1, 64, 120, 17))).toEqual([1, 2, 4, 8, 16, 32, 64]);
  });
  it('end, whatever the axis ends at', () => {
    const ends = [0, 5e-324, 1, 1e308, Infinity, NaN, -1];
    for (const from of ends)
      for (const to of ends)
        for (const ticks of [logTicks(from, to, 120, 20), octaveTicks(from, to, 120, 17)])
          expect(ticks.length).toBeLessThanOrEqual(20);
  });
  it('skip octaves in a low chart', () => {
    expect(values(octaveTicks(1, 64, 60, 17))).toEqual([1, 4, 16, 64]);
  });
});

describe('ticks of steps', () => {
  const onAxis = (steps: number, pixels: number) => stepTicks(steps, 'step 0', stepScale(steps, [0, pixels]), 13);

  it('are closer at the start, end with the last step and name the unit once', () => {
    expect(values(onAxis(300, 950))).toEqual([0, 10, 20, 30, 50, 100, 200, 300]);
    expect(onAxis(300, 950).filter(({ text }) => text.includes('step'))).toHaveLength(1);
  });
  it('leave out a round step too near the last, and what has no room on a phone', () => {
    expect(values(onAxis(310, 950))).toEqual([0, 10, 20, 30, 50, 100, 200, 310]);
    expect(values(onAxis(300, 260))).toEqual([0, 10, 30, 50, 100, 300]);
  });
  it.each([1, 2, 3, 7, 12, 29, 30, 99, 20_000])('are a few of a run of %i steps, its ends among them', (steps) => {
    const found = values(onAxis(steps, 600));
    expect([found[0], found.at(-1)]).toEqual([0, steps]);
    expect(found.length).toBeLessThan(16);
  });
  it('survive a run of no steps', () => {
    expect(values(stepTicks(0, 'step 0', () => 0, 11))).toEqual([0]);
  });
});

describe('ticks of other quantities', () => {
  const texts = (list: readonly { text: string }[]) => list.map(({ text }) => text);

  it('stand at decades, and between them where these are few', () => {
    expect(texts(logTicks(0.005, 1, 120, 20))).toEqual(['1', '0.1', '0.01']);
    expect(texts(logTicks(0.02, 1, 120, 20)).toSorted()).toEqual(['0.02', '0.05', '0.1', '0.2', '0.5', '1']);
    expect(logTicks(1e-9, 1, 100, 20).length).toBeLessThanOrEqual(6);
  });
  it('have a true minus sign', () => {
    expect(texts(rangeTicks(-1, 1, 136, 34))).toEqual(['−1', '−0.5', '0', '0.5', '1']);
  });
  it('give way to a number that names something', () => {
    const ticks = valueTicks(0.6, [{ value: 0.2, text: 'now σ = 0.20' }], (value) => value * 500, 300, 11);
    expect(ticks.find(({ strong }) => strong)?.text).toBe('now σ = 0.20');
    expect(texts(ticks)).not.toContain('0.2');
  });
});
