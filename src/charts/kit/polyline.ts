import { bisector } from 'd3';

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
  for (let from = 0; from < points.length;) {
    const column = Math.floor(points[from].x);
    let [low, high, to] = [from, from, from];
    for (; to < points.length && Math.floor(points[to].x) === column; to++) {
      if (points[to].y < points[low].y) low = to;
      if (points[to].y > points[high].y) high = to;
    }
    // In order and each once, without a list of their own: this runs for every column of every line in every frame.
    const [first, second] = low < high ? [low, high] : [high, low];
    kept.push(points[from]);
    if (first > from) kept.push(points[first]);
    if (second > Math.max(from, first)) kept.push(points[second]);
    if (to - 1 > Math.max(from, second)) kept.push(points[to - 1]);
    from = to;
  }
  return kept;
}

const byX = bisector((point: Point) => point.x);

/** The point of the line at `x`, undefined before its first and after its last point. */
export function pointAt(points: readonly Point[], x: number): Point | undefined {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || x < first.x || x > last.x) return undefined;
  const after = byX.left(points, x);
  const b = points[after];
  const a = points[after - 1] ?? b;
  const share = b.x === a.x ? 1 : (x - a.x) / (b.x - a.x);
  return { x, y: a.y + share * (b.y - a.y) };
}
