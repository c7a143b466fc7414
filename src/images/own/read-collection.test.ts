import jpegEncoder from '@jsquash/jpeg/codec/enc/mozjpeg_enc.js';
import { defaultOptions } from '@jsquash/jpeg/meta.js';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { rejection } from '../../problems/testing';
import { summaryOf } from './collection';
import type { NamedBytes } from './files';
import { readCollection } from './read-collection';
import { bytesOf, cifar, fileOf, gif, gzipped, idx, npy, png, zipped } from './testing-files';

const read = (...files: NamedBytes[]) => readCollection(files);
const ramp = (count: number) => Uint8Array.from({ length: count }, (_, i) => (i * 37) % 251);

describe('arrays', () => {
  const images = ramp(6 * 4 * 5),
    labels = [3, 1, 3, 1, 3, 1];
  const written = { images: idx([6, 4, 5], images), labels: idx([6], labels) };

  it('are read from IDX files, gzipped or not, in any order, and named by their labels', async () => {
    const plain = await read(
      fileOf('x-labels-idx1-ubyte', written.labels),
      fileOf('x-images-idx3-ubyte', written.images),
    );
    expect(plain).toMatchObject({ height: 4, width: 5, channels: 1, classes: ['1', '3'], train: 6 });
    expect([...plain.labels]).toEqual([1, 0, 1, 0, 1, 0]);
    expect(plain.pixels).toEqual(images);
    const packed = await read(
      fileOf('x-images-idx3-ubyte.gz', gzipped(written.images)),
      fileOf('x-labels-idx1-ubyte.gz', gzipped(written.labels)),
    );
    const zip = await read(
      fileOf('all.zip', zipped({ 'x-images.idx3': written.images, 'x-labels.idx1': written.labels })),
    );
    // What they are read from does not matter, only what is in them.
    expect([packed.hash, zip.hash]).toEqual([plain.hash, plain.hash]);
    expect(plain.hash).toMatch(/^[0-9a-f]{16}$/);
  });

  it('have the sets that names tell: training images first', async () => {
    const both = await read(
      fileOf('t10k-images-idx3-ubyte', idx([2, 4, 5], ramp(40))),
      fileOf('t10k-labels-idx1-ubyte', idx([2], [1, 3])),
      fileOf('train-images-idx3-ubyte', written.images),
      fileOf('train-labels-idx1-ubyte', written.labels),
    );
    expect(both).toMatchObject({ train: 6 });
    expect(summaryOf(both).counts).toEqual({ train: [3, 3], test: [1, 1] });
    expect(both.pixels.subarray(0, 120)).toEqual(images);
  });

  it('are read from NPZ files, of any type of number, in colour too', async () => {
    const npz = (x: Uint8Array) =>
      fileOf('a.npz', zipped({ 'x.npy': x, 'y.npy': npy('<i4', [4, 1], bytesOf(Int32Array.of(0, 7, 0, 7))) }));
    const levels = [0, 51, 102, 255, 204, 153, 0, 51, 102, 255, 204, 153, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 1, 2];
    const u1 = await read(npz(npy('|u1', [4, 2, 3], Uint8Array.from(levels))));
    const f4 = await read(npz(npy('<f4', [4, 2, 3], bytesOf(Float32Array.from(levels, (level) => level / 255)))));
    const f8 = await read(npz(npy('<f8', [4, 2, 3], bytesOf(Float64Array.from(levels)))));
    const far = await read(npz(npy('<f8', [4, 2, 3], bytesOf(Float64Array.from(levels, (level) => level * 10 - 700)))));
    for (const one of [u1, f4, f8, far]) expect([...one.pixels]).toEqual(levels);
    const colour = await read(npz(npy('|u1', [4, 2, 2, 3], ramp(48))));
    expect(colour).toMatchObject({ height: 2, width: 2, channels: 3, classes: ['0', '7'] });
    expect(colour.pixels).toEqual(ramp(48));
  });

  it('larger than the working side are averaged while they are read', async () => {
    const large = Uint8Array.from({ length: 2 * 128 * 130 }, (_, i) => (i < 128 * 130 ? 100 : i % 130 < 65 ? 0 : 200));
    const small = await read(
      fileOf('images.npy', npy('|u1', [2, 128, 130], large)),
      fileOf('labels.npy', npy('|u1', [2], Uint8Array.of(0, 1))),
    ).catch((error: Error) => error);
    // One image of a class cannot both train and be held out.
    expect(String(small)).toContain('few-in-class');
    const four = new Uint8Array(4 * 128 * 130);
    four.set(large);
    four.set(large, large.length);
    const { height, width, pixels } = await read(
      fileOf('images.npy', npy('|u1', [4, 128, 130], four)),
      fileOf('labels.npy', npy('|u1', [4], Uint8Array.of(0, 1, 0, 1))),
    );
    expect([height, width]).toEqual([64, 64]);
    expect([pixels[0], pixels[4096], pixels[4096 + 63]]).toEqual([100, 0, 200]);
  });
});

