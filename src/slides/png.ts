import { zlibSync } from 'fflate';
import { ProblemError } from '../problems/problem';

/**
 * A canvas as a PNG file, its pixels put into the file here: what a browser's own encoder makes of them differs.
 * @param dotsPerInch how large programs show it.
 * @throws ProblemError where the browser hands out other pixels than were painted, as it does to hide who visits.
 */
export function pngBytes(canvas: HTMLCanvasElement, dotsPerInch = 72): Uint8Array<ArrayBuffer> {
  refuseTampered();
  const context = canvas.getContext('2d');
  if (!context) throw new ProblemError({ kind: 'cannot-paint' });
  return encodePng(context.getImageData(0, 0, canvas.width, canvas.height), dotsPerInch);
}

export function pngDataUrl(canvas: HTMLCanvasElement): string {
  const bytes = pngBytes(canvas);
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return `data:image/png;base64,${btoa(text)}`;
}

/** Pixels (red, green, blue, opacity, 0…255 each, row by row) as a PNG file. Source: PNG specification, third edition. */
export function encodePng(
  { width, height, data }: Pick<ImageData, 'width' | 'height' | 'data'>,
  dotsPerInch: number,
): Uint8Array<ArrayBuffer> {
  // Every row differs from the one above it (filter 2): flat grounds become zeros.
  const row = 4 * width;
  const lines = new Uint8Array(height * (row + 1));
  for (let y = 0; y < height; y++) {
    const to = y * (row + 1) + 1,
      from = y * row;
    lines[to - 1] = 2;
    for (let i = 0; i < row; i++) lines[to + i] = data[from + i]! - (y > 0 ? data[from - row + i]! : 0);
  }
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  head.set([8, 6, 0, 0, 0], 8);
  const dots = new Uint8Array(9);
  const perMetre = Math.round(dotsPerInch / 0.0254);
  new DataView(dots.buffer).setUint32(0, perMetre);
  new DataView(dots.buffer).setUint32(4, perMetre);
  dots[8] = 1;
  const parts = [
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', head),
    chunk('pHYs', dots),
    chunk('IDAT', zlibSync(lines, { level: 6 })),
    chunk('IEND', new Uint8Array()),
  ];
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

const remainders = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function chunk(type: string, content: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(content.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, content.length);
  for (let i = 0; i < 4; i++) bytes[4 + i] = type.charCodeAt(i);
  bytes.set(content, 8);
  let check = ~0;
  for (let i = 4; i < content.length + 8; i++) check = remainders[(check ^ bytes[i]!) & 255]! ^ (check >>> 8);
  view.setUint32(content.length + 8, ~check >>> 0);
  return bytes;
}

/** Paints what is known and reads it back. */
function refuseTampered(): void {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: 16, height: 16 });
  const context = canvas.getContext('2d');
  if (!context) throw new ProblemError({ kind: 'cannot-paint' });
  context.fillStyle = '#3c78b4';
  context.fillRect(0, 0, 16, 16);
  const { data } = context.getImageData(0, 0, 16, 16);
  for (let i = 0; i < data.length; i += 4)
    if (data[i] !== 0x3c || data[i + 1] !== 0x78 || data[i + 2] !== 0xb4)
      throw new ProblemError({ kind: 'pixels-hidden' });
}
