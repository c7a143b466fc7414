import { placeWishing, type Box, type PlacedLabel, type Position } from './labels';
import type { Point } from './polyline';

/** A value to write beside its mark. */
interface Reading {
  readonly key: string;
  readonly text: string;
  readonly at: Point;
}

/**
 * Values beside their marks, in bold: clear of `taken` and of each other, and of `lines` where that can be.
 * @param radius of the marks, in pixels
 */
export function placeReadings(
  readings: readonly Reading[],
  radius: number,
  bounds: Box,
  lines: readonly Box[],
  taken: readonly Box[],
  fontSize: number,
): PlacedLabel[] {
  return placeWishing(
    readings.map(({ key, text, at }) => ({ key, text, fontSize, bold: true, positions: beside(at, radius, fontSize) })),
    bounds,
    taken,
    [lines],
    2,
  );
}

/** Above, below and beside a mark, nearest first. */
function beside({ x, y }: Point, radius: number, fontSize: number): Position[] {
  const below = 0.74 * fontSize;
  return [radius + 4, radius + 10, radius + 18].flatMap((away): Position[] => [
    { x, y: y - away, anchor: 'middle' },
    { x, y: y + away + below, anchor: 'middle' },
    { x: x + away, y: y - away, anchor: 'start' },
    { x: x - away, y: y - away, anchor: 'end' },
    { x: x + away, y: y + below / 2, anchor: 'start' },
    { x: x - away, y: y + below / 2, anchor: 'end' },
    { x: x + away, y: y + away + below, anchor: 'start' },
    { x: x - away, y: y + away + below, anchor: 'end' },
  ]);
}
