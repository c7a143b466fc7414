import type { PackFault } from '../../../problems/digits';
import { ProblemError } from '../../../problems/problem';
import { mnistSide, mnistTestPerDigit, mnistTrainPerDigit } from './shape';

/** Images of one MNIST digit: 28×28 pixels each, row by row, 0 (background) to 255 (ink). Each array owns its buffer. */
export interface MnistDigit {
  readonly digit: number;
  /** [500 × 784], the first of the digit in MNIST's training file, in its order. */
  readonly train: Uint8Array;
  /** [200 × 784], the first of the digit in MNIST's test file, in its order. */
  readonly test: Uint8Array;
}

/** Where the images of a digit 0–9 come from. Rejects with a ProblemError. */
export type MnistSource = (digit: number) => Promise<MnistDigit>;

/**
 * One digit's file, `digit-D.bin`. All numbers are little-endian:
 *
 * | byte | holds |
 * |---|---|
 * | 0–3 | magic, ASCII `RUNM` |
 * | 4 | version, 1 |
 * | 5 | digit, 0–9 |
 * | 6–7 | training images, 500 |
 * | 8–9 | test images, 200 |
 * | 10, 11 | rows and columns of an image, 28 and 28 |
 * | 12–15 | bytes that follow |
 * | 16– | gzip of the pixels: training images, then test images, 8 bits a pixel, row by row |
 *
 * Compressed inside, so that hosts that compress nothing serve it small and hosts that do cannot confuse it. Pixels are
 * not filtered: predicting from neighbours (left, up, Paeth, median) makes these files 15% to 30% larger.
 */
export const packFormat = { magic: 'RUNM', version: 1, headerBytes: 16 } as const;

const pixelsPerImage = mnistSide * mnistSide;
export const trainBytes = mnistTrainPerDigit * pixelsPerImage;
export const testBytes = mnistTestPerDigit * pixelsPerImage;

/**
 * Reads a file of the format above.
 * @throws ProblemError that names what is wrong: magic, version, digit, counts, image size, truncated, trailing bytes or pixels.
 */
export async function decodeMnistPack(bytes: ArrayBuffer | Uint8Array): Promise<MnistDigit> {
  // Copies a view that is handed in, because a Blob takes none of shared memory; a file is small.
  const file = new Uint8Array(bytes);
  const digit = readHeader(file);
  const pixels = await gunzip(file.subarray(packFormat.headerBytes), trainBytes + testBytes);
  return { digit, train: pixels.slice(0, trainBytes), test: pixels.slice(trainBytes) };
}

/** @returns the digit, when the header says all that this version expects. */
function readHeader(file: Uint8Array): number {
  const { magic, version, headerBytes } = packFormat;
  const found = String.fromCharCode(...file.subarray(0, magic.length));
  // Before the length, because a page sent in place of the file ("not found", a login) deserves the clearer message.
  if (!magic.startsWith(found)) throw damaged({ kind: 'magic', found, wanted: magic });
  if (file.length < headerBytes) throw damaged({ kind: 'no-header', found: file.length, wanted: headerBytes });
  const header = new DataView(file.buffer, file.byteOffset, headerBytes);
  if (header.getUint8(4) !== version) throw damaged({ kind: 'version', found: header.getUint8(4), wanted: version });
  const digit = header.getUint8(5);
  if (digit > 9) throw damaged({ kind: 'digit', found: digit });
  const train = header.getUint16(6, true),
    test = header.getUint16(8, true);
  if (train !== mnistTrainPerDigit || test !== mnistTestPerDigit) {
    throw damaged({ kind: 'counts', train, test, wantedTrain: mnistTrainPerDigit, wantedTest: mnistTestPerDigit });
  }
  const rows = header.getUint8(10),
    columns = header.getUint8(11);
  if (rows !== mnistSide || columns !== mnistSide) throw damaged({ kind: 'size', rows, columns, wanted: mnistSide });
  const promised = header.getUint32(12, true),
    follow = file.length - headerBytes;
  if (follow < promised) throw damaged({ kind: 'cut-off', found: follow, wanted: promised });
  if (follow > promised) throw damaged({ kind: 'trailing', bytes: follow - promised });
  return digit;
}

/** Exactly `length` bytes out of a gzip stream; stops reading at the first byte too many, however many would follow. */
async function gunzip(compressed: Uint8Array<ArrayBuffer>, length: number): Promise<Uint8Array> {
  const pixels = new Uint8Array(length);
  let filled = 0;
  const reader = new Blob([compressed]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  for (;;) {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      throw damaged({ kind: 'not-gzip' }, cause);
    });
    if (done) break;
    if (filled + value.length > length) {
      // Not awaited: the file is refused whether or not the stream closes cleanly.
      reader.cancel().catch(() => undefined);
      throw damaged({ kind: 'more-pixels', most: length });
    }
    pixels.set(value, filled);
    filled += value.length;
  }
  if (filled < length) throw damaged({ kind: 'fewer-pixels', found: filled, wanted: length });
  return pixels;
}

function damaged(fault: PackFault, cause?: unknown): ProblemError {
  return new ProblemError({ kind: 'pack-damaged', fault }, { cause });
}
