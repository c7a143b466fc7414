import { strToU8, Zip, ZipPassThrough } from 'fflate';
import { npyBytes, npyHeader, type NpyArray } from './npy';

/** The oldest date that a ZIP file can hold: the same run gives the same bytes, whenever it is saved. */
const date = new Date(1980, 0, 1);

/**
 * A ZIP file of NPY arrays and texts, as numpy.savez writes it. Stored, as noise does not compress, and in parts that
 * share the arrays' memory, as large ones would not fit twice.
 */
export async function writeNpz(
  arrays: Readonly<Record<string, NpyArray>>,
  texts: Readonly<Record<string, string>> = {},
): Promise<Uint8Array<ArrayBuffer>[]> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    parts.push(chunk);
  });
  const add = (name: string, ...chunks: Uint8Array<ArrayBuffer>[]) => {
    const file = new ZipPassThrough(name);
    file.mtime = date;
    zip.add(file);
    chunks.forEach((chunk, i) => file.push(chunk, i === chunks.length - 1));
  };
  for (const [name, array] of Object.entries(arrays)) {
    add(`${name}.npy`, npyHeader(array), npyBytes(array));
    // Checksums of large arrays take a while: the page may paint in between.
    await new Promise((resolve) => void setTimeout(resolve));
  }
  for (const [name, text] of Object.entries(texts)) add(name, strToU8(text));
  zip.end();
  return parts;
}
