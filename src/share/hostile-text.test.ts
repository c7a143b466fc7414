import { expect, it } from 'vitest';
import { decodeLink } from '../experiment/link';
import { parameterKeys, parameters } from '../experiment/parameters';
import { parseAxis } from '../experiment/sweep';
import { parseValue } from '../experiment/value';
import { readMessage } from './read-message';
import { readRunFile } from './read-run-file';

/** A megabyte of what makes a backtracking pattern begin anew at every character. A quadratic one needs minutes for it. */
const size = 1_000_000;
const hostile = [
  '"',
  '"\\',
  '\\"',
  '[',
  '{"a":',
  '"a',
  '1',
  '1.',
  '-',
  'e',
  '0-',
  ' ',
  'a,',
  ';',
  ':',
  '&',
  '=',
  '%',
  '#',
  '/',
]
  .map((part) => part.repeat(size / part.length))
  .flatMap((text) => [text, `${text}!`]);

it('a megabyte of hostile text is refused as a run file at once, whatever it is', () => {
  for (const text of hostile) expect(() => readRunFile(text)).toThrow();
});

it('a megabyte of hostile text is read at once as a link, a message, a value and an axis', () => {
  for (const text of hostile) {
    expect(decodeLink(text).notices).toHaveLength(1);
    expect(readMessage({ rankUnderNoise: 1, type: text, id: text })).toHaveProperty('refused');
    expect(readMessage({ rankUnderNoise: 1, type: 'set', parameters: { sigma: text } })).toHaveProperty('refused');
    for (const key of parameterKeys) parseValue(parameters[key], text);
    expect(parseAxis(`sigma=${text}`)).toBeDefined();
  }
});