describe('CIFAR batches', () => {
  it('are read with the names of their classes, planes turned into pixels', async () => {
    const train = cifar([8, 7, 8, 7], (i, c, j) => (i * 50 + c * 10 + j) % 256);
    const batches = [
      fileOf('cifar/data_batch_1.bin', train),
      fileOf(
        'cifar/test_batch.bin',
        cifar([7, 8], (i, c) => 9 * i + c),
      ),
    ];
    const collection = await readCollection(batches);
    expect(collection).toMatchObject({
      name: 'cifar',
      height: 32,
      width: 32,
      channels: 3,
      classes: ['horse', 'ship'],
      train: 4,
    });
    expect([...collection.labels]).toEqual([1, 0, 1, 0, 0, 1]);
    expect([...collection.pixels.subarray(3072, 3078)]).toEqual([50, 60, 70, 51, 61, 71]);
    const renamed = await read(
      ...batches,
      fileOf('cifar/batches.meta.txt', new TextEncoder().encode('a\nb\nc\nd\ne\nf\ng\nPferd\nSchiff\nj\n')),
    );
    expect(renamed.classes).toEqual(['Pferd', 'Schiff']);
    expect(renamed.hash).not.toBe(collection.hash);
  });
});

describe('pictures', () => {
  const grey = (level: number) => png(16, 16, 1, (x) => level + x);

  it('are read from a folder a class, grey where all are, of the side of the smallest', async () => {
    const folder = await read(
      fileOf('pets/dog/1.png', grey(10)),
      fileOf('pets/cat/1.png', grey(100)),
      fileOf(
        'pets/cat/2.png',
        png(32, 48, 3, (x) => 4 * Math.floor(x / 2)),
      ),
      fileOf('pets/dog/2.png', grey(20)),
      fileOf('pets/.DS_Store', ramp(3)),
    );
    expect(folder).toMatchObject({
      name: 'pets',
      height: 16,
      width: 16,
      channels: 1,
      classes: ['cat', 'dog'],
      train: 4,
    });
    expect([...folder.pixels.subarray(256, 260)]).toEqual([0, 4, 8, 12]);
    expect([...folder.pixels.subarray(512, 514)]).toEqual([10, 11]);
  });

  it('have what folders above tell of sets', async () => {
    const at = (set: string, name: string, level: number) => fileOf(`${set}/${name}/${level}.png`, grey(level));
    const split = await read(
      at('data/train', 'a', 1),
      at('data/train', 'b', 2),
      at('data/test', 'a', 3),
      at('data/test', 'b', 4),
    );
    expect(split).toMatchObject({ train: 2, classes: ['a', 'b'] });
    expect(split.pixels[0]).toBe(1);
  });

  it('lie over white where they are transparent, whatever kind of PNG they are', async () => {
    const half = png(8, 8, 4, (x, _, c) => (c < 3 ? 0 : x < 4 ? 0 : 127));
    const { pixels } = await read(
      fileOf('a/1.png', half),
      fileOf(
        'a/2.png',
        png(8, 8, 2, (x, _, c) => (c === 0 ? 40 : 255 - x)),
      ),
      fileOf(
        'b/1.gif',
        gif(8, 8, (x, y) => ((x + y) % 2 === 0 ? 0 : 1)),
      ),
      fileOf(
        'b/2.png',
        png(8, 8, 3, () => 7),
      ),
    );
    expect([...pixels.subarray(0, 3), ...pixels.subarray(4 * 3, 5 * 3)]).toEqual([255, 255, 255, 128, 128, 128]);
    expect([...pixels.subarray(2 * 192, 2 * 192 + 6)]).toEqual([0, 0, 0, 255, 128, 64]);
  });

  it('are upright, as their EXIF says', async () => {
    const wasm = await readFile(
      new URL('../../../node_modules/@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm', import.meta.url),
    );
    const encoder = await jpegEncoder({ noInitialRun: true, wasmBinary: new Uint8Array(wasm).buffer });
    // Bright on the left.
    const data = new Uint8ClampedArray(16 * 16 * 4).map((_, i) => (i % 4 === 3 ? 255 : (i >> 2) % 16 < 8 ? 240 : 10));
    const jpeg = new Uint8Array(encoder.encode(data, 16, 16, { ...defaultOptions, quality: 95 }));
    const turned = (orientation: number) => {
      const exif = [
        0xff,
        0xe1,
        0,
        34,
        0x45,
        0x78,
        0x69,
        0x66,
        0,
        0,
        0x4d,
        0x4d,
        0,
        42,
        0,
        0,
        0,
        8,
        0,
        1,
        1,
        0x12,
        0,
        3,
        0,
        0,
        0,
        1,
        0,
        orientation,
        0,
        0,
        0,
        0,
        0,
        0,
      ];
      return new Uint8Array([...jpeg.subarray(0, 2), ...exif, ...jpeg.subarray(2)]);
    };
    const bright = async (orientation: number) => {
      const { pixels } = await read(
        fileOf('a/1.jpg', turned(orientation)),
        fileOf('a/2.jpg', jpeg),
        fileOf(
          'b/1.png',
          png(16, 16, 1, () => 5),
        ),
        fileOf(
          'b/2.png',
          png(16, 16, 1, () => 6),
        ),
      );
      const at = (x: number, y: number) => pixels[y * 16 + x]! > 128;
      const both = (side: string, ...[a, b]: [[number, number], [number, number]]) => at(...a) && at(...b) && side;
      return [
        both('left', [2, 2], [2, 13]),
        both('right', [13, 2], [13, 13]),
        both('top', [2, 2], [13, 2]),
        both('bottom', [2, 13], [13, 13]),
      ]
        .filter(Boolean)
        .join();
    };
    expect([await bright(1), await bright(2), await bright(3)]).toEqual(['left', 'right', 'right']);
    expect([await bright(6), await bright(8), await bright(5)]).toEqual(['top', 'bottom', 'top']);
  });
});

