import { readCollection } from '../../src/images/own/read-collection';
import { bytesOf, cifar, fileOf, idx, npy, png, zipped } from '../../src/images/own/testing-files';
import { randomStream, type RandomStream } from '../../src/images/random';
import { ProblemError } from '../../src/problems/problem';
import { FileError } from '../../src/share/file-error';
import { readRunFile } from '../../src/share/read-run-file';
import { tryAll, type Figures } from './figures';
import { anyText } from './text';

const ramp = (count: number) => Uint8Array.from({ length: count }, (_, i) => (i * 37) % 251);
/** Sound files of images: a name, a companion where one belongs to it, and its bytes. */
const images: readonly (readonly (readonly [name: string, bytes: Uint8Array])[])[] = [
  [
    ['images.idx3', idx([6, 4, 4], ramp(96))],
    ['labels.idx1', idx([6], [0, 1, 2, 0, 1, 2])],
  ],
  [['batch.bin', cifar([1, 2, 1, 2], (i, c, j) => (i + c + j) % 256)]],
  [
    ['a/1.png', png(8, 8, 1, (x) => x)],
    ['a/2.png', png(8, 8, 3, (x, y, c) => x * y + c)],
    ['b/1.png', png(8, 8, 1, (_, y) => y)],
    ['b/2.png', png(8, 8, 1, () => 9)],
  ],
  [
    [
      'a.npz',
      zipped({
        'x_train.npy': npy('<f4', [6, 4, 4], bytesOf(Float32Array.from(ramp(96), (value) => value / 255))),
        'y_train.npy': npy('<i4', [6], bytesOf(Int32Array.of(3, 1, 3, 1, 3, 1))),
      }),
    ],
  ],
];

function damaged(bytes: Uint8Array, { below }: RandomStream): Uint8Array {
  const copy = new Uint8Array(bytes);
  for (let i = below(6); i >= 0; i--) copy[below(copy.length)] = below(256);
  return below(4) === 0 ? copy.subarray(0, below(copy.length)) : copy;
}

/** Opens damaged files of images and of runs. @param run the text of a sound run file. */
export function tryFiles(count: number, seed: number, run: string): Promise<Figures> {
  const draws = randomStream(seed, 'hostile files');
  const runBytes = new TextEncoder().encode(run);
  const openRun = () => {
    const { below } = draws;
    const at = below(run.length);
    const text =
      below(3) === 0
        ? run.slice(0, at) + anyText(draws) + run.slice(at + below(20))
        : new TextDecoder().decode(damaged(runBytes, draws));
    readRunFile(text);
  };
  const openImages = async () => {
    const files = images[draws.below(images.length)]!;
    const at = draws.below(files.length);
    await readCollection(files.map(([name, bytes], i) => fileOf(name, i === at ? damaged(bytes, draws) : bytes)));
  };
  return tryAll({
    count,
    async attempt(i) {
      try {
        await (i % 2 === 0 ? openRun() : openImages());
        return true;
      } catch (error) {
        if (error instanceof FileError || error instanceof ProblemError) return false;
        throw error;
      }
    },
    name: (i) => `file ${i}`,
  });
}
