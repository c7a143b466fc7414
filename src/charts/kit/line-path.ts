import { line } from 'd3';
import type { Point } from './polyline';

const path = line<Point>(
  ({ x }) => x,
  ({ y }) => y,
).digits(2);

/** A line as a path, its numbers short enough to write sixty times a second. */
export function linePath(points: readonly Point[]): string {
  return path(points) ?? '';
}
