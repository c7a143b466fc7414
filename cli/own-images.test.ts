import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cifar, png, zipped } from '../src/images/own/testing-files';
import { readArguments, type Arguments, type RunSource } from './arguments';
import { readImages } from './own-images';
import { run } from './run';
import { nothingToSay } from './testing';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'own-images-'));
  // Ships are blue at the top, horses are not; all differ a little.
  const pixel = (i: number, c: number, j: number) =>
    ((i % 2 === 0) === (c === 2 && j < 512) ? 200 : 90) + ((i * 7 + j) % 23);
  const labels = Array.from({ length: 24 }, (_, i) => (i % 2 === 0 ? 8 : 7));
  await mkdir(join(folder, 'batches'));
  await writeFile(join(folder, 'batches', 'train.bin'), cifar(labels, pixel));
  await writeFile(join(folder, 'batches', 'test.bin'), cifar(labels.slice(0, 8), pixel));
  const pictures = Object.fromEntries(
    ['cat', 'dog'].flatMap((name, c) =>
      Array.from({ length: 10 }, (_, i) => [`${name}/${i}.png`, png(16, 16, 1, (x, y) => (c === 0 ? x : y) * 9 + i)]),
    ),
  );
  await writeFile(join(folder, 'pets.zip'), zipped(pictures));
});
afterAll(() => rm(folder, { recursive: true }));

const result = async (path: string, ...argv: string[]) =>
  (await run(
    readArguments(
      ['--backend', 'cpu', '--every', '1000', ...argv],
      await readImages(join(folder, path)),
    ) as Arguments<RunSource>,
    nothingToSay,
  )) as {
    parameters: { data: string; images: string; classes: string[] };
    signalDimension: number;
    history: { testAccuracy: number; stableRank: number }[];
    data: { stableRank: number };
  };

describe('images of one’s own on the command line', () => {
  it('are trained on in colour, from a folder of batches whose test images are held out', async () => {
    const link = '#channels=rgb&side=4&n=24&mu=6&m=4&lr=1&steps=60';
    const clean = await result('batches', '--classes', 'ship,horse', '--link', `${link}&sigma=0`);
    const noisy = await result('batches', '--classes', 'ship,horse', '--link', `${link}&sigma=0.5`);
    expect(clean.parameters).toMatchObject({
      data: 'file',
      classes: ['ship', 'horse'],
      images: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    expect(noisy.parameters.images).toBe(clean.parameters.images);
    expect(clean.history.at(-1)!.testAccuracy).toBe(1);
    expect(noisy.data.stableRank).toBeGreaterThan(1.5 * clean.data.stableRank);
  });

  it('are trained on from pictures in a ZIP file, one class against the rest, a fifth of them held out', async () => {
    const { history, signalDimension } = await result(
      'pets.zip',
      '--classes',
      'dog,rest',
      '--link',
      '#side=8&n=16&mu=4&m=4&lr=1&steps=40&sigma=0.1',
    );
    expect(history.at(-1)!.testAccuracy).toBe(1);
    expect(signalDimension).toBeGreaterThan(0);
  });

  it('are refused in one line where they, or what is asked of them, cannot be', async () => {
    await expect(readImages(join(folder, 'nowhere'))).rejects.toThrow('--images: ');
    const pets = await readImages(join(folder, 'pets.zip'));
    const refusal =
      (...argv: string[]) =>
      () =>
        readArguments(argv, pets);
    expect(refusal('--classes', 'cat,cow', '--link', '#n=8')).toThrow('“cat,cow” are not classes of these images');
    expect(refusal('--link', '#n=200')).toThrow('8 training images of each class');
    expect(refusal('--link', '#n=8&images=0123456789abcdef')).toThrow('the link names the images 0123456789abcdef');
    expect(() => readArguments(['--classes', 'cat,dog'])).toThrow('--classes: needs --images');
  });
});
