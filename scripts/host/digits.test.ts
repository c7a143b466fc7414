import { expect, it } from 'vitest';
import { digitsAsked } from './digits';

it('takes no digits unless asked', () => {
  expect(digitsAsked([])).toEqual([]);
});

it('takes a pair, or more digits, each once', () => {
  expect(digitsAsked(['--mnist', '0-1'])).toEqual([0, 1]);
  expect(digitsAsked(['--mnist=3-8-3'])).toEqual([3, 8]);
});

it('refuses what it does not understand, in words', () => {
  for (const args of [['--mnist'], ['--mnist', 'all'], ['--mnist', '12'], ['--mnist=']])
    expect(() => digitsAsked(args)).toThrow('for instance --mnist 0-1');
  expect(() => digitsAsked(['--minst', '0-1'])).toThrow('--minst is not understood');
});
