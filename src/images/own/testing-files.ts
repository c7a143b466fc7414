import { encode } from 'fast-png';
import { gzipSync, zipSync } from 'fflate';
import { inMemory } from './entry';
import type { NamedBytes } from './files';

/** For tests: files of every format that is read, made here. */
export const fileOf = (path: string, bytes: Uint8Array): NamedBytes => ({
  path,
  bytes: inMemory(new Uint8Array(bytes)),
});

export const gzipped = (bytes: Uint8Array): Uint8Array => gzipSync(bytes);
export const zipped = (files: Readonly<Record<string, Uint8Array>>): Uint8Array => zipSync({ ...files });

/** An array of unsigned bytes as IDX. */
export function idx(shape: readonly number[], values: ArrayLike<number>): Uint8Array {
  const bytes = new Uint8Array(4 + 4 * shape.length + values.length);
  const view = new DataView(bytes.buffer);
  bytes.set([0, 0, 8, shape.length]);
  shape.forEach((length, i) => view.setUint32(4 + 4 * i, length));
  bytes.set(Array.from(values), 4 + 4 * shape.length);
  return bytes;
}

/** An array as NPY, version 1. */
export function npy(descr: string, shape: readonly number[], values: Uint8Array): Uint8Array {
  const listed = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const text = `{'descr': '${descr}', 'fortran_order': False, 'shape': (${listed}), }`;
  const padded = `${text.padEnd(117)}\n`;
  const head = new Uint8Array([0x93, ...new TextEncoder().encode('NUMPY'), 1, 0, padded.length, 0]);
  return new Uint8Array([...head, ...new TextEncoder().encode(padded), ...values]);
}

export const bytesOf = (numbers: Float32Array | Float64Array | Int32Array | BigInt64Array): Uint8Array =>
  new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);

/** A batch of CIFAR-10: labels, and what a pixel of an image is in a channel. */
export function cifar(
  labels: readonly number[],
  pixel: (image: number, channel: number, at: number) => number,
): Uint8Array {
  const bytes = new Uint8Array(labels.length * 3073);
  labels.forEach((label, i) => {
    bytes[i * 3073] = label;
    for (let c = 0; c < 3; c++) for (let j = 0; j < 1024; j++) bytes[i * 3073 + 1 + c * 1024 + j] = pixel(i, c, j);
  });
  return bytes;
}

/** A PNG picture. */
export function png(
  width: number,
  height: number,
  channels: 1 | 2 | 3 | 4,
  values: (x: number, y: number, channel: number) => number,
): Uint8Array {
  const data = new Uint8Array(width * height * channels);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let c = 0; c < channels; c++) data[(y * width + x) * channels + c] = values(x, y, c);
  return encode({ width, height, data, channels, depth: 8 });
}

/** A GIF picture of one frame, of two colours, uncompressed: codes of eight bits, cleared before the table grows. */
export function gif(width: number, height: number, values: (x: number, y: number) => 0 | 1): Uint8Array {
  const table = [0, 0, 0, 255, 128, 64];
  const codes: number[] = [];
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) codes.push(values(x, y));
  // Least code size 2: codes of three bits; a clear code after every second keeps them so.
  let bits = 0,
    filled = 0;
  const data: number[] = [];
  const put = (code: number) => {
    bits |= code << filled;
    filled += 3;
    while (filled >= 8) {
      data.push(bits & 255);
      bits >>= 8;
      filled -= 8;
    }
  };
  codes.forEach((code, i) => {
    if (i % 2 === 0) put(4);
    put(code);
  });
  put(5);
  if (filled > 0) data.push(bits & 255);
  const blocks: number[] = [];
  for (let at = 0; at < data.length; at += 255)
    blocks.push(Math.min(255, data.length - at), ...data.slice(at, at + 255));
  const u16 = (value: number) => [value & 255, value >> 8];
  return new Uint8Array([
    ...new TextEncoder().encode('GIF89a'),
    ...u16(width),
    ...u16(height),
    0x80,
    0,
    0,
    ...table,
    0x2c,
    ...u16(0),
    ...u16(0),
    ...u16(width),
    ...u16(height),
    0,
    2,
    ...blocks,
    0,
    0x3b,
  ]);
}
