import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv } from './csv';

/** A reader of RFC 4180, written from its grammar. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  while (cell.lastIndex < text.length) {
    const [, quoted, plain, end] = cell.exec(text)!;
    row.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push(row.splice(0));
  }
  return rows;
}

describe('CSV', () => {
  it('has one line per row', () => {
    expect(
      csv([
        ['a', 'b'],
        [1, true],
      ]),
    ).toBe('a,b\r\n1,true\r\n');
  });

  it('quotes commas, quotes and line breaks, and nothing else', () => {
    expect(csv([['a,b', 'say "a"', 'two\nlines', '#v=1&sigma=0.2']])).toBe(
      '"a,b","say ""a""","two\nlines",#v=1&sigma=0.2\r\n',
    );
  });

  it('leaves empty what is null or no finite number', () => {
    expect(csv([[null, NaN, Infinity, 0, '']])).toBe(',,,0,\r\n');
  });

  it('comes back as it was written, whatever the text', () => {
    const words = fc.string({ unit: fc.constantFrom('a', ' ', ',', '"', '\r', '\n', ';', '#', 'σ') });
    fc.assert(
      fc.property(fc.array(fc.array(words, { minLength: 1, maxLength: 5 }), { maxLength: 5 }), (rows) => {
        expect(parse(csv(rows))).toEqual(rows);
      }),
    );
  });

  it('keeps every digit of a number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Number(parse(csv([[value]]))[0]![0])).toBe(value + 0);
      }),
    );
  });
});
