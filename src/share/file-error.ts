import type { FileFault } from '../problems/files';

/** A file that cannot be read, with what is wrong with it. */
export class FileError extends Error {
  override name = 'FileError';

  constructor(readonly fault: FileFault) {
    super(fault.kind);
  }
}
