import { Gunzip } from 'fflate';
import { checksum } from './checksum';
import type { FileBytes, NamedBytes, ReadOptions } from './files';
import { refused } from './refused';

/** A file, or a file within a ZIP file, that is read from its beginning, as often as needed. */
export interface Entry {
  readonly path: string;
  /** Bytes; null where it is compressed in a way that does not say. */
  readonly size: number | null;
  /** Its content in pieces, each good until the next is asked for. */
  open(): AsyncGenerator<Uint8Array, void, undefined>;
}

/** Compressed bytes that are inflated at a time: at most a thousand times as many come of them. */
const atATime = 4096;

/** Counts what is read of the given files, and looks whether it is still wanted. */
export class Watch {
  private done = 0;

  constructor(
    private readonly of: number,
    private readonly options: ReadOptions,
  ) {}

  /** @throws the signal's reason. */
  read(bytes: number): void {
    this.options.signal?.throwIfAborted();
    // Beginnings are read twice.
    this.done = Math.min(this.of, this.done + bytes);
    this.options.onProgress?.(this.done, this.of);
  }
}

/** The bytes of a file as they come, without holding more than one piece. */
export async function* piecesOf(
  path: string,
  bytes: FileBytes,
  watch: Watch,
): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = bytes.stream().getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((cause: unknown) => {
        throw refused(path, { kind: 'unreadable' }, cause);
      });
      if (done) return;
      watch.read(value.length);
      yield value;
    }
  } finally {
    // Not awaited: a source that does not let go must not hold up whoever has read enough.
    reader.cancel().catch(() => undefined);
  }
}

export function plainEntry({ path, bytes }: NamedBytes, watch: Watch): Entry {
  return { path, size: bytes.size, open: () => piecesOf(path, bytes, watch) };
}

/** A file that gzip made smaller, under its own name. Its checksum is compared once it was read to its end. */
export function gzipEntry({ path, bytes }: NamedBytes, watch: Watch): Entry {
  const inside = path.replace(/\.gz$/i, '');
  return {
    path: inside,
    size: null,
    async *open() {
      const out: Uint8Array[] = [];
      const gunzip = new Gunzip((piece) => out.push(piece));
      const sum = checksum();
      for await (const piece of piecesOf(path, bytes, watch)) {
        yield* inflated(path, piece, (part) => gunzip.push(part, false), out, sum.add);
      }
      yield* inflated(path, new Uint8Array(0), (part) => gunzip.push(part, true), out, sum.add);
      const trailer = new DataView(await bytes.slice(Math.max(0, bytes.size - 8), bytes.size).arrayBuffer());
      if (trailer.byteLength < 8 || trailer.getUint32(0, true) !== sum.value())
        throw refused(path, { kind: 'gzip-damaged' });
    },
  };
}

/** Pushes a piece in small parts, and hands on what comes of each. */
export function* inflated(
  path: string,
  piece: Uint8Array,
  push: (part: Uint8Array) => void,
  out: Uint8Array[],
  each: (part: Uint8Array) => void,
): Generator<Uint8Array, void, undefined> {
  for (let at = 0; at === 0 || at < piece.length; at += atATime) {
    try {
      push(piece.subarray(at, at + atATime));
    } catch (cause) {
      throw refused(path, { kind: 'gzip-damaged' }, cause);
    }
    for (const part of out.splice(0)) {
      if (part.length === 0) continue;
      each(part);
      yield part;
    }
  }
}

/** Reads an entry in portions of known size. Holds one piece and one portion. */
export class Portions {
  private readonly pieces: AsyncGenerator<Uint8Array, void, undefined>;
  private piece = new Uint8Array(0) as Uint8Array;
  private at = 0;
  private taken = 0;

  constructor(private readonly entry: Entry) {
    this.pieces = entry.open();
  }

  /** The next `count` bytes, or fewer at the end. Good until the next call. */
  async upTo(count: number): Promise<Uint8Array> {
    if (this.at + count <= this.piece.length) {
      const view = this.piece.subarray(this.at, this.at + count);
      this.at += count;
      this.taken += count;
      return view;
    }
    const portion = new Uint8Array(count);
    let filled = 0;
    while (filled < count) {
      if (this.at === this.piece.length) {
        const { done, value } = await this.pieces.next();
        if (done) break;
        this.piece = value;
        this.at = 0;
        continue;
      }
      const part = this.piece.subarray(this.at, this.at + count - filled);
      portion.set(part, filled);
      filled += part.length;
      this.at += part.length;
    }
    this.taken += filled;
    return portion.subarray(0, filled);
  }

  /** Exactly `count` bytes. @param wanted bytes of the whole file, for what is said. @throws ProblemError `cut-off`. */
  async exactly(count: number, wanted: number): Promise<Uint8Array> {
    const portion = await this.upTo(count);
    if (portion.length < count) throw refused(this.entry.path, { kind: 'cut-off', found: this.taken, wanted });
    return portion;
  }

  /** @throws ProblemError `trailing` where more follows. */
  async end(): Promise<void> {
    if ((await this.upTo(1)).length > 0) throw refused(this.entry.path, { kind: 'trailing', wanted: this.taken - 1 });
  }

  async close(): Promise<void> {
    await this.pieces.return();
  }
}

/** Whatever is read of an entry, it is closed afterwards. */
export async function reading<T>(entry: Entry, read: (portions: Portions) => Promise<T>): Promise<T> {
  const portions = new Portions(entry);
  try {
    return await read(portions);
  } finally {
    await portions.close();
  }
}

/** An entry whole. @param most bytes; more are refused. */
export async function wholeOf(entry: Entry, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = (bytes: number) =>
    refused(entry.path, { kind: 'too-many-pixels', megabytes: Math.ceil(bytes / 1e6), most: Math.floor(most / 1e6) });
  if (entry.size !== null && entry.size > most) throw tooLarge(entry.size);
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const piece of entry.open()) {
    length += piece.length;
    if (length > most) throw tooLarge(length);
    parts.push(piece.slice());
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Bytes in memory, to be read as a file is. */
export function inMemory(data: Uint8Array<ArrayBuffer>): FileBytes {
  return {
    size: data.length,
    slice: (from, to) => inMemory(data.subarray(from, to)),
    arrayBuffer: async () => data.slice().buffer,
    stream: () =>
      new ReadableStream({
        start(controller) {
          if (data.length > 0) controller.enqueue(data);
          controller.close();
        },
      }),
  };
}
