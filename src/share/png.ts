import { ProblemError } from '../problems/problem';
import { pngBytes } from '../slides/png';

/** Pixels along one side, and in all, that every browser's canvas can hold. */
const longestSide = 16_384,
  mostPixels = 120e6;

/** An SVG file painted at so many pixels to one of its own. @throws ProblemError where it becomes too large or cannot be painted. */
export async function pngOf(
  { text, width, height }: { text: string; width: number; height: number },
  scale: number,
): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = width * scale;
  canvas.height = height * scale;
  if (canvas.width > longestSide || canvas.height > longestSide || canvas.width * canvas.height > mostPixels)
    throw new ProblemError({ kind: 'too-many-pixels', width: canvas.width, height: canvas.height });
  const context = canvas.getContext('2d');
  if (!context) throw new ProblemError({ kind: 'cannot-paint' });
  const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
  } catch (cause) {
    throw new ProblemError({ kind: 'not-painted' }, { cause });
  } finally {
    URL.revokeObjectURL(url);
  }
  return new Blob([pngBytes(canvas, 72 * scale)], { type: 'image/png' });
}
