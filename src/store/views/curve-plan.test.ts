import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaults, parameters, type Experiment } from '../../experiment/parameters';
import { anyExperiment } from '../../experiment/testing';
import type { CurveState, KnownRun } from '../state';
import { knownRun } from '../testing-known';
import { atLevel, bestOrder, curvePlan } from './curve-plan';
import { lineText } from './known';

const digits: Experiment = { ...defaults, data: 'mnist', sigma: 0.3 };
const planOf = (experiment: Experiment, line: readonly KnownRun[] = [], axis: CurveState['axis'] = null) =>
  curvePlan(experiment, line, axis);
/** Digits of which so much is tested right at these levels of noise. */
const tested = (accuracies: Readonly<Record<number, number | null>>) =>
  Object.entries(accuracies).map(([sigma, testAccuracy]) =>
    knownRun({ ...digits, sigma: Number(sigma) }, { summary: { testAccuracy } }),
  );

describe('the levels of a curve', () => {
  it('go in round steps to a round number near 1.4 σ*', () => {
    const steps = (experiment: Partial<Experiment>) => planOf({ ...defaults, ...experiment }).levels;
    expect(steps({})).toEqual([0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6]);
    expect(steps({ k: 5, sigma: 0 })).toEqual([0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5]);
    expect(steps({ side: 12, sigma: 0 }).at(-1)).toBe(0.4);
    expect(planOf(defaults)).toMatchObject({ end: 0.6, settled: true });
  });

  it('are ascending values that σ can have, from 0 to the end of the axis, with the current σ on it', () => {
    fc.assert(
      fc.property(anyExperiment, (experiment) => {
        const { levels, end } = planOf(experiment);
        expect(levels).toEqual([...new Set(levels)].toSorted((a, b) => a - b));
        expect([levels[0], levels.at(-1)]).toEqual([0, end]);
        expect(end).toBeLessThanOrEqual(parameters.sigma.max);
        expect(experiment.sigma).toBeLessThanOrEqual(end);
      }),
    );
  });

  it('stretch to a σ beyond them, keep those that there were, and do not shrink again on the same line', () => {
    const { levels } = planOf(defaults);
    const far = planOf({ ...defaults, sigma: 0.93 });
    expect(far.end).toBe(1);
    expect(far.levels.slice(0, levels.length)).toEqual(levels);
    const axis = { line: far.line, end: far.end };
    expect(planOf(defaults, [], axis)).toMatchObject({ end: 1, levels: far.levels });
    expect(planOf({ ...defaults, k: 2 }, [], axis).end).toBeLessThan(1);
    expect(planOf({ ...defaults, sigma: 1.3 }, [], axis).end).toBe(2);
  });
});

describe('the axis of images without σ*', () => {
  it('is tried at its first end until the accuracy there is known', () => {
    expect(planOf(digits)).toMatchObject({ end: 0.6, settled: false });
    expect(planOf(digits, tested({ 0: 0.98 }))).toMatchObject({ end: 0.6, settled: false });
    expect(planOf(digits, tested({ 0.6: 0.5 }))).toMatchObject({ end: 0.6, settled: false });
  });

  it('ends where half of what is above chance is lost', () => {
    expect(planOf(digits, tested({ 0: 0.98, 0.6: 0.74 }))).toMatchObject({ end: 0.6, settled: true });
    expect(planOf(digits, tested({ 0: 0.98, 0.6: 0.75 }))).toMatchObject({ end: 1, settled: false });
    const wide = planOf(digits, tested({ 0: 0.98, 0.6: 0.75, 1: 0.6 }));
    expect(wide).toMatchObject({ end: 1, settled: true });
    // What was tried is a level, too.
    expect(wide.levels).toContain(0.6);
  });

  it('goes to the largest σ where the accuracy never falls, and nowhere where there is none to lose', () => {
    expect(planOf(digits, tested({ 0: 0.98, 0.6: 0.97, 1: 0.9, 2: 0.8 }))).toMatchObject({ end: 2, settled: true });
    expect(planOf(digits, tested({ 0: null }))).toMatchObject({ end: 0.6, settled: true });
    expect(planOf(digits, tested({ 0: 0.5, 0.6: 0.5 }))).toMatchObject({ end: 0.6, settled: true });
  });
});

describe('the order in which levels are measured', () => {
  const levels = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

  it('is no noise, where the visitor stands, the end, then halves of what lies between', () => {
    expect(bestOrder(levels, 3.5)).toEqual([0, 3.5, 11, 5, 2, 8, 1, 3, 6, 9, 4, 7, 10]);
  });

  it('has each level once', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(50), { minLength: 1 }), fc.nat(50), (drawn, at) => {
        const sorted = drawn.toSorted((a, b) => a - b);
        const order = bestOrder(sorted, at);
        expect(order.toSorted((a, b) => a - b)).toEqual([...new Set([...sorted, at])].toSorted((a, b) => a - b));
      }),
    );
  });
});

describe('a run of a level', () => {
  it('has the seed that follows, from the largest on from 0', () => {
    expect(atLevel({ ...defaults, seed: 7 }, 0.3, 2)).toMatchObject({ sigma: 0.3, seed: 9 });
    expect(atLevel({ ...defaults, seed: parameters.seed.max }, 0, 1).seed).toBe(0);
  });

  it('is of a line that does not depend on the noise, and on everything else that is computed', () => {
    const line = lineText(defaults);
    expect(lineText({ ...defaults, sigma: 0 })).toBe(line);
    for (const patch of [{ k: 2 }, { seed: 9 }, { matrix: 'image' as const }, { steps: 10 }])
      expect(lineText({ ...defaults, ...patch })).not.toBe(line);
  });
});
