/** What can be read of a file in parts: a browser's File or Blob is one. */
export interface FileBytes {
  readonly size: number;
  slice(from: number, to: number): FileBytes;
  arrayBuffer(): Promise<ArrayBuffer>;
  stream(): ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** A file and where it lies: the folders above it name classes and sets. */
export interface NamedBytes {
  /** With slashes; `webkitRelativePath`, or the name alone. */
  readonly path: string;
  readonly bytes: FileBytes;
}

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  /** Bytes of the files that have been read, of how many. */
  readonly onProgress?: ((done: number, of: number) => void) | undefined;
}
