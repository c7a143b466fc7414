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
export interface PixelGrid {
  readonly values: ArrayLike<number>;
  readonly columns: number;
  readonly rows: number;
  /** Planes of values: grey, or red, green and blue after each other; one without it. */
  readonly channels?: 1 | 3 | undefined;
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

/** Packed colours of the 256 grey levels. */
const GREYS = Uint32Array.from({ length: 256 }, (_, level) => 0xff000000 | (level * 0x010101));

/**
 * Paints a picture into a box of whole device pixels. Enlarged, every value is a flat rectangle with sharp sides;
 * made smaller, every device pixel is the mean of the values that it touches, so that no grating is turned into another.
 * Clipped to the image.
 * @param scale the value that is white.
 * @param shades packed colours of the 256 levels; of a picture in colour each channel takes its own of them.
 */
export function paintPicture(
  image: PixelBuffer,
  box: DeviceBox,
  { values, columns, rows, channels = 1 }: PixelGrid,
  scale: number,
  shades: Uint32Array = GREYS,
): void {
  const target = new Uint32Array(image.data.buffer, image.data.byteOffset, image.width * image.height);
  const left = Math.max(0, box.x),
    right = Math.min(image.width, box.x + box.width);
  const top = Math.max(0, box.y),
    bottom = Math.min(image.height, box.y + box.height);
  if (right <= left) return;
  const across = sources(box.width, columns),
    down = sources(box.height, rows);
  let copied = -1;
  for (let y = top; y < bottom; y++) {
    const from = down.from[y - box.y]!,
      to = down.to[y - box.y]!,
      start = y * image.width;
    if (from === copied && to === from + 1) {
      target.copyWithin(start + left, start - image.width + left, start - image.width + right);
      continue;
    }
    let holes = false;
    for (let x = left, next; x < right; x = next) {
      const at = x - box.x,
        x0 = across.from[at]!,
        x1 = across.to[at]!;
      next = Math.min(right, box.x + across.next[at]!);
      const value = mean(values, columns, x0, x1, from, to);
      if (Number.isNaN(value)) {
        holes = true;
        continue;
      }
      let colour = shades[greyLevel(value, scale)]!;
      if (channels === 3) {
        const green = mean(values, columns, x0, x1, from + rows, to + rows),
          blue = mean(values, columns, x0, x1, from + 2 * rows, to + 2 * rows);
        // Bytes lie in the order red, green, blue, opacity.
        colour =
          (0xff000000 |
            (colour & 0xff) |
            (shades[greyLevel(green, scale)]! & 0xff00) |
            (shades[greyLevel(blue, scale)]! & 0xff0000)) >>>
          0;
      }
      for (let i = start + x; i < start + next; i++) target[i] = colour;
    }
    // What shows through a hole need not be the same in the row below.
    copied = holes ? -1 : from;
  }
}

/** A square picture: one filter, signal vector or patch of `side`², in grey or colour, at a whole device pixel. */
export function paintTile(
  image: PixelBuffer,
  x: number,
  y: number,
  size: number,
  values: ArrayLike<number>,
  side: number,
  scale: number,
  shades: Uint32Array = GREYS,
  channels: 1 | 3 = 1,
): void {
  const grid = { values, columns: side, rows: side, channels };
  paintPicture(image, { x, y, width: size, height: size }, grid, scale, shades);
}

/** Fills a box with a packed colour; clipped to the image. */
export function fillBox(image: PixelBuffer, { x, y, width, height }: DeviceBox, colour: number): void {
  const target = new Uint32Array(image.data.buffer, image.data.byteOffset, image.width * image.height);
  const left = Math.max(0, x),
    right = Math.min(image.width, x + width);
  if (right <= left) return;
  for (let row = Math.max(0, y); row < Math.min(image.height, y + height); row++)
    target.fill(colour, row * image.width + left, row * image.width + right);
}

interface Sources {
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** The next device pixel that shows others. */
  readonly next: Int32Array;
}

/** Nearly all tiles of a figure are of one size. */
const known = new Map<number, Sources>();

/** First source value, and one past the last, that each of `size` device pixels shows. */
function sources(size: number, count: number): Sources {
  const key = size * 0x10000 + count;
  const before = known.get(key);
  if (before) return before;
  const from = new Int32Array(size),
    to = new Int32Array(size),
    next = new Int32Array(size);
  for (let i = 0; i < size; i++) {
    from[i] = Math.floor(size >= count ? ((i + 0.5) * count) / size : (i * count) / size);
    to[i] = size >= count ? from[i]! + 1 : Math.ceil(((i + 1) * count) / size);
  }
  for (let i = size - 1; i >= 0; i--)
    next[i] = i + 1 < size && from[i + 1] === from[i] && to[i + 1] === to[i] ? next[i + 1]! : i + 1;
  if (known.size > 100) known.clear();
  const found = { from, to, next };
  known.set(key, found);
  return found;
}

function mean(values: ArrayLike<number>, columns: number, x0: number, x1: number, y0: number, y1: number): number {
  if (x1 - x0 === 1 && y1 - y0 === 1) return values[y0 * columns + x0]!;
  let sum = 0,
    count = 0;
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
