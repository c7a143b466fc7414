/** A file that cannot be read, in words that name the field and what is wrong with it. */
export class FileError extends Error {
  override name = 'FileError';
}
