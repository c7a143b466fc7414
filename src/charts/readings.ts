import { placeLabels, textBox, type Box, type PlacedLabel, type Position } from './label-placement';
import type { Point } from './polyline';

/** A value to write beside its mark. */
export interface Reading {
  readonly key: string;
  readonly text: string;
  readonly at: Point;
}

/**
 * Values beside their marks, in bold: clear of `taken` and of each other, and of `lines` where that can be. A value
 * over a line can be read, thanks to its margin; a value that is missing cannot.
 * @param radius of the marks, in pixels
 */
export function placeReadings(readings: readonly Reading[], radius: number, bounds: Box, lines: readonly Box[], taken: readonly Box[], fontSize: number): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  for (const { key, text, at } of readings) {
    const request = { key, text, fontSize, bold: true, positions: beside(at, radius, fontSize) };
    const closed = [...taken, ...placed.map((label) => textBox(label.text, fontSize, label, true))];
    const label = placeLabels([request], bounds, [...closed, ...lines])[0] ?? placeLabels([request], bounds, closed)[0];
    if (label) placed.push(label);
  }
  return placed;
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
