import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { missing, type Assets } from '../src/images/assets';
import { decodeMnistPack } from '../src/images/sources/digits/pack';

const digits = join(dirname(fileURLToPath(import.meta.url)), '../public/mnist');

/** What the page ships for its images, read from disk. */
export const fileAssets: Assets = {
  digits: async (digit) => decodeMnistPack(await readFile(join(digits, `digit-${digit}.bin`))),
  own: missing,
};
