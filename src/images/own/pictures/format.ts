/** Formats of pictures, as they begin; those without a reader of the page's own are left to the browser. */
export type PictureFormat = 'PNG' | 'JPEG' | 'GIF' | 'WebP' | 'AVIF' | 'HEIC' | 'BMP' | 'TIFF';

const text = (head: Uint8Array, from: number, to: number) => String.fromCharCode(...head.subarray(from, to));

/** The format of a file that begins so; null where it is no picture. */
export function formatOf(head: Uint8Array): PictureFormat | null {
  if (text(head, 0, 8) === '\x89PNG\r\n\x1a\n') return 'PNG';
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'JPEG';
  if (/^GIF8[79]a$/.test(text(head, 0, 6))) return 'GIF';
  if (text(head, 0, 4) === 'RIFF' && text(head, 8, 12) === 'WEBP') return 'WebP';
  if (text(head, 4, 8) === 'ftyp') return /^avi[fs]$/.test(text(head, 8, 12)) ? 'AVIF' : 'HEIC';
  if (text(head, 0, 2) === 'BM' && head.length >= 18 && head[14] !== 0) return 'BMP';
  return /^(II\*\0|MM\0\*)$/.test(text(head, 0, 4)) ? 'TIFF' : null;
}

/** Whether a file is meant to be a picture. */
export const isPicturePath = (path: string): boolean => /\.(png|jpe?g|gif|webp|avif|heic|heif|bmp|tiff?)$/i.test(path);
