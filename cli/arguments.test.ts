import { describe, expect, it } from 'vitest';
import { defaults } from '../src/experiment/parameters';
import { readArguments } from './arguments';
import { InputError } from './input-error';

const read = (...argv: string[]) => readArguments(argv);
const complaint = (...argv: string[]) => {
  try {
    readArguments(argv);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as Error).message;
  }
  return undefined;
};

describe('the command line', () => {
  it('runs the default experiment on WebAssembly with every step in the history, unless told otherwise', () => {
    expect(read()).toEqual({
      source: { experiment: defaults },
      steps: null,
      every: 1,
      backend: 'wasm',
      change: false,
      collection: null,
      out: null,
    });
  });

  it('takes the experiment from a link in any of its forms', () => {
    for (const link of [
      '#k=5&sigma=0.3',
      '?k=5&sigma=0.3',
      'k=5&sigma=0.3',
      'https://example.org/page/#v=1&k=5&sigma=0.3',
    ]) {
      expect(read('--link', link).source).toEqual({ experiment: { ...defaults, k: 5, sigma: 0.3 } });
      expect(read(`--link=${link}`).source).toEqual({ experiment: { ...defaults, k: 5, sigma: 0.3 } });
    }
  });

  it('lets --steps win over the link', () => {
    expect(read('--link', '#steps=50', '--steps', '7')).toMatchObject({
      steps: 7,
      source: { experiment: { steps: 7 } },
    });
  });

  it('takes the first frame of a link for the page’s business', () => {
    expect(read('--link', '#step=200&steps=250', '--steps', '7').source).toEqual({
      experiment: { ...defaults, steps: 7 },
    });
  });

  it('reads the other options', () => {
    expect(read('--case', 'case.json', '--every', '10', '--backend', 'cpu', '--out', 'result.json')).toEqual({
      source: { caseFile: 'case.json' },
      steps: null,
      every: 10,
      backend: 'cpu',
      change: false,
      collection: null,
      out: 'result.json',
    });
  });

  it.each([
    ['--colour', ['--colour', 'red']],
    ['surplus', ['surplus']],
    ['--link', ['--link']],
    ['--steps', ['--steps']],
    ['--steps', ['--steps', 'many']],
    ['--steps', ['--steps', '0']],
    ['--steps', ['--steps', '-5']],
    ['--steps', ['--steps=-5']],
    ['--steps', ['--steps', '2.5']],
    ['--steps', ['--steps', '1e9']],
    ['--steps', ['--steps', '']],
    ['--every', ['--every', '0']],
    ['--every', ['--every', 'NaN']],
    ['--backend', ['--backend', 'webgl']],
    ['--backend', ['--backend', 'auto']],
    ['--backend', ['--backend', '']],
    ['--out', ['--out', '']],
    ['--case', ['--case', 'case.json', '--link', '#k=3']],
    ['sigma', ['--link', '#sigma=3']],
    ['sigma', ['--link', '#sigma=NaN']],
    ['hue', ['--link', '#hue=red']],
    ['k', ['--link', '#k=16&side=3']],
    ['pair', ['--link', '#data=mnist&pair=3-3']],
    ['n', ['--link', '#data=mnist&n=4000']],
    ['depth: it belongs to the deep CNN', ['--link', '#depth=5']],
    ['token: it belongs to the transformer', ['--link', '#token=linear']],
    ['m: the transformer needs a width of at least 16', ['--link', '#net=transformer&m=8']],
    ['batch: there are only 60 training images', ['--link', '#n=60&batch=61']],
    ['net: without weight sharing', ['--link', '#data=mnist&layout=windows&side=14&stride=2&net=dense']],
    ['v', ['--link', '#v=7']],
    ['link', ['--link', `#${'k=3&'.repeat(2000)}`]],
  ])('names %s in one line for %j', (field, argv) => {
    const message = complaint(...argv);
    expect(message).toContain(field);
    expect(message).not.toContain('\n');
  });

  it('is stricter than the page: nothing in a link is clamped or ignored', () => {
    expect(complaint('--link', '#sigma=3')).toBe('--link: sigma: 3 is outside 0 to 2');
    expect(complaint('--link', '#basis=a; b')).toBe('--link: basis: “a; b” is not one of cosine, random');
    expect(complaint('--link', '#hue=red')).toBe('--link: hue: no parameter has this name');
  });
});
