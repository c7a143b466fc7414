/** A point in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The same line with at most four points in each column of pixels (first, lowest, highest, last): a history of 20,000 steps
 * looks the same and is cheap to draw sixty times a second.
 * @param points by rising x
 */
export function thin(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  let column: Column | undefined;
  let i = -1;
  for (const point of points) {
    i++;
    if (column && Math.floor(point.x) === Math.floor(column.first.x)) {
      if (point.y < column.low.y) [column.low, column.lowAt] = [point, i];
      if (point.y > column.high.y) [column.high, column.highAt] = [point, i];
      column.last = point;
    } else {
      if (column) keep(column, kept);
      column = { first: point, low: point, lowAt: i, high: point, highAt: i, last: point };
    }
  }
  if (column) keep(column, kept);
  return kept;
}

/** Points that share a column of pixels, with the indices of the extremes among them. */
interface Column {
  readonly first: Point;
  low: Point;
  lowAt: number;
  high: Point;
  highAt: number;
  last: Point;
}

/** In order and each once. */
function keep({ first, low, lowAt, high, highAt, last }: Column, kept: Point[]): void {
  const [one, other] = lowAt < highAt ? [low, high] : [high, low];
  for (const point of [first, one, other, last]) if (point !== kept.at(-1)) kept.push(point);
}

/** Index of the first point that is not left of `x`. */
function firstFrom(points: readonly Point[], x: number): number {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (points[middle]!.x < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The point of the line at `x`, undefined before its first and after its last point. */
export function pointAt(points: readonly Point[], x: number): Point | undefined {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || x < first.x || x > last.x) return undefined;
  const after = firstFrom(points, x);
  const b = points[after] ?? last;
  const a = points[after - 1] ?? b;
  const share = b.x === a.x ? 1 : (x - a.x) / (b.x - a.x);
  return { x, y: a.y + share * (b.y - a.y) };
}
