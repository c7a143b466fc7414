import { FileError } from './file-error';
import { imagesBytes } from './images-npz';
import { readRunFile } from './read-run-file';
import type { RunFile } from './run-file';

/** A run file as it was read, and own images that travelled in it as the NPZ file that they are there. */
export interface ReadRun {
  readonly run: RunFile;
  readonly images: Blob | null;
}

/** @throws FileError that says what is wrong with it. */
export function readRun(json: string): ReadRun {
  const { images, ...run } = readRunFile(json);
  if (images === undefined) return { run, images: null };
  try {
    return { run, images: new Blob([imagesBytes(images)]) };
  } catch {
    throw new FileError({ kind: 'images-unreadable' });
  }
}
