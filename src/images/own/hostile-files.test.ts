import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../problems/problem';
import { said } from '../../problems/testing';
import { problems as chinese } from '../../strings/zh/problems';
import { randomStream, type RandomStream } from '../random';
import type { NamedBytes } from './files';
import { readCollection } from './read-collection';
import { bytesOf, cifar, fileOf, gif, gzipped, idx, npy, png, zipped } from './testing-files';

const ramp = (count: number) => Uint8Array.from({ length: count }, (_, i) => (i * 37) % 251);
const sound: Readonly<Record<string, Readonly<Record<string, Uint8Array>>>> = {
  idx: { 'train-images.idx3': idx([6, 4, 4], ramp(96)), 'train-labels.idx1': idx([6], [0, 1, 2, 0, 1, 2]) },
  gzip: { 'images.gz': gzipped(idx([6, 4, 4], ramp(96))), 'labels.gz': gzipped(idx([6], [0, 1, 0, 1, 0, 1])) },
  npz: {
    'a.npz': zipped({
      'x_train.npy': npy('<f4', [6, 4, 4], bytesOf(Float32Array.from(ramp(96), (value) => value / 255))),
      'y_train.npy': npy('<i4', [6], bytesOf(Int32Array.of(3, 1, 3, 1, 3, 1))),
    }),
  },
  cifar: { 'data_batch_1.bin': cifar([1, 2, 1, 2], (i, c, j) => (i + c + j) % 256) },
  pictures: {
    'a/1.png': png(9, 8, 3, (x, y, c) => 9 * x + y + c),
    'a/2.gif': gif(8, 9, (x, y) => ((x * y) % 3 === 0 ? 1 : 0)),
    'b/1.png': png(8, 8, 4, (x, y, c) => (c === 3 ? 200 : x * y)),
    'b/2.png': png(8, 8, 1, (x) => x),
  },
  zip: {
    'all.zip': zipped({
      'c/1.png': png(8, 8, 1, (x) => x),
      'c/2.png': png(8, 8, 1, () => 4),
      'd/1.png': png(8, 8, 1, (_, y) => y),
      'd/2.png': png(8, 8, 1, () => 9),
    }),
  },
};

/** One damage, drawn: cut off, lengthened, bytes changed, a stretch of noise, another file's bytes, a wrong name. */
function damaged({ below }: RandomStream): NamedBytes[] {
  // Archives take ten times as long.
  const often = [sound.idx!, sound.cifar!, sound.pictures!];
  const kinds = below(8) === 0 ? [sound.gzip!, sound.npz!, sound.zip!] : often;
  const files = Object.entries(kinds[below(kinds.length)]!);
  const at = below(files.length);
  const [path, bytes] = files[at]!;
  const other = Object.values(kinds[below(kinds.length)]!)[0]!;
  const changed = new Uint8Array(bytes);
  const damages: (() => [string, Uint8Array])[] = [
    () => [path, bytes.subarray(0, below(bytes.length))],
    () => [path, Uint8Array.of(...bytes, ...ramp(1 + below(40)))],
    () => {
      for (let i = 0; i <= below(8); i++) changed[below(Math.min(200, changed.length))] = below(256);
      return [path, changed];
    },
    () => {
      changed[below(changed.length)]! ^= 1 << below(8);
      return [path, changed];
    },
    () => {
      const from = below(changed.length);
      changed.fill(255 * below(2), from, from + 1 + below(64));
      return [path, changed];
    },
    () => [path, other],
    () => [['x.bin', 'x.png', 'labels.npy', '../../y', 'b/2.png', 'q.jpg', 'w.avif'][below(7)]!, bytes],
    () => [path, ramp(below(300))],
  ];
  files[at] = damages[below(damages.length)]!();
  if (below(6) === 0) files.splice(below(files.length), 1);
  return files.map(([name, content]) => fileOf(name, content));
}

