import type { Box, Position } from './labels';
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

/** Pieces of a line share a box up to this width, as a box for each of many short ones would only cost time. Pixels. */
const SHORT = 4;

/** A stretch of a line: one piece, or several short ones. */
interface Stretch {
  readonly from: Point;
  to: Point;
  top: number;
  bottom: number;
}

/** Boxes around the pieces of a line; long pieces are cut, as the box of one that slopes would claim too much. */
export function segmentBoxes(points: readonly Point[]): Box[] {
  const boxes: Box[] = [];
  let before: Point | undefined;
  let stretch: Stretch | undefined;
  for (const point of points) {
    if (stretch && point.x - stretch.from.x <= SHORT) {
      stretch.to = point;
      stretch.top = Math.min(stretch.top, point.y);
      stretch.bottom = Math.max(stretch.bottom, point.y);
    } else {
      if (stretch) cutStretch(stretch, boxes);
      if (before)
        stretch = { from: before, to: point, top: Math.min(before.y, point.y), bottom: Math.max(before.y, point.y) };
    }
    before = point;
  }
  if (stretch) cutStretch(stretch, boxes);
  return boxes;
}

function cutStretch({ from: a, to: b, top, bottom }: Stretch, boxes: Box[]): void {
  // Only a piece of two points is longer, so that its ends say all about its height.
  const pieces = b.x - a.x > SHORT ? Math.ceil(Math.max(b.x - a.x, Math.abs(b.y - a.y)) / (2 * SHORT)) : 1;
  for (let k = 0; k < pieces; k++) {
    const [from, to] = [a.y + ((b.y - a.y) * k) / pieces, a.y + ((b.y - a.y) * (k + 1)) / pieces];
    boxes.push({
      left: a.x + ((b.x - a.x) * k) / pieces - 2,
      right: a.x + ((b.x - a.x) * (k + 1)) / pieces + 2,
      top: (pieces > 1 ? Math.min(from, to) : top) - 3,
      bottom: (pieces > 1 ? Math.max(from, to) : bottom) + 3,
    });
  }
}

/** The room that a mark takes. */
export function markBox({ x, y }: Point, radius: number): Box {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}
