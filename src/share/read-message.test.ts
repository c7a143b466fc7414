import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parameterKeys } from '../experiment/parameters';
import { readMessage } from './read-message';

const read = (message: object) => readMessage({ rankUnderNoise: 1, ...message });
const refusal = (message: object) => (read(message) as { refused?: string }).refused;

describe('a message', () => {
  it.each([
    [{ type: 'get' }, { type: 'get' }],
    [
      { type: 'play', id: 7 },
      { type: 'play', id: 7 },
    ],
    [
      { type: 'pause', id: 'a' },
      { type: 'pause', id: 'a' },
    ],
    [{ type: 'step' }, { type: 'step', count: 1 }],
    [
      { type: 'step', count: 10, more: 'is ignored' },
      { type: 'step', count: 10 },
    ],
    [
      { type: 'seek', step: 0 },
      { type: 'seek', step: 0 },
    ],
    [
      { type: 'seek', step: null },
      { type: 'seek', step: null },
    ],
    [
      { type: 'snapshot', panel: 'data' },
      { type: 'snapshot', panel: 'data', format: 'svg' },
    ],
    [
      { type: 'set', parameters: { sigma: 0.3, pair: [3, 5], show: ['data', 'filters'], project: false, k: '4' } },
      {
        type: 'set',
        given: new Map([
          ['sigma', '0.3'],
          ['pair', '3-5'],
          ['show', 'data,filters'],
          ['project', '0'],
          ['k', '4'],
        ]),
      },
    ],
  ])('is read: %j', (message, meaning) => {
    expect(read(message)).toEqual({ version: 1, ...meaning });
  });

  it.each([
    null,
    undefined,
    3,
    'play',
    'slide:start',
    [],
    {},
    { type: 'play' },
    new Map(),
    new Date(),
    Object.create({ rankUnderNoise: 1, type: 'play' }),
  ])('that is not one is passed over: %j', (data) => {
    expect(readMessage(data)).toBeNull();
  });

  it.each([
    [{ rankUnderNoise: 3, type: 'get' }, /version 1 and version 2/],
    [{ rankUnderNoise: '1', type: 'get' }, /version 1/],
    [{ type: 'ready' }, /type: “ready” is not one of get, set/],
    [{ type: '__proto__' }, /type/],
    [{ type: ['play'] }, /type/],
    [{ type: 'get', id: {} }, /^id/],
    [{ type: 'get', id: 0.5 }, /^id/],
    [{ type: 'get', id: 'x'.repeat(101) }, /^id/],
    [{ type: 'step', count: 0 }, /count/],
    [{ type: 'step', count: 1.5 }, /count/],
    [{ type: 'step', count: Infinity }, /count/],
    [{ type: 'step', count: '3' }, /count/],
    [{ type: 'seek' }, /step/],
    [{ type: 'seek', step: -1 }, /step/],
    [{ type: 'snapshot', panel: '<img src=x>' }, /panel/],
    [{ type: 'snapshot', panel: 'data', format: 'html' }, /format/],
    [{ type: 'set' }, /parameters/],
    [{ type: 'set', parameters: [['sigma', 1]] }, /parameters/],
    [{ type: 'set', parameters: new Map([['sigma', 1]]) }, /parameters/],
    [{ type: 'set', parameters: { wibble: 1 } }, /wibble: no parameter/],
    [{ type: 'set', parameters: { constructor: 1 } }, /constructor: no parameter/],
    [{ type: 'set', parameters: JSON.parse('{"__proto__": {"sigma": 1}}') as object }, /__proto__: no parameter/],
    [{ type: 'set', parameters: { [Symbol('sigma')]: 1 } }, /no parameter/],
    [{ type: 'set', parameters: { sigma: { valueOf: 1 } } }, /^set: sigma: a number/],
    [{ type: 'set', parameters: { sigma: [0.3] } }, /^set: sigma: a number/],
    [{ type: 'set', parameters: { sigma: null } }, /^set: sigma/],
    [{ type: 'set', parameters: { show: [['data']] } }, /^set: show/],
    // eslint-disable-next-line no-sparse-arrays
    [{ type: 'set', parameters: { show: ['data', , 'filters'] } }, /^set: show/],
    [{ type: 'set', parameters: { show: ['data,filters'] } }, /^set: show/],
    [{ type: 'set', parameters: { show: Array.from({ length: 41 }, () => 'data') } }, /^set: show/],
    [{ type: 'set', parameters: { pins: 'x'.repeat(4001) } }, /pins: it is longer/],
    [
      { type: 'set', parameters: Object.fromEntries(Array.from({ length: 61 }, (_, i) => [`k${i}`, 1])) },
      /more than 60/,
    ],
  ])('that is wrong is refused in words: %j', (message, words) => {
    expect(refusal(message)).toMatch(words);
  });

  it('that throws when it is looked at is refused', () => {
    expect(
      readMessage({
        rankUnderNoise: 1,
        get type() {
          throw new Error('boo');
        },
      }),
    ).toHaveProperty('refused');
    expect(
      readMessage(
        new Proxy(
          {},
          {
            getPrototypeOf() {
              throw new Error('boo');
            },
          },
        ),
      ),
    ).toHaveProperty('refused');
  });

  it('keeps its id when it is refused', () => {
    expect(read({ type: 'dance', id: 'here' })).toMatchObject({
      id: 'here',
      refused: expect.stringContaining('dance'),
    });
  });
});

