import { reading, type Entry, type Portions } from './entry';
import { refused } from './refused';

/** How a number is written. */
export interface NumberType {
  readonly bytes: number;
  /** Reads a number at a byte. */
  readonly read: (view: DataView, at: number) => number;
  /** Numbers that are pixels as they are, 0 to 255. */
  readonly isByte: boolean;
  readonly isFlag: boolean;
}

/** An array of numbers in a file, known by its header. */
export interface NumberArray {
  readonly entry: Entry;
  readonly shape: readonly number[];
  readonly type: NumberType;
  /** Bytes before the first number. */
  readonly start: number;
}

const byte: NumberType = { bytes: 1, read: (view, at) => view.getUint8(at), isByte: true, isFlag: false };

/** Numbers of an array at most: beyond them sizes would no longer be whole numbers. */
const mostNumbers = 2 ** 40;

const isIdx = (head: Uint8Array) =>
  head.length >= 4 &&
  head[0] === 0 &&
  head[1] === 0 &&
  head[3]! >= 1 &&
  head[3]! <= 5 &&
  head[2]! >= 8 &&
  head[2]! <= 14;
const npyMagic = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
const isNpy = (head: Uint8Array) => npyMagic.every((value, i) => head[i] === value);

/** Whether a file begins as an array does. */
export const isArray = (head: Uint8Array) => isIdx(head) || isNpy(head);

/** The header of an IDX or NPY file. @throws ProblemError where it is damaged or of a type that is not read. */
export function headerOf(entry: Entry): Promise<NumberArray> {
  return reading(entry, async (portions) => {
    const head = (await portions.exactly(6, 16)).slice();
    const found = isNpy(head) ? await npyHeader(entry, portions) : await idxHeader(entry, portions, head);
    const numbers = found.shape.reduce((product, length) => product * length, 1);
    if (numbers > mostNumbers) throw refused(entry.path, { kind: 'shape', shape: found.shape });
    const wanted = found.start + numbers * found.type.bytes;
    if (entry.size !== null && entry.size < wanted)
      throw refused(entry.path, { kind: 'cut-off', found: entry.size, wanted });
    if (entry.size !== null && entry.size > wanted) throw refused(entry.path, { kind: 'trailing', wanted });
    return found;
  });
}

async function idxHeader(entry: Entry, portions: Portions, head: Uint8Array): Promise<NumberArray> {
  const [code, dimensions] = [head[2]!, head[3]!];
  if (code !== 8) throw refused(entry.path, { kind: 'idx-type', code });
  const start = 4 + 4 * dimensions;
  const rest = await portions.exactly(start - 6, start);
  const sizes = new Uint8Array(4 * dimensions);
  sizes.set(head.subarray(4, 6));
  sizes.set(rest, 2);
  const view = new DataView(sizes.buffer);
  return { entry, shape: Array.from({ length: dimensions }, (_, i) => view.getUint32(4 * i)), type: byte, start };
}

async function npyHeader(entry: Entry, portions: Portions): Promise<NumberArray> {
  const damaged = () => refused(entry.path, { kind: 'npy-header' });
  const version = (await portions.exactly(2, 128))[0]!;
  if (version < 1 || version > 3) throw damaged();
  const size = await portions.exactly(version === 1 ? 2 : 4, 128);
  const view = new DataView(size.buffer, size.byteOffset, size.length);
  const length = version === 1 ? view.getUint16(0, true) : view.getUint32(0, true);
  // NumPy itself takes no more without being told to.
  if (length > 10_000) throw damaged();
  const text = new TextDecoder('latin1').decode(await portions.exactly(length, 128));
  const descr = /'descr'\s*:\s*'([^']{1,20})'/.exec(text)?.[1],
    order = /'fortran_order'\s*:\s*(True|False)/.exec(text)?.[1],
    listed = /'shape'\s*:\s*\(([\d,\sL]*)\)/.exec(text)?.[1];
  if (descr === undefined || order === undefined || listed === undefined) throw damaged();
  const shape = (listed.match(/\d+/g) ?? []).map(Number);
  if (order === 'True' && shape.filter((side) => side > 1).length > 1) throw refused(entry.path, { kind: 'npy-order' });
  const type = numberType(descr);
  if (!type) throw refused(entry.path, { kind: 'npy-type', descr });
  return { entry, shape, type, start: 6 + 2 + size.length + length };
}

function numberType(descr: string): NumberType | null {
  const [, order, kind, digits] = /^([<>|=]?)([buif])(\d)$/.exec(descr) ?? [];
  const little = order !== '>',
    bytes = Number(digits);
  const plain = { bytes, isByte: false, isFlag: false };
  switch (`${kind}${digits}`) {
    case 'b1':
      return { ...byte, isByte: false, isFlag: true };
    case 'u1':
      return byte;
    case 'i1':
      return { ...plain, read: (view, at) => view.getInt8(at) };
    case 'u2':
      return { ...plain, read: (view, at) => view.getUint16(at, little) };
    case 'i2':
      return { ...plain, read: (view, at) => view.getInt16(at, little) };
    case 'u4':
      return { ...plain, read: (view, at) => view.getUint32(at, little) };
    case 'i4':
      return { ...plain, read: (view, at) => view.getInt32(at, little) };
    case 'u8':
      return { ...plain, read: (view, at) => Number(view.getBigUint64(at, little)) };
    case 'i8':
      return { ...plain, read: (view, at) => Number(view.getBigInt64(at, little)) };
    case 'f4':
      return { ...plain, read: (view, at) => view.getFloat32(at, little) };
    case 'f8':
      return { ...plain, read: (view, at) => view.getFloat64(at, little) };
    default:
      return null;
  }
}

/** Goes through an array in groups of `each` numbers, one after another; `take` gets them as bytes. */
export function eachGroup(
  { entry, shape, type, start }: NumberArray,
  each: number,
  take: (view: DataView, index: number) => void,
): Promise<void> {
  const numbers = shape.reduce((product, length) => product * length, 1);
  const wanted = start + numbers * type.bytes;
  return reading(entry, async (portions) => {
    await portions.exactly(start, wanted);
    for (let i = 0; i < numbers / each; i++) {
      const group = await portions.exactly(each * type.bytes, wanted);
      take(new DataView(group.buffer, group.byteOffset, group.length), i);
    }
    await portions.end();
  });
}
