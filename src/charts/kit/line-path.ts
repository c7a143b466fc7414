import type { Point } from './polyline';

const cut = (value: number) => Math.round(value * 100) / 100;
const corners = (points: readonly Point[]) => points.map(({ x, y }) => `${cut(x)},${cut(y)}`).join('L');

/** A line as a path, its numbers short enough to write sixty times a second; nothing where there are no points. */
export function linePath(points: readonly Point[]): string {
  return points.length === 0 ? '' : `M${corners(points)}${points.length === 1 ? 'Z' : ''}`;
}

/** What lies between two lines over the same places. */
export function bandPath(ends: readonly { readonly x: number; readonly low: number; readonly high: number }[]): string {
  const high = ends.map(({ x, high: y }) => ({ x, y }));
  const low = ends.map(({ x, low: y }) => ({ x, y }));
  return ends.length === 0 ? '' : `M${corners(high)}L${corners(low.toReversed())}Z`;
}
