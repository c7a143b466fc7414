import { describe, expect, it } from 'vitest';
import { writeNpz } from '../formats/npz';
import { noAssets, type Assets } from '../images/assets';
import { summaryOf, type ImageCollection } from '../images/own/collection';
import { makeKnown } from '../images/own/known';
import { readCollection } from '../images/own/read-collection';
import type { Bring } from '../images/own/read-in-worker';
import { shelf } from '../images/own/shelf';
import { bytesOf, cifar, fileOf, npy } from '../images/own/testing-files';
import { finished, localCaller, testApp } from '../store/testing';
import { imagesBytes, imagesEntries, imagesText } from './images-npz';
import { openRunFile } from './open-run-file';
import { runArrays } from './run-arrays';
import { runFileOf } from './run-file';

/** As the page's worker does it. */
const bring: Bring = async (files, options) => {
  const collection = await readCollection(files);
  return shelf.take(collection, { summary: summaryOf(collection), isKept: true, only: options?.only });
};

/** Grey images of 6 × 6 of three classes, of which the files do not say which to hold out. */
const grey = (tint = 0) =>
  readCollection([
    fileOf(
      'images.npy',
      npy(
        '|u1',
        [24, 6, 6],
        Uint8Array.from({ length: 24 * 36 }, (_, at) => tint + ((at * 7) % 97)),
      ),
    ),
    fileOf('labels.npy', npy('<i4', [24], bytesOf(Int32Array.from({ length: 24 }, (_, i) => 5 + (i % 3))))),
  ]);
/** Colour images with a test set, and names that are no numbers. */
const colour = () =>
  readCollection([
    fileOf(
      'train.bin',
      cifar([7, 8, 7, 8], (i, c, j) => (i + c * 3 + j) % 256),
    ),
    fileOf(
      'test.bin',
      cifar([8, 7], (i, c, j) => (2 * i + c + j) % 256),
    ),
  ]);

describe('own images in an NPZ file', () => {
  it.each([
    ['grey, without a test set', grey],
    ['in colour, with one', colour],
  ])('%s, are read as the same collection', async (_, make) => {
    const collection = await make();
    const read = await readCollection([fileOf('own-images.npz', imagesBytes(await imagesText(collection)))]);
    expect(read).toEqual({ ...collection, name: 'own-images.npz' });
  });

  it('are found beside arrays of other shapes', async () => {
    const collection = await colour();
    const { arrays, texts } = imagesEntries(collection);
    const beside = { patches: { values: new Float64Array(24), shape: [2, 3, 4, 1] }, ...arrays };
    const bytes = await new Blob(await writeNpz(beside, texts)).arrayBuffer();
    expect((await readCollection([fileOf('run.npz', new Uint8Array(bytes))])).hash).toBe(collection.hash);
  });
});

describe('a run of own images as a file', () => {
  const assets: Assets = { ...noAssets('none'), own: (hash) => shelf.get(hash) };
  const page = (link: string) =>
    testApp(link, {
      training: localCaller(undefined, assets),
      spectra: localCaller(undefined, assets),
      aside: localCaller(undefined, assets),
    });
  const away = () => page('#side=4&k=1&n=16&patches=2&m=2&steps=2&backend=cpu');
  const asFile = (text: string) => ({ name: 'run.json', size: text.length, text: () => Promise.resolve(text) });
  async function sound(collection: ImageCollection) {
    makeKnown(summaryOf(collection));
    await shelf.put(collection);
    const app = page(`#data=file&images=${collection.hash}&side=4&n=8&m=4&steps=20&lr=1&backend=cpu`);
    await finished(app);
    return app;
  }

  it('takes its images along, which come to the page that opens it', async () => {
    const collection = await grey();
    const first = await sound(collection);
    const file = runFileOf(first.store.getState())!;
    // Two others, and they are in memory no longer.
    for (const tint of [20, 40]) await shelf.put(await grey(tint));
    await expect(shelf.get(collection.hash)).rejects.toThrow('images-missing');
    const second = away();
    await finished(second);
    await openRunFile(second, asFile(JSON.stringify({ ...file, images: await imagesText(collection) })), bring);
    const { run, experiment, notices } = second.store.getState();
    expect([experiment.images, run.status, notices]).toEqual([collection.hash, 'finished', []]);
    expect(runFileOf(second.store.getState())!.history.at(-1)).toEqual(file.history.at(-1));
  });

  it.each([
    ['others', async () => imagesText(await grey(60)), 'images-other'],
    ['damaged', async () => (await imagesText(await grey())).slice(0, 400), 'images-unreadable'],
    ['no base64', async () => '§', 'images-unreadable'],
  ])('is not opened where they are %s', async (_, images, kind) => {
    const file = runFileOf((await sound(await grey())).store.getState())!;
    const app = away();
    const { experiment } = await finished(app);
    await openRunFile(app, asFile(JSON.stringify({ ...file, images: await images() })), bring);
    expect(app.store.getState().experiment).toBe(experiment);
    expect(app.store.getState().notices).toMatchObject([{ problem: { kind: 'not-opened', fault: { kind } } }]);
  });

  it('for NumPy has them too, where they are wanted', async () => {
    const collection = await grey();
    const app = await sound(collection);
    const read = async (own: ImageCollection | null) =>
      readCollection([fileOf('run.npz', new Uint8Array(await (await runArrays(app, own)).arrayBuffer()))]);
    expect((await read(collection)).hash).toBe(collection.hash);
    await expect(read(null)).rejects.toThrow('images-refused');
  });
});