describe('what is refused', () => {
  const labels = fileOf('labels.idx', idx([4], [0, 1, 0, 1])),
    images = (count = 4) => idx([count, 2, 2], ramp(count * 4));
  const cases: [string, NamedBytes[], RegExp][] = [
    ['nothing', [], /no images/],
    ['another kind of file', [fileOf('a.doc', ramp(99))], /a\.doc: it is no kind of images/],
    ['an empty file', [fileOf('a.bin', ramp(0))], /empty/],
    ['a file that is cut off', [fileOf('images.idx', images().subarray(0, 20)), labels], /cut off: 20 of 32 bytes/],
    ['a file with more than it says', [fileOf('images.idx', Uint8Array.of(...images(), 1)), labels], /more follows/],
    ['a type that is not read', [fileOf('images.idx', Uint8Array.of(0, 0, 13, 1, 0, 0, 0, 1, 0, 0, 0, 0))], /0x0d/],
    ['other numbers of labels', [fileOf('images.idx', images(5)), labels], /5 images do not go with the 4 labels/],
    ['images without labels', [fileOf('images.idx', images())], /no labels/],
    ['labels without images', [labels], /no images/],
    ['one class', [fileOf('images.idx', images()), fileOf('labels.idx', idx([4], [3, 3, 3, 3]))], /one class, “3”/],
    ['equal images', [fileOf('images.idx', idx([4, 2, 2], new Uint8Array(16))), labels], /equal/],
    ['gzip of nothing', [fileOf('a.gz', Uint8Array.of(0x1f, 0x8b, 8, 0, 1, 2, 3))], /a/],
    ['a path out of a ZIP', [fileOf('a.zip', zipped({ '../../evil.png': ramp(5) }))], /leads out of it/],
    [
      'a ZIP cut off',
      [fileOf('a.zip', zipped({ 'a/1.png': png(8, 8, 1, (x) => x) }).subarray(0, 60))],
      /damaged or cut off/,
    ],
    [
      'a picture in no folder',
      [
        fileOf(
          '1.png',
          png(8, 8, 1, (x) => x),
        ),
      ],
      /no folder/,
    ],
    ['a damaged picture', [fileOf('a/1.png', png(8, 8, 1, (x) => x).fill(7, 40, 60))], /PNG picture is damaged/],
    ['a picture of 60,000 × 60,000', [fileOf('a/1.png', hugePng())], /60000 × 60000 pixels are more than 64 million/],
    ['an AVIF without a browser', [fileOf('a/1.avif', avif())], /AVIF/],
    [
      'numbers that are none',
      [
        fileOf('x.npy', npy('<f8', [1, 2, 2], bytesOf(Float64Array.of(1, NaN, 2, 3)))),
        fileOf('y.npy', npy('|u1', [1], ramp(1))),
      ],
      /not a finite/,
    ],
    ['objects', [fileOf('x.npy', npy('|O', [1, 2, 2], ramp(4)))], /its NPY type is “\|O”/],
    [
      'a label that is none',
      [
        fileOf(
          'd.bin',
          cifar([7, 30], () => 1),
        ),
      ],
      /label in it is 30/,
    ],
    [
      'kinds together',
      [
        fileOf('images.idx', images()),
        labels,
        fileOf(
          'a/1.png',
          png(8, 8, 1, (x) => x),
        ),
      ],
      /another kind/,
    ],
  ];
  it.each(cases)('%s, in one sentence that names the file', async (_, files, sentence) => {
    expect(await rejection(readCollection(files))).toMatch(sentence);
  });

  it('a ZIP that decompresses to more than it says', async () => {
    const bomb = zipped({ 'images.idx': new Uint8Array(1e6), 'labels.idx': idx([1], [1]) });
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    const at = bomb.length - 22 - 2 * 46 - 20;
    view.setUint32(at + 24, 1000, true);
    expect(await rejection(read(fileOf('a.zip', bomb)))).toMatch(/decompress/);
  });

  it('whatever is given up, with the reason', async () => {
    const signal = AbortSignal.abort(new Error('stopped'));
    await expect(readCollection([labels], { signal })).rejects.toThrow('stopped');
  });
});

function hugePng(): Uint8Array {
  const bytes = png(8, 8, 1, (x) => x);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  view.setUint32(16, 60_000);
  view.setUint32(20, 60_000);
  return bytes;
}

const avif = () => Uint8Array.from([0, 0, 0, 32, ...new TextEncoder().encode('ftypavif'), ...ramp(40)]);