const word = fc.oneof(
  fc.constantFrom(
    'get',
    'set',
    'step',
    'seek',
    'snapshot',
    'data',
    'png',
    '__proto__',
    'constructor',
    ...parameterKeys,
  ),
  fc.string(),
);
const anything = fc.oneof(
  fc.anything({
    withMap: true,
    withSet: true,
    withDate: true,
    withTypedArray: true,
    withSparseArray: true,
    withNullPrototype: true,
    withBigInt: true,
  }),
  fc.double(),
  fc.integer(),
  word,
);

it('whatever is sent, reading it throws nothing and gives an order within its bounds, a refusal or nothing', () => {
  const message = fc.record(
    {
      rankUnderNoise: fc.oneof({ weight: 9, arbitrary: fc.constant(1) }, anything),
      type: fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom('get', 'set', 'play', 'pause', 'step', 'reset', 'seek', 'snapshot') },
        anything,
      ),
      id: anything,
      count: anything,
      step: anything,
      panel: anything,
      format: anything,
      parameters: fc.oneof(anything, fc.dictionary(word, anything)),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof({ weight: 4, arbitrary: message }, { weight: 1, arbitrary: anything }), (data) => {
      const got = readMessage(data);
      if (got === null) return;
      if ('refused' in got) expect(got.refused).toMatch(/\.$/);
      else if (got.type === 'set')
        for (const [key, text] of got.given)
          expect([parameterKeys.includes(key as never), text.length <= 4000]).toEqual([true, true]);
      else if (got.type === 'step') expect(Number.isInteger(got.count) && got.count > 0).toBe(true);
    }),
    { numRuns: 10_000 },
  );
});

describe('files of images in a message', () => {
  const of = (...files: unknown[]) => refusal({ type: 'images', files });

  it('are buffers or blobs, with paths', () => {
    const files = [
      { path: 'cat/1.png', bytes: new ArrayBuffer(3) },
      { path: 'dog/1.png', bytes: new Blob(['abc']) },
    ];
    expect(read({ type: 'images', files, id: 4 })).toEqual({ version: 1, id: 4, type: 'images', files });
  });

  it.each([
    [undefined, 'images: files must be a list of 1 to 30000 files.'],
    [[], 'images: files must be a list of 1 to 30000 files.'],
    [Array(30_001).fill(0), 'images: files must be a list of 1 to 30000 files.'],
    [[{ bytes: new ArrayBuffer(1) }], 'images: files[0].path must be a text of 1 to 1000 characters.'],
    [[{ path: '', bytes: new ArrayBuffer(1) }], 'images: files[0].path must be a text of 1 to 1000 characters.'],
    [[{ path: 'a', bytes: 'text' }], 'images: files[0].bytes must be an ArrayBuffer or a Blob.'],
    [[{ path: 'a', bytes: new Uint8Array(3) }], 'images: files[0].bytes must be an ArrayBuffer or a Blob.'],
    [['a'], 'images: files[0].path must be a text of 1 to 1000 characters.'],
  ])('are refused where they are none: %#', (files, said) => {
    expect(refusal({ type: 'images', files })).toBe(said);
  });

  it('are 200 MB at most', () => {
    // Sizes alone, without the memory.
    const large = Object.create(Blob.prototype, { size: { value: 150e6 } }) as Blob;
    expect(of({ path: 'a', bytes: large })).toBeUndefined();
    expect(of({ path: 'a', bytes: large }, { path: 'b', bytes: large })).toBe(
      'images: files are more than 200 MB in all.',
    );
  });
});
