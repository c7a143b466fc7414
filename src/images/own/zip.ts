import { Inflate } from 'fflate';
import { checksum } from './checksum';
import { inflated, piecesOf, type Entry, type Watch } from './entry';
import type { NamedBytes } from './files';
import { refused } from './refused';

/** Files in a ZIP file at most, and bytes of its directory. */
const mostFiles = 100_000,
  mostDirectory = 2 ** 26;

const signature = { end: 0x06054b50, directory: 0x02014b50, local: 0x04034b50 } as const;

/**
 * The files in a ZIP file, from the directory at its end, so that each can be read by itself. Nothing is decompressed yet.
 * @throws ProblemError `zip-damaged`, `zip-path`, `zip-encrypted`, `zip-method`, `too-many-files`.
 */
export async function zipEntries(file: NamedBytes, watch: Watch): Promise<Entry[]> {
  const { path, bytes } = file;
  const damaged = () => refused(path, { kind: 'zip-damaged' });
  const view = async (from: number, length: number): Promise<DataView> => {
    if (from < 0 || length < 0 || from + length > bytes.size) throw damaged();
    const read = await bytes.slice(from, from + length).arrayBuffer();
    if (read.byteLength !== length) throw refused(path, { kind: 'unreadable' });
    return new DataView(read);
  };
  const tail = await view(Math.max(0, bytes.size - 65_557), Math.min(bytes.size, 65_557));
  let end = tail.byteLength - 22;
  while (end >= 0 && tail.getUint32(end, true) !== signature.end) end -= 1;
  if (end < 0) throw damaged();
  const count = tail.getUint16(end + 10, true),
    size = tail.getUint32(end + 12, true),
    start = tail.getUint32(end + 16, true);
  if (count > mostFiles) throw refused(path, { kind: 'too-many-files', count, most: mostFiles });
  if (size > mostDirectory) throw damaged();
  const directory = await view(start, size);
  const entries: Entry[] = [];
  for (let i = 0, at = 0; i < count; i++) {
    if (at + 46 > size || directory.getUint32(at, true) !== signature.directory) throw damaged();
    const u16 = (offset: number) => directory.getUint16(at + offset, true),
      u32 = (offset: number) => directory.getUint32(at + offset, true);
    const nameLength = u16(28);
    if (at + 46 + nameLength > size) throw damaged();
    const name = new TextDecoder().decode(new Uint8Array(directory.buffer, at + 46, nameLength));
    const [flags, method, crc, packed, unpacked, local] = [u16(8), u16(10), u32(16), u32(20), u32(24), u32(42)];
    at += 46 + nameLength + u16(30) + u16(32);
    if (/(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[a-z]:/i.test(name))
      throw refused(path, { kind: 'zip-path', path: name.slice(0, 60) });
    if (name.endsWith('/')) continue;
    if (flags & 1) throw refused(path, { kind: 'zip-encrypted' });
    if (method !== 0 && method !== 8) throw refused(path, { kind: 'zip-method', code: method });
    const inside = `${path}/${name.replaceAll('\\', '/')}`;
    entries.push({
      path: inside,
      size: unpacked,
      async *open() {
        const head = await view(local, 30);
        if (head.getUint32(0, true) !== signature.local) throw damaged();
        const from = local + 30 + head.getUint16(26, true) + head.getUint16(28, true);
        if (from + packed > bytes.size) throw damaged();
        const sum = checksum();
        let length = 0;
        const add = (part: Uint8Array) => {
          length += part.length;
          if (length > unpacked) throw refused(inside, { kind: 'zip-bomb' });
          sum.add(part);
        };
        const pieces = piecesOf(inside, bytes.slice(from, from + packed), watch);
        if (method === 0) {
          for await (const piece of pieces) {
            add(piece);
            yield piece;
          }
        } else {
          const out: Uint8Array[] = [];
          const inflate = new Inflate((part) => out.push(part));
          for await (const piece of pieces)
            yield* inflated(inside, piece, (part) => inflate.push(part, false), out, add);
          yield* inflated(inside, new Uint8Array(0), (part) => inflate.push(part, true), out, add);
        }
        if (length !== unpacked || sum.value() !== crc) throw refused(inside, { kind: 'gzip-damaged' });
      },
    });
  }
  return entries;
}
