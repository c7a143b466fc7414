import { line } from 'd3';
import { placeLabels, type PlacedLabel, type Position } from './label-placement';
import type { MapData } from './map-data';
import type { MapFrame } from './map-frame';
import type { Point } from './polyline';
import type { Layer, Size } from './scene';
import type { ChartTheme } from './theme';

const path = line<Point>(({ x }) => x, ({ y }) => y).digits(2);

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
  const all = [beyond(centres[0], centres[1], plot.bottom), ...centres, beyond(centres.at(-1), centres.at(-2), plot.top)];
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
function clip(a: Point | null | undefined, b: Point | null | undefined, left: number, right: number): [Point, Point] | null {
  if (!a || !b || Math.max(a.x, b.x) < left || Math.min(a.x, b.x) > right) return null;
  const at = (x: number) => ({ x, y: a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x) });
  const hold = (point: Point) => (point.x < left ? at(left) : point.x > right ? at(right) : point);
  return [hold(a), hold(b)];
}

/** In ink on a rim of background, as it runs over pale and over dark cells. */
export function boundaryLayer(data: MapData, pieces: readonly Point[][], theme: ChartTheme): Layer {
  const d = pieces.map((piece) => path(piece)!).join('');
  const { ghost } = theme.lineWidth;
  return {
    name: 'boundary',
    shape: 'path',
    attributes: { 'stroke-linejoin': 'round' },
    marks: d === '' ? [] : [
      { key: 'rim', attributes: { d, stroke: theme.background, 'stroke-width': ghost + 2.5 } },
      { key: 'line', attributes: { d, stroke: theme.ink, 'stroke-width': ghost, ...(data.stale ? { 'stroke-dasharray': '4 3' } : {}) } },
    ],
  };
}

/** The boundary's name: above the plot where its line reaches the top, else where it leaves at a side. */
export function boundaryLabel(pieces: readonly Point[][], frame: MapFrame, size: Size, theme: ChartTheme): PlacedLabel[] {
  const end = pieces.at(-1)?.at(-1);
  if (!end) return [];
  const { label } = theme.fontSize;
  const { plot, row } = frame;
  const above: Position[] = [{ x: end.x, y: row, anchor: 'middle' }, { x: end.x, y: row, anchor: 'end' }];
  // Between the plot and the key.
  const beside: Position[] = [{ x: plot.right + 3, y: end.y + 0.35 * label, anchor: 'start' }];
  const atTop = end.y <= plot.top + 0.5;
  return placeLabels([{ key: 'boundary', text: 'σ*', fontSize: label, positions: atTop ? above : [...beside, ...above] }], { left: 0, right: size.width, top: 0, bottom: size.height }, []);
}
