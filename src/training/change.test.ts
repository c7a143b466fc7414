import { describe, expect, it } from 'vitest';
import { defaults } from '../experiment/parameters';
import { makeImages } from '../images/make-images';
import type { WeightMatrix } from '../network/matrices';
import { rankOf } from '../spectrum/ranks';
import { changeOf, gradientsAt } from './change';
import { createEngine } from './engine';
import { makeProblem } from './problem';

const matrix = (rows: number[][]): WeightMatrix => ({
  name: 'filters',
  role: 'filters',
  rows: rows.length,
  columns: rows[0]!.length,
  values: Float64Array.from(rows.flat()),
});
const zeros = matrix([
  [0, 0, 0],
  [0, 0, 0],
]);
/** The first two of three directions. */
const span = Float64Array.of(1, 0, 0, 0, 1, 0);

describe('the change of a matrix', () => {
  it('has the singular values of what it moved by', () => {
    const from = matrix([
      [1, 1, 1],
      [2, 2, 2],
    ]);
    const to = matrix([
      [4, 1, 1],
      [2, 6, 2],
    ]);
    const { moved } = changeOf(to, from, zeros.values as Float64Array, span);
    expect(Array.from(moved)).toEqual([4, 3].map((value) => expect.closeTo(value, 12)));
    expect(rankOf('stable', moved)).toBeCloseTo(25 / 16, 12);
  });

  it('says of the gradient its spectrum, where its energy lies, and whether it goes on as it came', () => {
    const to = matrix([
      [-3, 0, 0],
      [0, 0, 0],
    ]);
    // Energies 9, 0 and 16 of 25; −G along what was moved: 3 of a length of 5.
    const { gradient } = changeOf(to, zeros, Float64Array.of(3, 0, 0, 0, 0, 4), span);
    expect(Array.from(gradient.singularValues)).toEqual([4, 3].map((value) => expect.closeTo(value, 12)));
    expect(gradient.energy!.share).toBeCloseTo(9 / 25, 14);
    expect(Array.from(gradient.energy!.along)).toEqual([expect.closeTo(9 / 25, 14), 0]);
    expect(gradient.cosine).toBeCloseTo(3 / 5, 14);
  });

  it('has no way to go on where nothing has moved, or nothing pulls', () => {
    const pull = Float64Array.of(1, 0, 0, 0, 0, 0);
    expect(changeOf(zeros, zeros, pull, span).gradient.cosine).toBeNull();
    const still = changeOf(
      matrix([
        [1, 0, 0],
        [0, 0, 0],
      ]),
      zeros,
      zeros.values as Float64Array,
      span,
    ).gradient;
    expect([still.cosine, still.energy]).toEqual([null, null]);
    expect(changeOf(zeros, zeros, pull, null).gradient.energy).toBeNull();
  });

  it('of the smallest moves is as exact as of large ones', () => {
    const tiny = matrix([
      [3e-200, 0, 0],
      [0, 0, 4e-200],
    ]);
    expect(changeOf(tiny, zeros, Float64Array.of(-1e-200, 0, 0, 0, 0, 0), span).gradient.cosine).toBeCloseTo(0.6, 14);
  });
});

describe('a run that is looked at closely', () => {
  const experiment = { ...defaults, side: 4, k: 2, n: 16, patches: 2, m: 4, steps: 40 };
  const engine = createEngine({} as never);

  it('is the same run, with the change of every matrix at its coarse points', async () => {
    const asked = { experiment, backend: 'cpu' as const };
    const plain = await engine.complete({ ...asked, points: 0 });
    const { history } = await engine.complete({ ...asked, points: 'coarse', closely: true });
    expect(history[0]!.step).toBe(0);
    expect(history.length).toBeGreaterThan(5);
    const [first, last] = [history[0]!, history.at(-1)!].map((point) => point.matrices[0]!);
    expect(last!.singularValues).toEqual(plain.history.at(-1)!.matrices[0]!.singularValues);
    expect([...first!.change!.moved]).toEqual(Array(8).fill(0));
    // What moved and the whole differ by no more than what there was at first.
    const [whole, moved, initial] = [last!.singularValues, last!.change!.moved, first!.singularValues];
    expect(Math.abs(whole[0]! - moved[0]!)).toBeLessThanOrEqual(initial[0]! + 1e-12);
    expect(plain.history.at(-1)!.matrices[0]!.change).toBeUndefined();
  });

  it('is pulled at step 0 where the first step then goes', async () => {
    const { history } = await engine.complete({ experiment, backend: 'cpu', points: 'coarse', closely: true });
    const images = await makeImages(experiment, {} as never);
    const problem = makeProblem(experiment, images);
    const [gradient] = gradientsAt(problem, problem.matrices);
    const first = history[1]!.matrices[0]!,
      start = history[0]!.matrices[0]!;
    expect(history[1]!.step).toBe(5);
    // Five small steps along nearly the same gradient: lr·m times it each.
    const length = Math.hypot(...gradient!);
    expect(Math.hypot(...start.change!.gradient.singularValues)).toBeCloseTo(length, 10);
    expect(Math.hypot(...first.change!.moved) / (5 * experiment.lr * experiment.m * length)).toBeCloseTo(1, 0);
    expect(first.change!.gradient.cosine).toBeGreaterThan(0.9);
  });
});
