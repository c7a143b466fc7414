import { placeLabels, spread, textBox, type PlacedLabel, type Position } from '../kit/labels';
import { formatValue } from '../kit/numbers';
import { markBox, segmentBoxes } from '../kit/obstacles';
import type { Point } from '../kit/polyline';
import { placeReadings } from '../kit/readings';
import type { Size } from '../kit/scene';
import type { ChartTheme } from '../kit/theme';
import { drawable, type SweepData, type SweepNameKey, type SweepRole } from './data';
import { onAxis, type SweepFrame } from './frame';

/** A line's name, with the height of the line's end. */
export interface SweepName {
  readonly key: SweepNameKey;
  readonly label: PlacedLabel;
  /** Height of the sample before the name. */
  readonly y: number;
}

export type SweepLines = Readonly<Record<SweepRole | 'predicted', readonly Point[]>>;

/** Names right of the plot, each at the height where its line ends, kept apart. */
export function sweepNames(data: SweepData, lines: SweepLines, frame: SweepFrame, theme: ChartTheme): SweepName[] {
  const { label } = theme.fontSize;
  const { plot, sample, y } = frame;
  const ends: { key: SweepNameKey; end: number }[] = [];
  for (const key of ['data', 'predicted', 'filters'] as const) {
    const end = lines[key].at(-1);
    if (end) ends.push({ key, end: end.y });
  }
  if (drawable(data.clean, data.scale)) ends.push({ key: 'clean', end: y(data.clean) });
  return spread(ends, ({ end }) => end, 1.25 * label, plot.top, plot.bottom - label / 2).map(
    ({ item: { key }, at }) => ({
      key,
      y: at,
      label: {
        key,
        text: data.names[key],
        x: sample.left + sample.width + 0.4 * label,
        y: at + 0.35 * label,
        anchor: 'start',
      },
    }),
  );
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
  return placeLabels(
    [{ key: 'critical', text: data.critical.label, fontSize: label, positions }],
    { left: 0, right: size.width, top: 0, bottom: size.height },
    [],
  );
}

/** Both values of the highlighted point, each near its mark, clear of `others`. */
export function valueLabels(
  data: SweepData,
  lines: SweepLines,
  others: readonly PlacedLabel[],
  { plot, x, y }: SweepFrame,
  radius: number,
  theme: ChartTheme,
): PlacedLabel[] {
  const point = data.points[data.highlight ?? -1];
  if (!point || !onAxis(point.x, data)) return [];
  const readings = (['data', 'filters'] as const).flatMap((role) => {
    const value = point[role];
    return drawable(value, data.scale)
      ? [{ key: `value-${role}`, text: formatValue(value), at: { x: x(point.x), y: y(value) } }]
      : [];
  });
  const current = (['data', 'filters'] as const).flatMap((role) => {
    const value = data.currentPoint?.[role];
    return data.current && drawable(value, data.scale) ? [markBox({ x: x(data.current.x), y: y(value) }, radius)] : [];
  });
  const { label, tick } = theme.fontSize;
  const taken = [
    ...readings.map(({ at }) => markBox(at, radius)),
    ...current,
    ...others.map((other) => textBox(other.text, label, other)),
  ];
  return placeReadings(
    readings,
    radius,
    { ...plot, top: 1.4 * tick },
    Object.values(lines).flatMap(segmentBoxes),
    taken,
    label,
  );
}
