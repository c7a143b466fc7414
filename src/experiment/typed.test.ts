import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parameterKeys, parameters } from './parameters';
import { asNumeral, nearest, stepped } from './typed';
import { parseValue } from './value';

const numbers = parameterKeys.map((key) => parameters[key]).filter((each) => each.kind === 'number');

describe('what is typed for a number', () => {
  it.each([
    ['0,25', '0.25'],
    [' 0.25 ', '0.25'],
    [',5', '.5'],
    ['-0,5', '-0.5'],
    ['−0,5', '-0.5'],
    ['–3', '-3'],
    ['+3', '+3'],
    ['1e-3', '1e-3'],
    ['1E−3', '1E-3'],
    ['1,5e-3', '1.5e-3'],
    ['1 000,5', '1000.5'],
    ['1.234,5', '1234.5'],
    ['1,234.5', '1234.5'],
    ['1,234,567', '1234567'],
    ['1.234.567', '1234567'],
    ["1'234.5", '1234.5'],
    ['1,500', '1.500'],
    ['０．２５', '0.25'],
    ['０，２５', '0.25'],
    ['٠٫٢٥', '0.25'],
    ['۱۲', '12'],
    ['१२', '12'],
  ])('reads %s as %s where fractions may be', (typed, read) => {
    expect(asNumeral(typed, { integer: false })).toBe(read);
  });

  it.each([
    ['1 000', '1000'],
    ['1\u202f000', '1000'],
    ['1\u2009000\u2009000', '1000000'],
    ['1,000', '1000'],
    ['1.000', '1000'],
    ['1’000', '1000'],
    ['12,5', '12.5'],
    ['0,300', '0.300'],
    ['１２０', '120'],
  ])('reads %s as %s where whole numbers are', (typed, read) => {
    expect(asNumeral(typed, { integer: true })).toBe(read);
  });

  it.each([
    '',
    'wide',
    '1 0',
    '1,2,3',
    '1.2.3',
    '1 00',
    '0x10',
    '10²',
    '8px',
    '1/2',
    '20 %',
    '--1',
    '1e',
    'NaN',
    '1,2.3,4',
  ])('leaves %j as it is, which is no number', (typed) => {
    expect(asNumeral(typed, { integer: false })).toBe(typed);
    expect(parseValue(parameters.sigma, typed).problem?.kind).toBe('not-number');
  });

  it('reads numbers as links do', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(asNumeral(String(number), { integer: false })).toBe(String(number));
      }),
    );
  });
});

describe('a step of the arrow keys', () => {
  const walk = (key: 'init' | 'lr' | 'm' | 'sigma' | 'n' | 'steps' | 'q', value: number, by: number) =>
    stepped(parameters[key], value, by);

  it('is the table’s', () => {
    expect(walk('sigma', 0.2, 1)).toBe(0.21);
    expect(walk('sigma', 0.29, 1)).toBe(0.3);
    expect(walk('sigma', 0.234, 1)).toBe(0.24);
    expect(walk('sigma', 0.234, -1)).toBe(0.23);
    expect(walk('q', 3, -1)).toBe(2.5);
    expect(walk('n', 240, 10)).toBe(250);
  });

  it('is 1, 2, 5 where the range is wide', () => {
    expect(walk('init', 0.01, 1)).toBe(0.02);
    expect(walk('init', 0.01, -1)).toBe(0.005);
    expect(walk('init', 0.03, -1)).toBe(0.02);
    expect(walk('init', 2e-5, -1)).toBe(1e-5);
    expect(walk('lr', 15, 1)).toBe(20);
    expect(walk('lr', 15, -3)).toBe(2);
    expect(walk('steps', 300, 1)).toBe(500);
  });

  it('is the next stop where there are stops', () => {
    expect(walk('m', 64, 1)).toBe(96);
    expect(walk('m', 70, -1)).toBe(64);
    expect(walk('m', 512, 1)).toBe(512);
  });

  it('stays within the range, moves where it can, and comes back', () => {
    for (const range of numbers)
      for (const value of [range.min, range.default, range.max, nearest(range, (range.min + range.max) / 3)]) {
        const up = stepped(range, value, 1),
          down = stepped(range, value, -1);
        for (const each of [up, down]) {
          expect(parseValue(range, String(each))).toEqual({ value: each });
        }
        expect(up > value || value === range.max).toBe(true);
        expect(down < value || value === range.min).toBe(true);
      }
  });
});
