/** As much of `ImageData` as painting needs, so that tests need no page. */
export type PixelBuffer = Pick<ImageData, 'data' | 'width' | 'height'>;

/** A rectangle in whole device pixels. */
export interface DeviceBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Values in rows, with NaN where there is nothing to paint. */
export interface Picture {
  readonly values: ArrayLike<number>;
  readonly columns: number;
  readonly rows: number;
}

/** Signed values as grey levels: zero in the middle, `scale` white, `-scale` black; a scale of zero leaves all in the middle. */
export function greyLevel(value: number, scale: number): number {
  const level = scale > 0 ? 127.5 + (127.5 * value) / scale : 127.5;
  return level <= 0 ? 0 : level >= 255 ? 255 : Math.round(level);
}

/** Largest |value| of `length` values from `start`; what is not a number is passed over. */
export function largestMagnitude(values: ArrayLike<number>, start = 0, length = values.length - start): number {
  let largest = 0;
  for (let i = start; i < start + length; i++) {
    const size = Math.abs(values[i]!);
    if (size > largest) largest = size;
  }
  return largest;
}

/**
 * Paints a picture into a box of whole device pixels. Enlarged, every value is a flat rectangle with sharp sides;
 * made smaller, every device pixel is the mean of the values that it touches, so that no grating is turned into another.
 * Clipped to the image.
 */
export function paintPicture(image: PixelBuffer, box: DeviceBox, { values, columns, rows }: Picture, scale: number): void {
  const target = new Uint32Array(image.data.buffer, image.data.byteOffset, image.width * image.height);
  const left = Math.max(0, box.x), right = Math.min(image.width, box.x + box.width);
  const top = Math.max(0, box.y), bottom = Math.min(image.height, box.y + box.height);
  if (right <= left) return;
  const [fromX, toX] = sources(box.width, columns), [fromY, toY] = sources(box.height, rows);
  for (let y = top; y < bottom; y++) {
    const row = y - box.y, start = y * image.width;
    if (y > top && fromY[row] === fromY[row - 1] && toY[row] === toY[row - 1]) {
      // A row of NaN leaves holes, and what is behind them is not the same in the row above.
      if (!hasHole(values, fromY[row]!, toY[row]!, columns)) {
        target.copyWithin(start + left, start - image.width + left, start - image.width + right);
        continue;
      }
    }
    for (let x = left; x < right; x++) {
      const value = mean(values, columns, fromX[x - box.x]!, toX[x - box.x]!, fromY[row]!, toY[row]!);
      if (Number.isNaN(value)) continue;
      target[start + x] = 0xff000000 | (greyLevel(value, scale) * 0x010101);
    }
  }
}

/** A square picture: one filter, signal vector or patch of `side`², at a whole device pixel. */
export function paintTile(image: PixelBuffer, x: number, y: number, size: number, values: ArrayLike<number>, side: number, scale: number): void {
  paintPicture(image, { x, y, width: size, height: size }, { values, columns: side, rows: side }, scale);
}

/** First source value, and one past the last, that each of `size` device pixels shows. */
function sources(size: number, count: number): [Int32Array, Int32Array] {
  const from = new Int32Array(size), to = new Int32Array(size);
  for (let i = 0; i < size; i++) {
    if (size >= count) {
      from[i] = Math.floor(((i + 0.5) * count) / size);
      to[i] = from[i]! + 1;
    } else {
      from[i] = Math.floor((i * count) / size);
      to[i] = Math.ceil(((i + 1) * count) / size);
    }
  }
  return [from, to];
}

function mean(values: ArrayLike<number>, columns: number, x0: number, x1: number, y0: number, y1: number): number {
  if (x1 - x0 === 1 && y1 - y0 === 1) return values[y0 * columns + x0]!;
  let sum = 0, count = 0;
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      const value = values[y * columns + x]!;
      if (!Number.isNaN(value)) {
        sum += value;
        count++;
      }
    }
  }
  return count > 0 ? sum / count : NaN;
}

function hasHole(values: ArrayLike<number>, y0: number, y1: number, columns: number): boolean {
  for (let i = y0 * columns; i < y1 * columns; i++) if (Number.isNaN(values[i]!)) return true;
  return false;
}
