import { availableParallelism } from 'node:os';
import { describe, expect, it } from 'vitest';
import { defaults } from '../src/experiment/parameters';
import { readArguments } from './arguments';
import { InputError } from './input-error';
import type { Sweep } from './sweep-arguments';

const read = (...argv: string[]) => readArguments(argv).source;
const complaint = (...argv: string[]) => {
  try {
    readArguments(argv);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as Error).message;
  }
  return undefined;
};
const sigma = ['--sweep', 'sigma=0,0.1'];

describe('a sweep on the command line', () => {
  it('varies one number of the link’s experiment on every core, unless told otherwise', () => {
    expect(read('--link', '#k=2', ...sigma)).toEqual({
      sweep: {
        plan: { experiment: { ...defaults, k: 2 }, axes: [{ key: 'sigma', values: [0, 0.1] }], seeds: 1 },
        workers: availableParallelism(),
        format: 'json',
      },
    });
  });

  it('takes a second axis, seeds and workers', () => {
    expect(read(...sigma, '--sweep', 'n=60:120:2', '--seeds', '3', '--workers', '5', '--format', 'csv')).toMatchObject({
      sweep: {
        plan: {
          axes: [
            { key: 'sigma', values: [0, 0.1] },
            { key: 'n', values: [60, 120] },
          ],
          seeds: 3,
        },
        workers: 5,
        format: 'csv',
      },
    });
  });

  it('lets --steps win over the link', () => {
    expect(read('--link', '#steps=50', '--steps', '7', ...sigma)).toMatchObject({
      sweep: { plan: { experiment: { steps: 7 } } },
    });
  });

  it('has the link’s seeds per level, as in the page, unless told otherwise or seeds are what it varies', () => {
    const seeds = (...argv: string[]) => (read('--link', '#seeds=4', ...argv) as { sweep: Sweep }).sweep.plan.seeds;
    expect([seeds(...sigma), seeds(...sigma, '--seeds', '2'), seeds('--sweep', 'seed=1,2')]).toEqual([4, 2, 1]);
  });

  it.each([
    [['--out', 'a.csv'], 'csv'],
    [['--out', 'A.CSV'], 'csv'],
    [['--out', 'a.json'], 'json'],
    [['--out', 'a.csv', '--format', 'json'], 'json'],
    [[], 'json'],
  ])('with %j is written as %s', (argv, format) => {
    expect(read(...sigma, ...argv)).toMatchObject({ sweep: { format } });
  });

  it('may have ten thousand runs and no more', () => {
    expect(complaint('--sweep', 'sigma=0:1:1000', '--seeds', '10')).toBeUndefined();
    expect(complaint('--sweep', 'sigma=0:1:1000', '--seeds', '11')).toBe('--sweep: 11000 runs are more than 10000');
    expect(complaint('--sweep', 'sigma=0:1:1000', '--sweep', 'mu=1:2:1000', '--seeds', '1000')).toBe(
      '--sweep: 1000000000 runs are more than 10000',
    );
  });

  it.each([
    [['--sweep', 'hue=0:1:2'], '--sweep: “hue” is not a number that can be swept'],
    [['--sweep', 'basis=cosine'], '--sweep: “basis” is not a number that can be swept'],
    [['--sweep', 'step=1,2'], '--sweep: “step” is not a number that can be swept'],
    [['--sweep', 'sigma=0:3:4'], '--sweep: sigma: 3 is outside 0 to 2'],
    [['--sweep', 'sigma=0:1'], '--sweep: sigma: “0:1” is not from:to:levels'],
    [['--sweep', 'sigma=0:1:2.5'], '--sweep: sigma: “2.5” is not a number of levels from 1 to 1000'],
    [['--sweep', 'sigma='], '--sweep: sigma: “” is not a number'],
    [['--sweep', 'n=60,70.5'], '--sweep: n: 70.5 is not a whole number'],
    [['--sweep', ''], '--sweep: “” is not a number that can be swept'],
    [[...sigma, '--sweep', 'sigma=0.2'], '--sweep: sigma: it is given twice'],
    [[...sigma, '--sweep', 'n=60', '--sweep', 'm=2'], '--sweep: m: it is a third axis; a sweep has one or two'],
    [
      ['--link', '#side=3&k=2', '--sweep', 'k=4,5'],
      '--sweep: k: a patch of side 3 has only 8 cosines, so 2K = 10 cannot be orthogonal',
    ],
    [
      ['--sweep', 'k=1,4', '--sweep', 'side=2,8'],
      '--sweep: k: a patch of side 2 has only 3 cosines, so 2K = 8 cannot be orthogonal',
    ],
    [
      ['--link', '#data=mnist', '--sweep', 'n=100,2000'],
      '--sweep: n: there are 500 training images of each digit here',
    ],
    [['--link', '#data=mnist', '--sweep', 'k=1,2'], '--sweep: k: it changes nothing in this experiment'],
    [['--sweep', 'depth=3,4'], '--sweep: depth: it changes nothing in this experiment'],
    [['--sweep', 'batch=16,241'], '--sweep: batch: there are only 240 training images'],
    [['--link', '#net=transformer', '--sweep', 'm=8,32'], '--sweep: m: the transformer needs a width of at least 16'],
    [
      ['--link', '#net=dense', '--sweep', 'side=8,28', '--sweep', 'patches=4,9'],
      '--sweep: net: without weight sharing',
    ],
    [['--link', '#sigma=3', '--sweep', 'n=60'], '--link: sigma: 3 is outside 0 to 2'],
    [[...sigma, '--case', 'case.json'], '--case: cannot be combined with --sweep'],
    [[...sigma, '--every', '10'], '--every: cannot be combined with --sweep'],
    [['--sweep', 'steps=1,2', '--steps', '3'], '--steps: cannot be combined with --sweep steps'],
    [['--sweep', 'seed=1,2', '--seeds', '3'], '--seeds: cannot be combined with --sweep seed'],
    [[...sigma, '--seeds', '0'], '--seeds: “0” is not a whole number from 1 to 1000'],
    [[...sigma, '--seeds', '1001'], '--seeds: “1001” is not a whole number from 1 to 1000'],
    [[...sigma, '--seeds', '1.5'], '--seeds: “1.5” is not a whole number from 1 to 1000'],
    [[...sigma, '--workers', '0'], '--workers: “0” is not a whole number from 1 to 256'],
    [[...sigma, '--workers', '257'], '--workers: “257” is not a whole number from 1 to 256'],
    [[...sigma, '--workers', 'all'], '--workers: “all” is not a whole number from 1 to 256'],
    [[...sigma, '--workers='], '--workers: “” is not a whole number from 1 to 256'],
    [[...sigma, '--format', 'xml'], '--format: “xml” is not one of json, csv'],
    [[...sigma, '--backend', 'webgl'], '--backend: “webgl” is not one of wasm, cpu'],
    [[...sigma, '--steps', '0'], '--steps: 0 is outside 1 to 20000'],
    [['--seeds', '3'], '--seeds: needs --sweep'],
    [['--workers', '2'], '--workers: needs --sweep'],
    [['--format', 'csv'], '--format: needs --sweep'],
  ])('%j is refused by name', (argv, words) => {
    const message = complaint(...argv);
    expect(message).toContain(words);
    expect(message).not.toContain('\n');
  });
});
