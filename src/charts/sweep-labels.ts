import { placeLabels, spread, textBox, type Box, type PlacedLabel, type Position } from './label-placement';
import { markBox, segmentBoxes } from './obstacles';
import type { Point } from './polyline';
import type { Size } from './scene';
import { drawable, formatValue, type SweepData, type SweepRole } from './sweep-data';
import { NAMES, type NameKey, onAxis, type SweepFrame } from './sweep-frame';
import type { ChartTheme } from './theme';

/** A line's name, with the height of the line's end. */
export interface SweepName {
  readonly key: NameKey;
  readonly label: PlacedLabel;
  /** Height of the sample before the name. */
  readonly y: number;
}

export type SweepLines = Readonly<Record<SweepRole | 'predicted', readonly Point[]>>;

/** Names right of the plot, each at the height where its line ends, kept apart. */
export function sweepNames(data: SweepData, lines: SweepLines, frame: SweepFrame, theme: ChartTheme): SweepName[] {
  const { label } = theme.fontSize;
  const { plot, sample, y } = frame;
  const ends: { key: NameKey; end: number }[] = [];
  for (const key of ['data', 'predicted', 'filters'] as const) {
    const end = lines[key].at(-1);
    if (end) ends.push({ key, end: end.y });
  }
  if (drawable(data.clean, data.scale)) ends.push({ key: 'clean', end: y(data.clean) });
  const heights = spread(ends.map(({ end }) => end), 1.25 * label, plot.top, plot.bottom - label / 2);
  return ends.map(({ key }, i) => ({
    key,
    y: heights[i],
    label: { key, text: NAMES[key], x: sample.left + sample.width + 0.4 * label, y: heights[i] + 0.35 * label, anchor: 'start' },
  }));
}

/** The name of the critical noise, above the plot, beside its line. */
export function criticalLabel(data: SweepData, frame: SweepFrame, size: Size, theme: ChartTheme): PlacedLabel[] {
  if (!data.critical || !onAxis(data.critical.x, data)) return [];
  const { label } = theme.fontSize;
  const x = frame.x(data.critical.x);
  const positions: Position[] = [
    { x: x + 0.5 * label, y: frame.row, anchor: 'start' },
    { x: x - 0.5 * label, y: frame.row, anchor: 'end' },
    { x: size.width - 2, y: frame.row, anchor: 'end' },
  ];
  return placeLabels([{ key: 'critical', text: data.critical.label, fontSize: label, positions }], { left: 0, right: size.width, top: 0, bottom: size.height }, []);
}

/** Both values of the highlighted point, each near its mark and clear of the lines where it can be. */
export function valueLabels(data: SweepData, lines: SweepLines, frame: SweepFrame, radius: number, theme: ChartTheme): PlacedLabel[] {
  const point = data.points[data.highlight ?? -1];
  if (!point || !onAxis(point.x, data)) return [];
  const fontSize = theme.fontSize.label;
  const { plot, x, y } = frame;
  const bounds = { ...plot, top: 0, bottom: plot.bottom };
  const marks: Box[] = [];
  for (const role of ['data', 'filters'] as const) if (drawable(point[role], data.scale)) marks.push(markBox({ x: x(point.x), y: y(point[role]) }, radius));
  const lineBoxes = Object.values(lines).flatMap(segmentBoxes);
  const placed: PlacedLabel[] = [];
  for (const role of ['data', 'filters'] as const) {
    const value = point[role];
    if (!drawable(value, data.scale)) continue;
    const request = { key: `value-${role}`, text: formatValue(value), fontSize, bold: true, positions: beside({ x: x(point.x), y: y(value) }, radius, fontSize) };
    const taken = [...marks, ...placed.map((label) => textBox(label.text, fontSize, label, true))];
    // A value over a line can be read, thanks to its margin; a value that is missing cannot.
    for (const obstacles of [[...taken, ...lineBoxes], taken]) {
      const [label] = placeLabels([request], bounds, obstacles);
      if (!label) continue;
      placed.push(label);
      break;
    }
  }
  return placed;
}

/** Above, below and beside a mark. */
function beside({ x, y }: Point, radius: number, fontSize: number): Position[] {
  return [radius + 4, radius + 10, radius + 18].flatMap((away): Position[] => [
    { x, y: y - away, anchor: 'middle' },
    { x, y: y + away + 0.74 * fontSize, anchor: 'middle' },
    { x: x + away, y: y - away, anchor: 'start' },
    { x: x - away, y: y - away, anchor: 'end' },
    { x: x + away, y: y + 0.35 * fontSize, anchor: 'start' },
    { x: x - away, y: y + 0.35 * fontSize, anchor: 'end' },
    { x: x + away, y: y + away + 0.74 * fontSize, anchor: 'start' },
    { x: x - away, y: y + away + 0.74 * fontSize, anchor: 'end' },
  ]);
}
