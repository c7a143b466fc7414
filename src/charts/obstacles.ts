import type { Box, Position } from './label-placement';
import type { Point } from './polyline';

/** Beside, below and above a point, nearest first. */
export function around({ x, y }: Point, fontSize: number): Position[] {
  const middle = y + 0.35 * fontSize;
  const positions: Position[] = [];
  for (const away of [0.75, 1.3, 2.3, 3.7].map((sizes) => sizes * fontSize)) {
    positions.push(
      { x: x + away, y: middle, anchor: 'start' },
      { x: x + away, y: middle + away / 2, anchor: 'start' },
      { x, y: y + away + 0.74 * fontSize, anchor: 'middle' },
      { x: x + away, y: y - away, anchor: 'start' },
      { x, y: y - away, anchor: 'middle' },
      { x: x - away, y: middle, anchor: 'end' },
    );
  }
  return positions;
}

/** The point of a box nearest to `point`. */
export function nearest(box: Box, { x, y }: Point): Point {
  return { x: Math.max(box.left, Math.min(x, box.right)), y: Math.max(box.top, Math.min(y, box.bottom)) };
}

/** A box around each piece of a line, long pieces cut, as the box of a steep one would claim too much. */
export function segmentBoxes(points: readonly Point[]): Box[] {
  const boxes: Box[] = [];
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1], points[i]];
    const pieces = Math.max(1, Math.ceil(Math.max(b.x - a.x, Math.abs(b.y - a.y)) / 8));
    for (let k = 0; k < pieces; k++) {
      const [x1, x2] = [k, k + 1].map((j) => a.x + ((b.x - a.x) * j) / pieces);
      const [y1, y2] = [k, k + 1].map((j) => a.y + ((b.y - a.y) * j) / pieces);
      boxes.push({ left: x1! - 2, right: x2! + 2, top: Math.min(y1!, y2!) - 3, bottom: Math.max(y1!, y2!) + 3 });
    }
  }
  return boxes;
}

/** The room that a mark takes. */
export function markBox({ x, y }: Point, radius: number): Box {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}
