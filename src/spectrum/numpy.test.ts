import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Matrix } from './matrix';
import { effectiveRank, stableRank } from './ranks';
import { singularValues } from './singular-values';
import { distance, matrixOf, multiply, uniform } from './test-matrices';

const read = (name: string) => JSON.parse(readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8'));

/** The recipes of fixtures/spectrum/make.py, which computed the values with numpy.linalg.svd (NumPy 1.24). */
const recipes: Record<string, () => Matrix> = {
  'uniform 7x5': () => uniform(7, 5, 1),
  'uniform 30x90': () => uniform(30, 90, 2),
  'uniform 200x60': () => uniform(200, 60, 3),
  'uniform 64x64': () => uniform(64, 64, 4),
  'float32 128x64': () => ({ rows: 128, columns: 64, values: Float32Array.from(uniform(128, 64, 5).values) }),
  'rank 5 of 90x40': () => multiply(uniform(90, 5, 6), uniform(5, 40, 7)),
  'graded columns 50x20': () => {
    const { values } = uniform(50, 20, 8);
    return matrixOf(50, 20, (i, j) => values[i * 20 + j] * 10 ** -j);
  },
  'Hilbert 12x12': () => matrixOf(12, 12, (i, j) => 1 / (i + j + 1)),
  'lower triangle of ones 12x12': () => matrixOf(12, 12, (i, j) => (i >= j ? 1 : 0)),
};

describe('singular values agree with NumPy to 1e-10 of the largest', () => {
  const wanted: Record<string, number[]> = read('spectrum/numpy.json');

  it('for every recipe of the fixture', () => expect(Object.keys(wanted)).toEqual(Object.keys(recipes)));

  it.each(Object.entries(wanted))('for %s', (name, values) => {
    expect(distance(singularValues(recipes[name]()), values)).toBeLessThan(1e-10 * values[0]);
  });
});

describe('spectra of the reference cases agree with NumPy', () => {
  it.each(['small', 'q2', 'q4-wide'])('case %s', (name) => {
    const { case: given, want } = read(`case-${name}.json`);
    const patches: number[][][] = given.patches;
    const matrix = (rows: number) => {
      const values = Float64Array.from(patches.flat(2));
      return { rows, columns: values.length / rows, values };
    };
    const s = singularValues(matrix(patches.length * patches[0].length));
    expect(distance(s, want.data.singularValues)).toBeLessThan(1e-10 * s[0]);
    expect(stableRank(s)).toBeCloseTo(want.data.stableRank, 9);
    expect(effectiveRank(s)).toBeCloseTo(want.data.effectiveRank, 9);
    expect(stableRank(singularValues(matrix(patches.length)))).toBeCloseTo(want.data.imageStableRank, 9);
  });
});
