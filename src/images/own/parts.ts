import { areaAverage, centreSquare } from '../area-average';
import { mostPixels, workingSide } from './limits';
import { refused } from './refused';

/** What the name of a file or folder says of its images. */
export type SetName = 'train' | 'test' | null;

/** Images of one set, as far as they were read. */
export interface Part {
  readonly path: string;
  readonly set: SetName;
  readonly height: number;
  readonly width: number;
  readonly channels: 1 | 3;
  /** [count], any whole numbers. */
  readonly labels: ArrayLike<number>;
  /** [count × height × width × channels]. */
  readonly pixels: Uint8Array;
}

const test = /(^|[^a-z])(tests?|testing|t10k|val|valid|validation|heldout)([^a-z]|$)/i,
  train = /(^|[^a-z])(train|training)([^a-z]|$)/i;

/** Whether a path names a set. The last word that does counts. */
export function setOf(path: string): SetName {
  for (const word of path.split('/').toReversed()) {
    if (test.test(word)) return 'test';
    if (train.test(word)) return 'train';
  }
  return null;
}

/** What becomes of images of a size: themselves, or the square in their middle at the working side. */
export function workingSize(height: number, width: number): { readonly height: number; readonly width: number } {
  if (height <= workingSide && width <= workingSide) return { height, width };
  const side = Math.min(height, width, workingSide);
  return { height: side, width: side };
}

/** Room for so many pixels. @throws ProblemError `too-many-pixels`. */
export function pixelsFor(path: string, bytes: number): Uint8Array<ArrayBuffer> {
  const tooMany = () =>
    refused(path, { kind: 'too-many-pixels', megabytes: Math.ceil(bytes / 1e6), most: mostPixels / 1e6 });
  if (bytes > mostPixels) throw tooMany();
  try {
    return new Uint8Array(bytes);
  } catch {
    throw tooMany();
  }
}

const scratch = new Float64Array(workingSide * workingSide);

/** Averages the square in the middle of an image, interleaved channels, into bytes. */
export function shrink(
  values: ArrayLike<number>,
  { height, width, pitch }: { readonly height: number; readonly width: number; readonly pitch: number },
  channels: number,
  side: number,
  target: Uint8Array,
  start: number,
): void {
  const square = centreSquare(height, width);
  for (let channel = 0; channel < channels; channel++) {
    areaAverage(values, { width, pitch, at: channel }, square, side, scratch, 0);
    for (let i = 0; i < side * side; i++) target[start + i * channels + channel] = Math.round(scratch[i]!);
  }
}
