import { mix } from '../kit/colour';
import type { Point } from '../kit/polyline';
import type { ChartTheme, Hue } from '../kit/theme';
import { drawable, HALF, noiseLeads, onAxis, type ClaimCurve } from './data';
import type { ClaimFrame } from './frame';

/** From the filters' colour, where all of their energy is signal, to the noise's. */
export function shareColour(share: number | null, theme: ChartTheme, shade: keyof Hue = 'mark'): string {
  return drawable(share)
    ? mix(theme.data[shade], theme.filters[shade], Math.max(0, Math.min(1, share)))
    : theme.filters[shade];
}

/** A measured place of the filters' curve. */
export interface SharePoint extends Point {
  readonly share: number | null;
}

/** A piece of the filters' curve of one colour. */
export interface SharePiece {
  readonly from: Point;
  readonly to: Point;
  readonly share: number | null;
  /** Whether noise leads all along it. */
  readonly noise: boolean;
}

/** The share may change by so much within a piece. */
const STEP = 0.08;

/** Cuts a line where its colour changes, and exactly where noise takes the lead. */
export function sharePieces(points: readonly SharePoint[]): SharePiece[] {
  return points.slice(1).flatMap((to, i): SharePiece[] => {
    const from = points[i]!;
    if (from.share === null || to.share === null || from.share === to.share)
      return [{ from, to, share: from.share ?? to.share, noise: noiseLeads(from.share ?? to.share) }];
    const change = to.share - from.share;
    const count = Math.ceil(Math.abs(change) / STEP);
    const cuts = Array.from({ length: count + 1 }, (_, k) => k / count);
    const half = (HALF - from.share) / change;
    if (half > 0 && half < 1 && !cuts.includes(half)) cuts.push(half);
    cuts.sort((a, b) => a - b);
    const at = (t: number): Point => ({ x: from.x + t * (to.x - from.x), y: from.y + t * (to.y - from.y) });
    return cuts.slice(1).map((end, k) => {
      const middle = (cuts[k]! + end) / 2;
      const share = from.share! + middle * change;
      return { from: at(cuts[k]!), to: at(end), share, noise: share < HALF };
    });
  });
}

/** The filters' curve in pixels. */
export function filterPoints(curve: ClaimCurve, { x, y }: ClaimFrame): SharePoint[] {
  return curve.points.flatMap(({ x: at, filters, share }) =>
    onAxis(at, curve) && drawable(filters) ? [{ x: x(at), y: y(filters), share }] : [],
  );
}
