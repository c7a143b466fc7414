import { mnistSide, mnistTestPerDigit, mnistTrainPerDigit } from '../experiment/shape';

/** Images of one MNIST digit: 28×28 pixels each, row by row, 0 (background) to 255 (ink). Each array owns its buffer. */
export interface MnistDigit {
  readonly digit: number;
  /** [500 × 784], the first of the digit in MNIST's training file, in its order. */
  readonly train: Uint8Array;
  /** [200 × 784], the first of the digit in MNIST's test file, in its order. */
  readonly test: Uint8Array;
}

/** Where the images of a digit 0–9 come from. Rejects with an Error in words for the visitor. */
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
 * @throws Error that names what is wrong: magic, version, digit, counts, image size, truncated, trailing bytes or pixels.
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
  if (!magic.startsWith(found)) throw damaged(`magic is ${JSON.stringify(found)}, not "${magic}"; this is some other file`);
  if (file.length < headerBytes) throw damaged(`truncated: ${file.length} bytes are fewer than the header's ${headerBytes}`);
  const header = new DataView(file.buffer, file.byteOffset, headerBytes);
  if (header.getUint8(4) !== version) throw damaged(`version is ${header.getUint8(4)}, not ${version}`);
  const digit = header.getUint8(5);
  if (digit > 9) throw damaged(`digit is ${digit}, not 0 to 9`);
  const train = header.getUint16(6, true), test = header.getUint16(8, true);
  if (train !== mnistTrainPerDigit || test !== mnistTestPerDigit) {
    throw damaged(`counts are ${train} training and ${test} test images, not ${mnistTrainPerDigit} and ${mnistTestPerDigit}`);
  }
  const rows = header.getUint8(10), columns = header.getUint8(11);
  if (rows !== mnistSide || columns !== mnistSide) throw damaged(`image size is ${rows}×${columns}, not ${mnistSide}×${mnistSide}`);
  const promised = header.getUint32(12, true), follow = file.length - headerBytes;
  if (follow < promised) throw damaged(`truncated: ${follow} of ${promised} bytes of pixels`);
  if (follow > promised) throw damaged(`${follow - promised} trailing bytes`);
  return digit;
}

/** Exactly `length` bytes out of a gzip stream; stops reading at the first byte too many, however many would follow. */
async function gunzip(compressed: Uint8Array<ArrayBuffer>, length: number): Promise<Uint8Array> {
  const pixels = new Uint8Array(length);
  let filled = 0;
  const reader = new Blob([compressed]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  for (;;) {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      throw damaged('pixels do not decompress', cause);
    });
    if (done) break;
    if (filled + value.length > length) {
      // Not awaited: the file is refused whether or not the stream closes cleanly.
      reader.cancel().catch(() => undefined);
      throw damaged(`pixels are more than ${length} bytes`);
    }
    pixels.set(value, filled);
    filled += value.length;
  }
  if (filled < length) throw damaged(`pixels are ${filled} bytes, not ${length}`);
  return pixels;
}

function damaged(what: string, cause?: unknown): Error {
  return new Error(`The MNIST file is damaged: ${what}.`, { cause });
}
