import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { encodeMnistPack } from '../../../../scripts/pack-mnist';
import { rejection, said } from '../../../problems/testing';
import { fetchMnist } from './fetch';
import { decodeMnistPack, packFormat, testBytes, trainBytes, type MnistDigit } from './pack';

const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const committed = (digit: number) =>
  new Uint8Array(readFileSync(new URL(`../../../../public/mnist/digit-${digit}.bin`, import.meta.url)));

/** Few distinct values, so that the file is small and tests of many damages stay fast. */
const synthetic = {
  digit: 7,
  train: Uint8Array.from({ length: trainBytes }, (_, i) => (i % 11 === 0 ? i % 256 : 0)),
  test: Uint8Array.from({ length: testBytes }, (_, i) => (i % 7 === 0 ? 255 - (i % 256) : 0)),
};
const pack = encodeMnistPack(synthetic);

/** By memory comparison: `toEqual` takes seconds on half a million bytes. */
function expectSame(actual: MnistDigit, expected: MnistDigit): void {
  expect(actual.digit).toBe(expected.digit);
  expect(Buffer.compare(actual.train, expected.train)).toBe(0);
  expect(Buffer.compare(actual.test, expected.test)).toBe(0);
}

function changed(change: (header: DataView<ArrayBuffer>) => void): Uint8Array {
  const copy = new Uint8Array(pack);
  change(new DataView(copy.buffer));
  return copy;
}

/** A pack whose header fits its payload, whatever the payload is. */
function withPayload(payload: Uint8Array): Uint8Array {
  const file = new Uint8Array(packFormat.headerBytes + payload.length);
  file.set(pack.subarray(0, packFormat.headerBytes));
  file.set(payload, packFormat.headerBytes);
  new DataView(file.buffer).setUint32(12, payload.length, true);
  return file;
}

describe('a pack', () => {
  it('gives back the pixels that were encoded', async () => {
    expectSame(await decodeMnistPack(pack), synthetic);
  });

  it('is read from a buffer, and from a view into the middle of a larger one', async () => {
    const larger = new Uint8Array(pack.length + 20);
    larger.set(pack, 13);
    expectSame(await decodeMnistPack(new Uint8Array(pack).buffer), synthetic);
    expectSame(await decodeMnistPack(larger.subarray(13, 13 + pack.length)), synthetic);
  });

  it('is the same file each time it is encoded', () => {
    expect(encodeMnistPack(synthetic)).toEqual(pack);
  });

  it('is not encoded from the wrong number of images', () => {
    expect(() => encodeMnistPack({ ...synthetic, test: synthetic.train })).toThrow('bytes of pixels');
  });
});

describe('a committed digit', () => {
  it.each(digits)(
    '%i has 500 training and 200 test images, all different and none empty, in at most 150 kB',
    async (digit) => {
      const file = committed(digit);
      expect(file.length).toBeLessThanOrEqual(150_000);
      const decoded = await decodeMnistPack(file);
      expect(decoded.digit).toBe(digit);
      expect(decoded.train.length).toBe(500 * 784);
      expect(decoded.test.length).toBe(200 * 784);
      const all = Buffer.concat([decoded.train, decoded.test]);
      const images = Array.from({ length: 700 }, (_, i) => all.subarray(i * 784, (i + 1) * 784));
      expect(new Set(images.map((image) => image.toString('latin1'))).size).toBe(700);
      expect(images.every((image) => image.some((pixel) => pixel > 200))).toBe(true);
    },
  );

  it('can be told from another by its mean image', async () => {
    const decoded = await Promise.all(digits.map((digit) => decodeMnistPack(committed(digit))));
    const means = decoded.map(({ train }) =>
      Array.from({ length: 784 }, (_, j) => {
        let sum = 0;
        for (let i = 0; i < 500; i++) sum += train[i * 784 + j]!;
        return sum / 500;
      }),
    );
    // Nearest class mean is right on 82% of MNIST's test images; chance is 10%.
    let right = 0;
    decoded.forEach(({ test }, digit) => {
      for (let i = 0; i < 50; i++) {
        const distances = means.map((mean) => mean.reduce((sum, m, j) => sum + (m - test[i * 784 + j]!) ** 2, 0));
        if (distances.indexOf(Math.min(...distances)) === digit) right += 1;
      }
    });
    expect(right / 500).toBeGreaterThan(0.7);
  });
});

