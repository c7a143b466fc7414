import type { PictureFormat } from './format';

interface Size {
  readonly width: number;
  readonly height: number;
  /** Of four inks, as for print: a JPEG of four components. */
  readonly inks?: true;
}

/** Width and height by a picture's header, before anything is decoded; null where it has none that can be read. */
export function sizeOf(format: PictureFormat, bytes: Uint8Array): Size | null {
  if (bytes.length < 30) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  switch (format) {
    case 'PNG':
      return { width: view.getUint32(16), height: view.getUint32(20) };
    case 'GIF':
      return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    case 'JPEG':
      return jpegSize(view);
    case 'WebP':
      return webpSize(view);
    default:
      return null;
  }
}

function jpegSize(view: DataView): Size | null {
  for (let at = 2; at + 9 <= view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    // Frame headers of every process, but for tables (C4, CC) and a reserved one (C8).
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return {
        height: view.getUint16(at + 5),
        width: view.getUint16(at + 7),
        ...(at + 10 <= view.byteLength && view.getUint8(at + 9) === 4 && { inks: true }),
      };
    else at += 2 + view.getUint16(at + 2);
  }
  return null;
}

function webpSize(view: DataView): Size | null {
  switch (view.getUint32(12)) {
    // "VP8 ", "VP8L", "VP8X"
    case 0x56503820:
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case 0x5650384c: {
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 0x56503858:
      return {
        width: (view.getUint32(24, true) & 0xffffff) + 1,
        height: (view.getUint16(27, true) | (view.getUint8(29) << 16)) + 1,
      };
    default:
      return null;
  }
}
