import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { missing, type Assets } from '../src/images/assets';
import type { ImageCollection } from '../src/images/own/collection';
import { decodeMnistPack, type MnistSource } from '../src/images/sources/digits/pack';
import { packPath, type PackedSet } from '../src/images/sources/digits/shape';

const here = dirname(fileURLToPath(import.meta.url));
/** Beside the sources, and around the built command, which lies within the page. */
const shipped = [join(here, '../public'), join(here, '..')].find((folder) => existsSync(join(folder, 'mnist'))) ?? here;

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
