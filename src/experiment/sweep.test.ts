import { describe, expect, it } from 'vitest';
import { said } from '../problems/testing';
import { defaults, parameters } from './parameters';
import { levelsBetween, parseAxis, sweepExperiments, sweepKeys } from './sweep';

describe('an axis', () => {
  it('is so many even levels from one value to another, ends included', () => {
    expect(parseAxis('sigma=0:0.6:4')).toEqual({ key: 'sigma', values: [0, 0.2, 0.4, 0.6] });
    expect(parseAxis('sigma=0:0.6:12')).toMatchObject({ values: { length: 12, 0: 0, 1: 0.0545455, 11: 0.6 } });
    expect(parseAxis('lr=15:15:1')).toEqual({ key: 'lr', values: [15] });
    expect(parseAxis('mu=2:1:3')).toEqual({ key: 'mu', values: [2, 1.5, 1] });
  });

  it('is whole where the parameter is, each level once', () => {
    expect(parseAxis('k=1:3:5')).toEqual({ key: 'k', values: [1, 2, 3] });
  });

  it('is a list of values as given', () => {
    expect(parseAxis('n=240,60,120,60')).toEqual({ key: 'n', values: [240, 60, 120] });
    expect(parseAxis('seed=7')).toEqual({ key: 'seed', values: [7] });
  });

  it.each([
    ['sigma', 'that can be swept'],
    ['basis=0:1:2', '“basis” is not a number'],
    ['step=0:1:2', '“step” is not a number'],
    ['__proto__=0:1:2', '“__proto__”'],
    ['sigma=0:0.6', 'sigma: “0:0.6” is not from:to:levels'],
    ['sigma=0:3:4', 'sigma: 3 is outside 0 to 2'],
    ['sigma=a:3:4', 'sigma: “a” is not a number'],
    ['sigma=0:1:0', 'sigma: “0” is not a number of levels'],
    ['sigma=0:1:1e9', 'sigma: “1e9” is not a number of levels'],
    ['n=1.5,2', 'n: 1.5 is not a whole number'],
    ['n=', 'n: “” is not a number'],
  ])('%s is refused by name', (text, words) => {
    const axis = parseAxis(text);
    expect('problem' in axis && said(axis.problem)).toContain(words);
  });

  it('can be any number that changes what is computed, and nothing else', () => {
    expect(sweepKeys).toEqual(
      expect.arrayContaining([
        'k',
        'sigma',
        'm',
        'side',
        'patches',
        'n',
        'mu',
        'q',
        'kappa',
        'init',
        'lr',
        'steps',
        'seed',
      ]),
    );
    for (const key of sweepKeys) expect(parameters[key].invalidates).not.toBe('view');
  });

  it('writes levels in six digits, so that the link of each stays short', () => {
    for (const value of levelsBetween('sigma', 0, 1 / 3, 7)) expect(String(value).length).toBeLessThanOrEqual(9);
  });
});

describe('the experiments of a plan', () => {
  it('are every combination, the first axis slowest, the seed fastest', () => {
    const { experiments, notices } = sweepExperiments({
      experiment: defaults,
      axes: [
        { key: 'n', values: [60, 120] },
        { key: 'sigma', values: [0, 0.1] },
      ],
      seeds: 2,
    });
    expect(experiments.map(({ n, sigma, seed }) => [n, sigma, seed])).toEqual([
      [60, 0, 1],
      [60, 0, 2],
      [60, 0.1, 1],
      [60, 0.1, 2],
      [120, 0, 1],
      [120, 0, 2],
      [120, 0.1, 1],
      [120, 0.1, 2],
    ]);
    expect(notices).toEqual([]);
  });

  it('count seeds on beyond the largest', () => {
    const { experiments } = sweepExperiments({
      experiment: { ...defaults, seed: parameters.seed.max },
      axes: [],
      seeds: 2,
    });
    expect(experiments.map(({ seed }) => seed)).toEqual([parameters.seed.max, 0]);
  });

  it('name what cannot be together', () => {
    const { experiments, notices } = sweepExperiments({
      experiment: { ...defaults, side: 2 },
      axes: [{ key: 'k', values: [1, 4] }],
      seeds: 1,
    });
    expect(experiments.map(({ k }) => k)).toEqual([1, 1]);
    expect(notices).toMatchObject([{ field: 'k' }]);
  });
});
