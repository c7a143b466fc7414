import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { missing, type Assets } from '../src/images/assets';
import type { ImageCollection } from '../src/images/own/collection';
import { decodeMnistPack, type MnistSource } from '../src/images/sources/digits/pack';
import { packPath, type PackedSet } from '../src/images/sources/digits/shape';

const shipped = join(dirname(fileURLToPath(import.meta.url)), '../public');

const packed =
  (set: PackedSet): MnistSource =>
  async (digit) =>
    decodeMnistPack(await readFile(join(shipped, packPath(set, digit))));

/** What images are made from: what the page ships, read from disk, and a collection that was brought. */
export const assetsWith = (collection: ImageCollection | null): Assets => ({
  digits: packed('mnist'),
  fashion: packed('fashion'),
  own: async (hash) => (collection?.hash === hash ? collection : missing(hash)),
});

/** Without images that were brought. */
export const fileAssets = assetsWith(null);
