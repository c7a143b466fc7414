import { ProblemError } from '../problems/problem';
import type { TextShape } from './shapes';
import type { PaintWord } from './write-pdf';

/** Pixels to a point: 576 dots an inch. */
const ratio = 8;

/** A text as a picture with a transparent ground, for files whose fonts lack its letters. */
export function wordPicture(
  { text, x, y, size, bold, anchor, fill, halo }: TextShape,
  fontFamily: string,
): ReturnType<PaintWord> {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) throw new ProblemError({ kind: 'cannot-paint' });
  const font = `${bold ? '700 ' : ''}${size}px ${fontFamily}`;
  context.font = font;
  const edge = halo?.width ?? 0;
  const long = context.measureText(text).width;
  const width = long + 2 * edge,
    height = 1.4 * size + 2 * edge;
  Object.assign(canvas, { width: Math.ceil(width * ratio), height: Math.ceil(height * ratio) });
  context.scale(ratio, ratio);
  context.font = font;
  if (halo) {
    Object.assign(context, { strokeStyle: halo.colour, lineWidth: halo.width, lineJoin: 'round' });
    context.strokeText(text, edge, size + edge);
  }
  context.fillStyle = fill;
  context.fillText(text, edge, size + edge);
  const left = x - (anchor === 'start' ? 0 : anchor === 'middle' ? long / 2 : long);
  return { canvas, x: left - edge, y: y - size - edge, width: canvas.width / ratio, height: canvas.height / ratio };
}