describe('a thousand damaged and hostile files', () => {
  it('are each read as they are, or refused in one clear sentence of either language, and nothing else', async () => {
    const draws = randomStream(7, 'damaged files');
    const refusals = new Set<string>();
    let read = 0;
    for (let i = 0; i < 1000; i++) {
      try {
        const { pixels, labels, height, width, channels, classes, train } = await readCollection(damaged(draws));
        // Whatever was read is whole: sizes fit, labels are classes, and there is something to tell apart.
        expect(pixels.length).toBe(labels.length * height * width * channels);
        expect(Math.max(...labels)).toBeLessThan(classes.length);
        expect([classes.length > 1, train > 0 && train <= labels.length]).toEqual([true, true]);
        read += 1;
      } catch (error) {
        expect(error, `file ${i}`).toBeInstanceOf(ProblemError);
        const { problem } = error as ProblemError;
        expect(problem.kind).toBe('images-refused');
        for (const sentence of [said(problem), chinese.text(problem)]) expect(sentence).toMatch(/^[^\n]{5,300}[.。]$/);
        if (problem.kind === 'images-refused') refusals.add(problem.fault.kind);
      }
    }
    // What is changed in a pixel alone is another picture, not a damaged one.
    expect(read).toBeGreaterThan(50);
    expect(read).toBeLessThan(600);
    expect(refusals.size).toBeGreaterThan(15);
  });
});

describe('large files', () => {
  /** Files that are made as they are read, and count what was asked of them. */
  function counting(size: number, piece: (at: number, length: number) => Uint8Array<ArrayBuffer>) {
    const seen = { pulled: 0, largest: 0 };
    const bytes = (from: number, to: number): NamedBytes['bytes'] => ({
      size: to - from,
      slice: (start, end) => bytes(from + start, from + Math.min(end, to - from)),
      arrayBuffer: async () => {
        seen.largest = Math.max(seen.largest, to - from);
        return piece(from, to - from).buffer;
      },
      stream() {
        let at = from;
        return new ReadableStream(
          {
            pull(controller) {
              const length = Math.min(16_384, to - at);
              if (length === 0) return controller.close();
              controller.enqueue(piece(at, length));
              at += length;
              seen.pulled += length;
            },
          },
          { highWaterMark: 0 },
        );
      },
    });
    return { seen, bytes: bytes(0, size) };
  }

  it('are streamed: no more is read ahead than one piece, and none is held whole', async () => {
    const record = 3073,
      count = 1000;
    const { seen, bytes } = counting(record * count, (at, length) =>
      Uint8Array.from({ length }, (_, i) =>
        (at + i) % record === 0 ? Math.floor((at + i) / record) % 10 : (at + i) % 250,
      ),
    );
    const ahead: number[] = [];
    const collection = await readCollection([{ path: 'data_batch_1.bin', bytes }], {
      onProgress: (done) => ahead.push(seen.pulled - done),
    });
    expect(collection).toMatchObject({ classes: expect.arrayContaining(['ship']), train: count });
    expect(seen.largest).toBe(0);
    // The beginning of the file is looked at first, to tell what it is.
    expect(Math.max(...ahead)).toBeLessThanOrEqual(2 * 16_384);
    expect(ahead.length).toBeGreaterThan((record * count) / 16_384);
  });

  it('are given up within a piece of being told to', async () => {
    const { seen, bytes } = counting(3073 * 1000, (_, length) => new Uint8Array(length));
    const stop = new AbortController();
    const onProgress = (done: number) => done > 100_000 && stop.abort(new Error('stopped'));
    await expect(readCollection([{ path: 'a.bin', bytes }], { signal: stop.signal, onProgress })).rejects.toThrow(
      'stopped',
    );
    expect(seen.pulled).toBeLessThan(200_000);
  });

  it('beyond what can be held are refused by their headers alone', async () => {
    const header = idx([2_000_000, 64, 64], []);
    const size = header.length + 2_000_000 * 4096;
    const { seen, bytes } = counting(size, (at, length) => {
      const part = new Uint8Array(length);
      if (at < header.length) part.set(header.subarray(at, at + length));
      return part;
    });
    const files = [{ path: 'images.idx', bytes }, fileOf('labels.idx', idx([2_000_000], new Uint8Array(2_000_000)))];
    await expect(readCollection(files)).rejects.toThrow('too-many-pixels');
    expect(seen.pulled).toBeLessThan(100_000);
  });
});
