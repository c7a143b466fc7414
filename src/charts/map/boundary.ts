import { placeLabels, type PlacedLabel, type Position } from '../kit/labels';
import { linePath } from '../kit/line-path';
import type { Point } from '../kit/polyline';
import type { Layer, Size } from '../kit/scene';
import type { ChartTheme } from '../kit/theme';
import type { MapData } from './data';
import type { MapFrame } from './frame';

/** The critical noise through the middle of each row, continued to the ends of the outer rows; each piece lies in the plot. */
export function boundaryPieces(data: MapData, { plot, x, rowY }: MapFrame): Point[][] {
  const pieces: Point[][] = [];
  let piece: Point[] = [];
  const flush = () => {
    if (piece.length > 1) pieces.push(piece);
    piece = [];
  };
  const centres = data.rows.map((_, row) => {
    const noise = data.boundary[row];
    return noise !== undefined && noise !== null && Number.isFinite(noise) ? { x: x(noise), y: rowY(row) } : null;
  });
  const all = [
    beyond(centres[0], centres[1], plot.bottom),
    ...centres,
    beyond(centres.at(-1), centres.at(-2), plot.top),
  ];
  for (let i = 1; i < all.length; i++) {
    const part = clip(all[i - 1], all[i], plot.left, plot.right);
    if (!part) flush();
    else {
      const joined = piece.at(-1);
      if (!joined || joined.x !== part[0].x || joined.y !== part[0].y) flush();
      if (piece.length === 0) piece.push(part[0]);
      piece.push(part[1]);
    }
  }
  flush();
  return pieces;
}

/** The line from the row before to the outer row, half a row farther. */
function beyond(outer: Point | null | undefined, before: Point | null | undefined, y: number): Point | null {
  return outer ? { x: outer.x + (before ? (outer.x - before.x) / 2 : 0), y } : null;
}

/** The part of a line from `a` to `b` between two verticals, null where there is none. */
function clip(
  a: Point | null | undefined,
  b: Point | null | undefined,
  left: number,
  right: number,
): [Point, Point] | null {
  if (!a || !b || Math.max(a.x, b.x) < left || Math.min(a.x, b.x) > right) return null;
  const at = (x: number) => ({ x, y: a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x) });
  const hold = (point: Point) => (point.x < left ? at(left) : point.x > right ? at(right) : point);
  return [hold(a), hold(b)];
}

/** In ink on a rim of background, as it runs over pale and over dark cells. */
export function boundaryLayer(data: MapData, pieces: readonly Point[][], theme: ChartTheme): Layer {
  const d = pieces.map((piece) => linePath(piece)).join('');
  const { ghost } = theme.lineWidth;
  return {
    name: 'boundary',
    shape: 'path',
    attributes: { 'stroke-linejoin': 'round' },
    marks:
      d === ''
        ? []
        : [
            { key: 'rim', attributes: { d, stroke: theme.background, 'stroke-width': ghost + 2.5 } },
            {
              key: 'line',
              attributes: {
                d,
                stroke: theme.ink,
                'stroke-width': ghost,
                ...(data.stale ? { 'stroke-dasharray': '4 3' } : {}),
              },
            },
          ],
  };
}

/**
 * The boundary's name, at one of its ends: above the plot, or between the plot and the key, or, where the line leaves
 * at the left or the bottom only, beside it in the plot.
 */
export function boundaryLabel(
  pieces: readonly Point[][],
  { plot, row }: MapFrame,
  size: Size,
  theme: ChartTheme,
): PlacedLabel[] {
  const { label } = theme.fontSize;
  const ends = [pieces.at(-1)?.at(-1), pieces[0]?.[0]].filter((end) => end !== undefined);
  const positions = [
    ...ends
      .filter(({ y }) => y <= plot.top + 0.5)
      .flatMap(({ x }): Position[] => [
        { x, y: row, anchor: 'middle' },
        { x, y: row, anchor: 'end' },
      ]),
    ...ends
      .filter(({ x }) => x >= plot.right - 0.5)
      .map(({ x, y }): Position => ({ x: x + 3, y: y + 0.35 * label, anchor: 'start' })),
    ...ends.map(({ x, y }): Position => ({ x: x + 0.6 * label, y: y - 0.6 * label, anchor: 'start' })),
  ];
  return placeLabels(
    [{ key: 'boundary', text: 'σ*', fontSize: label, positions }],
    { left: 0, right: size.width, top: 0, bottom: size.height },
    [],
  );
}
