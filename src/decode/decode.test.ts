import { describe, expect, it } from 'vitest';
import { decode } from './decode';
import { parseJson } from './json';
import { listOf, record } from './shapes';
import { finite, flag, nullable, oneOf, optional, refined, text, whole } from './values';

const point = record({ step: whole(0, 9), share: nullable(finite(0, 1)) });
const run = record({
  name: text(5),
  kind: oneOf(['a', 'b']),
  on: optional(flag, false),
  points: refined(listOf(point, 1, 3), (points) => {
    const at = points.findIndex(({ step }, i) => i > 0 && step <= points[i - 1]!.step);
    return at < 0 ? null : { kind: 'not-later', at: `[${at}].step` };
  }),
});
const good = { name: 'abc', kind: 'a', points: [{ step: 1, share: null }] };

describe('a decoder', () => {
  it('hands back what it was given, its own fields alone', () => {
    expect(decode(run, { ...good, more: 'left behind', constructor: 1 })).toEqual({ value: { ...good, on: false } });
  });

  it.each([
    [3, { kind: 'missing', field: '' }],
    [new Map(), { kind: 'missing', field: '' }],
    [Object.create(good), { kind: 'missing', field: '' }],
    [
      { ...good, name: 7 },
      { kind: 'not-text', field: 'name', found: { kind: 'value', written: '7' } },
    ],
    [
      { ...good, name: 'abcdef' },
      { kind: 'too-long', field: 'name', most: 5 },
    ],
    [
      { ...good, kind: 'toString' },
      { kind: 'not-one-of', field: 'kind', found: { kind: 'text', written: 'toString' }, choices: ['a', 'b'] },
    ],
    [
      { ...good, on: 1 },
      { kind: 'not-flag', field: 'on', found: { kind: 'value', written: '1' } },
    ],
    [
      { ...good, points: {} },
      { kind: 'not-list', field: 'points', found: { kind: 'object' } },
    ],
    [
      { ...good, points: [] },
      { kind: 'entries', field: 'points', count: 0, fewest: 1, most: 3 },
    ],
    [
      { ...good, points: Array(4) },
      { kind: 'entries', field: 'points', count: 4, fewest: 1, most: 3 },
    ],
    [
      { ...good, points: Array(2) },
      { kind: 'missing', field: 'points[0]' },
    ],
    [
      { ...good, points: [{ step: 1 }] },
      { kind: 'not-finite', field: 'points[0].share', found: { kind: 'nothing' } },
    ],
    [
      { ...good, points: [{ step: 1.5, share: 0 }] },
      { kind: 'not-whole', field: 'points[0].step', found: { kind: 'value', written: '1.5' } },
    ],
    [
      { ...good, points: [{ step: 1, share: 2 }] },
      { kind: 'outside', field: 'points[0].share', found: { kind: 'value', written: '2' }, least: 0, most: 1 },
    ],
    [
      { ...good, points: [good.points[0], good.points[0]] },
      { kind: 'not-later', field: 'points[1].step' },
    ],
  ])('names the field that is wrong in %j', (value, fault) => {
    expect(decode(run, value)).toEqual({ fault });
  });

  it('begins the name of a field with that of the value, where it has one', () => {
    expect(decode(listOf(flag, 0, 1), [0], 'on').fault).toMatchObject({ field: 'on[0]' });
    expect(decode(point, {}, 'point').fault).toMatchObject({ field: 'point.step' });
  });
});

describe('JSON from outside', () => {
  it('is parsed, brackets in a text being text', () => {
    expect(parseJson('{"a": [1, "[[[[\\"[["]}', 2)).toEqual({ value: { a: [1, '[[[["[['] } });
  });

  it('is refused where it is nested too deep, or is none', () => {
    expect(parseJson('[[[]]]', 2)).toEqual({ fault: { kind: 'too-deep', most: 2 } });
    for (const text of ['', '{', '"', '"\\', 'NaN', '[1,]'])
      expect(parseJson(text, 2)).toEqual({ fault: { kind: 'not-json' } });
  });
});