describe('a damaged pack is refused, by name', () => {
  it.each([
    ['magic', /magic is "XUNM"/, changed((h) => h.setUint8(0, 88))],
    ['web page instead', /magic is "<!do"/, new TextEncoder().encode('<!doctype html>')],
    ['version', /version is 2, not 1/, changed((h) => h.setUint8(4, 2))],
    ['digit', /digit is 10/, changed((h) => h.setUint8(5, 10))],
    ['training count', /counts are 499 training/, changed((h) => h.setUint16(6, 499, true))],
    ['test count', /counts are 500 training and 1 test/, changed((h) => h.setUint16(8, 1, true))],
    ['image size', /image size is 28×27/, changed((h) => h.setUint8(11, 27))],
    ['empty file', /truncated: 0 bytes/, new Uint8Array()],
    ['appended bytes', /3 trailing bytes/, new Uint8Array([...pack, 1, 2, 3])],
    ['too few pixels', /pixels are 1000 bytes, not 548800/, withPayload(gzipSync(new Uint8Array(1000)))],
    ['far too many pixels', /pixels are more than 548800 bytes/, withPayload(gzipSync(new Uint8Array(20_000_000)))],
    ['no gzip', /pixels do not decompress/, withPayload(new Uint8Array(100).fill(7))],
    ['gzip cut short, header mended', /pixels/, withPayload(pack.subarray(packFormat.headerBytes, pack.length - 9))],
    ['payload missing, header mended', /pixels/, withPayload(new Uint8Array())],
  ])('%s', async (_, message, file) => {
    expect(await rejection(decodeMnistPack(file))).toMatch(message);
  });

  it('cut at any byte', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: pack.length - 1 }), async (length) => {
        expect(await rejection(decodeMnistPack(pack.subarray(0, length)))).toMatch(
          'The file of images is damaged: truncated',
        );
      }),
    );
  });

  it('random bytes, with and without a good header', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect(await rejection(decodeMnistPack(bytes))).toMatch('The file of images is damaged');
        expect(await rejection(decodeMnistPack(withPayload(bytes)))).toMatch('The file of images is damaged: pixels');
      }),
    );
  });

  it('any changed byte of the compressed pixels: refused, or harmless', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 16, max: pack.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, flip) => {
          const result = await decodeMnistPack(changed((h) => h.setUint8(at, h.getUint8(at) ^ flip))).catch(
            (error: Error) => error,
          );
          if (result instanceof Error) expect(said(result)).toMatch('The file of images is damaged: pixels');
          else expectSame(result, synthetic);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('fetchMnist', () => {
  afterEach(() => vi.unstubAllGlobals());

  function serve(answer: () => Response | Promise<Response>) {
    const fetched = vi.fn((_url: string) => Promise.resolve().then(answer));
    vi.stubGlobal('fetch', fetched);
    return fetched;
  }

  it('fetches each digit once, from the folder beside the page', async () => {
    const fetched = serve(() => new Response(new Uint8Array(pack)));
    const source = fetchMnist('https://example.org/rank/');
    const [first, second] = await Promise.all([source(7), source(7)]);
    expect(first).toBe(second);
    expect(fetched.mock.calls).toEqual([['https://example.org/rank/mnist/digit-7.bin']]);
  });

  it('takes the copy that is kept for times without a network, where a worker asks past the service worker', async () => {
    serve(() => Promise.reject(new TypeError('Load failed')));
    const match = vi.fn((_url: string) => Promise.resolve(new Response(new Uint8Array(pack))));
    vi.stubGlobal('caches', { match });
    expect((await fetchMnist('https://example.org/rank/')(7)).digit).toBe(7);
    expect(match.mock.calls).toEqual([['https://example.org/rank/mnist/digit-7.bin']]);
  });

  it.each([
    ['nothing is kept', () => Promise.resolve(undefined)],
    ['looking is forbidden', () => Promise.reject(new DOMException('insecure', 'SecurityError'))],
  ])('says that there is no answer where %s', async (_, match) => {
    serve(() => Promise.reject(new TypeError('Load failed')));
    vi.stubGlobal('caches', { match });
    expect(await rejection(fetchMnist('./', 'mnist', [])(7))).toMatch(/no answer from the server/);
  });

  it('asks again for a file that does not come, or not whole, and no more than a few times', async () => {
    const answers = [
      () => new Response('', { status: 503 }),
      () => new Response(new Uint8Array(pack).subarray(0, 40)),
      () => new Response(new Uint8Array(pack)),
    ];
    const fetched = serve(() => answers[(fetched.mock.calls.length - 1) % 3]!());
    expect((await fetchMnist('./', 'mnist', [1, 1])(7)).digit).toBe(7);
    const never = serve(() => new Response('', { status: 503 }));
    await rejection(fetchMnist('./', 'mnist', [1, 1])(7));
    expect(never).toHaveBeenCalledTimes(3);
  });

  it('says what the server answered, and tries again when asked again', async () => {
    let missing = true;
    serve(() =>
      missing ? new Response('', { status: 404, statusText: 'Not Found' }) : new Response(new Uint8Array(pack)),
    );
    const source = fetchMnist('./', 'mnist', []);
    expect(await rejection(source(7))).toBe(
      'MNIST digit 7 could not be loaded: the server answered 404 Not Found for ./mnist/digit-7.bin.',
    );
    missing = false;
    expect((await source(7)).digit).toBe(7);
  });

  it.each([
    ['there is no connection', /no answer from the server/, () => Promise.reject(new TypeError('Failed to fetch'))],
    [
      'the connection breaks off',
      /the connection broke off/,
      () => new Response(new ReadableStream({ start: (c) => c.error(new TypeError('network error')) })),
    ],
    [
      'the file is damaged',
      /could not be loaded: The file of images is damaged: version/,
      () => new Response(new Uint8Array(changed((h) => h.setUint8(4, 9)))),
    ],
    [
      'the file holds another digit',
      /holds digit 3/,
      () => new Response(new Uint8Array(changed((h) => h.setUint8(5, 3)))),
    ],
  ])('says so when %s', async (_, message, answer) => {
    serve(answer);
    expect(await rejection(fetchMnist('./', 'mnist', [])(7))).toMatch(message);
  });
});
