import { decode as decodePng } from 'fast-png';
import { refused } from '../refused';
import { decodeByCodec } from './codecs';
import { decodeGif } from './gif';
import { formatOf, type PictureFormat } from './format';
import { orientationOf } from './orientation';
import { sizeOf } from './size';

/** A picture as it lies in its file. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  /** [height × width × 4]: red, green, blue, opacity. */
  readonly data: Uint8Array | Uint8ClampedArray;
  /** 1 to 8, as in EXIF. */
  readonly orientation: number;
}

/** Million pixels of a picture at most: phones make 12 to 50. */
const mostMegapixels = 64;

/**
 * Decodes a picture without the browser, so that all devices get the same pixels: no colour management, orientation left to
 * whoever asks. Of a GIF the first frame. @throws ProblemError `picture-damaged`, `picture-too-large`, `needs-browser`.
 */
export async function decodePicture(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<Raster> {
  const format = formatOf(bytes.subarray(0, 32));
  if (!format) throw refused(path, bytes.length === 0 ? { kind: 'empty' } : { kind: 'unknown-format' });
  const size = sizeOf(format, bytes);
  const isInks = size?.inks === true;
  if (size && size.width * size.height > mostMegapixels * 1e6)
    throw refused(path, { kind: 'picture-too-large', width: size.width, height: size.height, most: mostMegapixels });
  try {
    // Inks are mixed by the browser alone, which turns such a picture upright by itself.
    const raster = await (isInks ? browserRaster(bytes) : rasterOf(format, bytes));
    if (raster) return { ...raster, orientation: isInks ? 1 : orientationIn(format, bytes) };
  } catch (cause) {
    throw refused(path, { kind: 'picture-damaged', format }, cause);
  }
  throw refused(path, { kind: 'needs-browser', format: isInks ? 'CMYK' : format });
}

/** The browser's own decoders are told to leave pictures as they lie. */
const orientationIn = (format: PictureFormat, bytes: Uint8Array) =>
  format === 'JPEG' || format === 'PNG' || format === 'WebP' ? orientationOf(bytes) : 1;

async function rasterOf(
  format: PictureFormat,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Omit<Raster, 'orientation'> | null> {
  switch (format) {
    case 'PNG':
      return pngRaster(bytes);
    case 'GIF':
      return decodeGif(bytes);
    case 'JPEG':
    case 'WebP':
      return decodeByCodec(format, bytes);
    default:
      return browserRaster(bytes);
  }
}

/** Any kind of PNG as eight bits of red, green, blue and opacity. */
function pngRaster(bytes: Uint8Array<ArrayBuffer>): Omit<Raster, 'orientation'> {
  const { width, height, data: packed, depth, channels, palette, transparency } = decodePng(bytes, { checkCrc: true });
  if (depth === 8 && channels === 4) return { width, height, data: packed as Uint8Array };
  const data = new Uint8Array(width * height * 4);
  if (depth === 8 && channels === 3 && !palette && !transparency) {
    for (let i = 0; i < width * height; i++) {
      for (let c = 0; c < 3; c++) data[4 * i + c] = packed[3 * i + c]!;
      data[4 * i + 3] = 255;
    }
    return { width, height, data };
  }
  const most = 2 ** depth - 1;
  // Rows of less than eight bits a pixel begin at whole bytes.
  const rowBytes = Math.ceil((width * channels * depth) / 8);
  const sample = (row: number, at: number): number => {
    if (depth >= 8) return packed[row * width * channels + at]!;
    const bit = at * depth;
    return (packed[row * rowBytes + (bit >> 3)]! >> (8 - depth - (bit & 7))) & most;
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const to = (y * width + x) * 4,
        from = x * channels;
      const read = (channel: number) => Math.round((sample(y, from + channel) * 255) / most);
      if (palette) {
        const colour = palette[sample(y, from)];
        if (!colour) throw new RangeError('a colour that the palette has not');
        data[to] = colour[0]!;
        data[to + 1] = colour[1]!;
        data[to + 2] = colour[2]!;
        data[to + 3] = colour[3] ?? 255;
        continue;
      }
      const colours = channels < 3 ? 1 : 3;
      for (let c = 0; c < 3; c++) data[to + c] = read(colours === 1 ? 0 : c);
      const clear =
        transparency !== undefined &&
        transparency.length >= colours &&
        Array.from({ length: colours }, (_, c) => c).every((c) => sample(y, from + c) === transparency[c]);
      data[to + 3] = channels === colours + 1 ? read(colours) : clear ? 0 : 255;
    }
  }
  return { width, height, data };
}

/** By the browser, where the page has no reader of its own; null where there is no browser, or it has none. */
async function browserRaster(bytes: Uint8Array<ArrayBuffer>): Promise<Omit<Raster, 'orientation'> | null> {
  if (typeof createImageBitmap !== 'function' || typeof OffscreenCanvas !== 'function') return null;
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(new Blob([bytes]), { colorSpaceConversion: 'none', premultiplyAlpha: 'none' });
  } catch {
    return null;
  }
  const { width, height } = bitmap;
  if (width * height > mostMegapixels * 1e6) throw new RangeError('too many pixels');
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (!context) return null;
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return { width, height, data: context.getImageData(0, 0, width, height).data };
}
