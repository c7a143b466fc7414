import { ProblemError } from '../problems/problem';
import { shapesOf, type Shape } from './shapes';
import type { Sheet } from './sheet';

/** Pixels along one side of a saved picture, at most. */
export const longestSide = 3840;

/** Paints a sheet onto a canvas that becomes so many pixels wide; its height follows, as an even number, which video asks for. */
export function paintSheet(canvas: HTMLCanvasElement, sheet: Sheet, width: number): void {
  const scale = width / sheet.size.width;
  const height = 2 * Math.round((sheet.size.height * scale) / 2);
  if (Math.max(width, height) > longestSide) throw new ProblemError({ kind: 'too-many-pixels', width, height });
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  if (!context) throw new ProblemError({ kind: 'cannot-paint' });
  const { theme, transparent } = sheet;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width, height);
  if (!transparent) {
    context.fillStyle = theme.background;
    context.fillRect(0, 0, width, height);
  }
  const at = (x: number, y: number) => context.setTransform(scale, 0, 0, scale, x * scale, y * scale);
  at(0, 0);
  context.imageSmoothingEnabled = false;
  for (const { canvas: picture, x, y, width, height } of sheet.pictures)
    context.drawImage(picture, x, y, width, height);
  for (const { x, y, scene } of sheet.scenes) {
    at(x, y);
    for (const shape of shapesOf(scene)) paintShape(context, shape, theme.fontFamily);
  }
  at(0, 0);
  for (const { size, bold = false, colour, anchor = 'start', x, y, text } of sheet.texts)
    paintShape(context, { kind: 'text', x, y, text, size, bold, anchor, fill: colour, halo: null }, theme.fontFamily);
}

const aligned = { start: 'left', middle: 'center', end: 'right' } as const;

function paintShape(context: CanvasRenderingContext2D, shape: Shape, fontFamily: string): void {
  if (shape.kind === 'text') {
    const { x, y, text, size, bold, anchor, fill, halo } = shape;
    context.font = `${bold ? '700 ' : ''}${size}px ${fontFamily}`;
    context.textAlign = aligned[anchor];
    if (halo) {
      context.setLineDash([]);
      Object.assign(context, { strokeStyle: halo.colour, lineWidth: halo.width, lineJoin: 'round' });
      context.strokeText(text, x, y);
    }
    context.fillStyle = fill;
    context.fillText(text, x, y);
    return;
  }
  context.beginPath();
  for (const command of shape.commands) {
    if (command[0] === 'M') context.moveTo(command[1], command[2]);
    else if (command[0] === 'L') context.lineTo(command[1], command[2]);
    else if (command[0] === 'C') {
      const [, x1, y1, x2, y2, x, y] = command;
      context.bezierCurveTo(x1, y1, x2, y2, x, y);
    } else context.closePath();
  }
  const { fill, stroke, width, dash, dashOffset, cap, join } = shape;
  if (fill) {
    context.fillStyle = fill;
    context.fill();
  }
  if (stroke) {
    context.setLineDash([...dash]);
    Object.assign(context, {
      strokeStyle: stroke,
      lineWidth: width,
      lineDashOffset: dashOffset,
      lineCap: cap,
      lineJoin: join,
    });
    context.stroke();
  }
}
