/**
 * How a picture lies, 1 to 8, by its EXIF (tag 0x0112 of the first directory); 1 where it does not say.
 * @param bytes of the whole file: JPEG, PNG or WebP.
 */
export function orientationOf(bytes: Uint8Array): number {
  const exif = exifOf(bytes);
  if (!exif || exif.byteLength < 14) return 1;
  const order = exif.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return 1;
  const little = order === 0x4949;
  const at = exif.getUint32(4, little);
  if (at + 2 > exif.byteLength) return 1;
  const count = exif.getUint16(at, little);
  for (let i = 0; i < count; i++) {
    const entry = at + 2 + 12 * i;
    if (entry + 12 > exif.byteLength) return 1;
    if (exif.getUint16(entry, little) !== 0x0112) continue;
    const value = exif.getUint16(entry + 8, little);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** The TIFF block of a file's EXIF. */
function exifOf(bytes: Uint8Array): DataView | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const block = (from: number, length: number) => {
    const skip = length > 6 && view.getUint32(from) === 0x45786966 && view.getUint16(from + 4) === 0 ? 6 : 0;
    return new DataView(bytes.buffer, bytes.byteOffset + from + skip, length - skip);
  };
  if (bytes[0] === 0xff) {
    for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff;) {
      const marker = bytes[at + 1]!,
        length = view.getUint16(at + 2);
      // Data of the picture: no more headers.
      if (marker === 0xda || length < 2) return null;
      if (marker === 0xe1 && length > 8 && at + 2 + length <= bytes.length && view.getUint32(at + 4) === 0x45786966)
        return block(at + 4, length - 2);
      at += 2 + length;
    }
    return null;
  }
  const isPng = bytes[0] === 0x89;
  // Chunks of a name and a length, in PNG the length first and largest byte first, in WebP padded to even lengths.
  for (let at = isPng ? 8 : 12; at + 8 <= bytes.length;) {
    const length = isPng ? view.getUint32(at) : view.getUint32(at + 4, true),
      name = view.getUint32(isPng ? at + 4 : at);
    if (at + 8 + length > bytes.length) return null;
    if (name === (isPng ? 0x65584966 : 0x45584946)) return block(at + 8, length);
    at += isPng ? 12 + length : 8 + length + (length & 1);
  }
  return null;
}

/** A square turned and mirrored as an orientation says. @param square [side × side × channels]. */
export function upright(square: Uint8Array, side: number, channels: number, orientation: number): Uint8Array {
  if (orientation === 1) return square;
  const turned = new Uint8Array(square.length);
  const last = side - 1;
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      // Where the pixel that belongs at (x, y) lies in the file.
      const [fx, fy] = (
        [
          [x, y],
          [last - x, y],
          [last - x, last - y],
          [x, last - y],
          [y, x],
          [y, last - x],
          [last - y, last - x],
          [last - y, x],
        ] as const
      )[orientation - 1]!;
      for (let c = 0; c < channels; c++)
        turned[(y * side + x) * channels + c] = square[(fy * side + fx) * channels + c]!;
    }
  }
  return turned;
}
