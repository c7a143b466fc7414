import { parameterKeys } from '../../src/experiment/parameters';
import type { RandomStream } from '../../src/images/random';

const oneOf = <T>({ below }: RandomStream, items: readonly T[]): T => items[below(items.length)]!;

const strange = [
  '',
  '0',
  '-0',
  '1',
  '-1',
  'NaN',
  'Infinity',
  '1e308',
  '1e-320',
  '9007199254740993',
  '0x10',
  '١٢',
  '0,25',
  '−3',
  '1 000',
  '__proto__',
  'constructor',
  'toString',
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '"',
  "'",
  '\\',
  '%',
  '%00',
  '%E0%A4%A',
  '\u0000',
  '\u202e',
  '\ud800',
  '😀',
  '&amp;',
  '%2526',
  ')',
  '.',
  ';',
  ',',
  ':',
  '=',
  '#',
  '?',
  '/',
  '../..',
  '0-1',
  '3-3',
  '0-99',
  'default',
  'default;default',
  'sigma:0.4,m:128',
  'data,filters',
  'true',
  'light',
  'mnist',
  'file',
];

/** A value as no careful person writes it. */
export function anyText(draws: RandomStream): string {
  const { below } = draws;
  const part = oneOf(draws, strange);
  if (below(40) === 0) return part.repeat(1 + below(2000));
  if (below(4) === 0) return String((below(2) === 0 ? 1 : -1) * 10 ** (below(40) - 20) * below(1000));
  return below(3) === 0 ? part + oneOf(draws, strange) : part;
}

/** The name of a parameter, or nearly. */
export function anyKey(draws: RandomStream): string {
  const { below } = draws;
  const key = oneOf(draws, parameterKeys);
  return [key, key, key, key, key, key, key.toUpperCase(), `${key}[]`, oneOf(draws, strange)][below(9)]!;
}
