import { open, readdir, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { FileBytes, NamedBytes } from '../src/images/own/files';

/** Bytes that are read from the disk at a time. */
const atATime = 2 ** 16;

/** A part of a file on disk, as a browser's File is one: nothing is read before it is asked for. */
function fileBytes(path: string, from: number, to: number): FileBytes {
  const size = Math.max(0, to - from);
  return {
    size,
    slice: (start, end) => fileBytes(path, from + Math.min(start, size), from + Math.min(end, size)),
    async arrayBuffer() {
      const file = await open(path);
      try {
        const bytes = new Uint8Array(size);
        const { bytesRead } = await file.read(bytes, 0, size, from);
        return bytes.buffer.slice(0, bytesRead);
      } finally {
        await file.close();
      }
    },
    stream() {
      let at = from;
      const opening = open(path);
      return new ReadableStream<Uint8Array<ArrayBuffer>>(
        {
          async pull(controller) {
            const file = await opening;
            const piece = new Uint8Array(Math.min(atATime, to - at));
            const { bytesRead } = piece.length > 0 ? await file.read(piece, 0, piece.length, at) : { bytesRead: 0 };
            at += bytesRead;
            if (bytesRead > 0) return controller.enqueue(piece.subarray(0, bytesRead));
            controller.close();
            await file.close();
          },
          async cancel() {
            await (await opening).close();
          },
        },
        { highWaterMark: 0 },
      );
    },
  };
}

/** A file, or all files in a folder. Rejects as the file system does. */
export async function filesAt(path: string): Promise<NamedBytes[]> {
  const found = await stat(path);
  const named = async (file: string, as: string): Promise<NamedBytes> => ({
    path: as,
    bytes: fileBytes(file, 0, (await stat(file)).size),
  });
  if (!found.isDirectory()) return [await named(path, basename(path))];
  const top = basename(join(path, '.'));
  const inside = await readdir(path, { recursive: true, withFileTypes: true });
  return Promise.all(
    inside
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => named(file, [top, ...relative(path, file).split(sep)].join('/'))),
  );
}
