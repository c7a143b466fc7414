import { readFile } from 'node:fs/promises';
import type { Assets } from '../src/images/assets';
import { decodeMnistPack } from '../src/images/sources/digits/pack';

/** What the page ships for its images, read from disk. */
export const fileAssets: Assets = {
  digits: async (digit) =>
    decodeMnistPack(await readFile(new URL(`../public/mnist/digit-${digit}.bin`, import.meta.url))),
};
