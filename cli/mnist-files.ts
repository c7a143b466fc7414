import { readFile } from 'node:fs/promises';
import { decodeMnistPack, type MnistSource } from '../src/images/sources/digits/pack';

/** The digits that the page ships, read from disk. */
export const mnistFiles: MnistSource = async (digit) =>
  decodeMnistPack(await readFile(new URL(`../public/mnist/digit-${digit}.bin`, import.meta.url)));
