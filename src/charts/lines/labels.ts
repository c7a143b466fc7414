import { placeWishing, spread, textBox, type Box, type PlacedLabel, type Position } from '../kit/labels';
import { signed } from '../kit/numbers';
import { markBox, segmentBoxes } from '../kit/obstacles';
import { pointAt, thin, type Point } from '../kit/polyline';
import { placeReadings } from '../kit/readings';
import type { ChartTheme } from '../kit/theme';
import { cursorX, labelOffset, type TimeFrame } from '../kit/time';
import { drawableLine, type LinesData, type LinesSeries } from './data';

/** A series with its line in pixels. */
export interface DrawnSeries {
  readonly series: LinesSeries;
  readonly points: readonly Point[];
}

/** Emphasised ones last, so that they lie over the others. */
export function drawnSeries(data: LinesData, { x, y }: TimeFrame): DrawnSeries[] {
  return data.series
    .toSorted((a, b) => Number(a.emphasis) - Number(b.emphasis))
    .map((series) => ({
      series,
      points: thin(drawableLine(series, data).map(({ step, value }) => ({ x: x(step), y: y(value) }))),
    }));
}

/** Names of the emphasised series at the tips of their lines. */
export function tipLabels(drawn: readonly DrawnSeries[], { plot }: TimeFrame, theme: ChartTheme): PlacedLabel[] {
  const { label } = theme.fontSize;
  const named = drawn.flatMap(({ series, points }) => {
    const tip = points.at(-1);
    return series.emphasis && tip ? [{ series, tip }] : [];
  });
  const apart = spread(named, ({ tip }) => tip.y, 1.2 * label, plot.top, plot.bottom);
  return apart.map(({ item: { series, tip }, at }) => ({
    key: series.key,
    text: series.label,
    x: tip.x + labelOffset(theme),
    y: at + 0.35 * label,
    anchor: 'start',
  }));
}

/** Values of the emphasised series at the cursor, and the points at which they are. */
export function cursorReadings(
  data: LinesData,
  drawn: readonly DrawnSeries[],
  taken: readonly Box[],
  frame: TimeFrame,
  theme: ChartTheme,
): { labels: PlacedLabel[]; points: { key: string; at: Point }[] } {
  const at = cursorX(data.cursor, data.steps, frame);
  if (at === undefined) return { labels: [], points: [] };
  const { plot } = frame;
  const strong = drawn.filter(({ series }) => series.emphasis);
  const readings = strong.flatMap(({ series, points }) => {
    const here = pointAt(points, at);
    const value = drawableLine(series, data).findLast(({ step }) => step <= data.cursor!)?.value;
    return here && value !== undefined
      ? [{ key: `reading-${series.key}`, text: formatReading(value, data), at: here }]
      : [];
  });
  const lines = strong.flatMap(({ points }) => segmentBoxes(points));
  const cursorLine = { left: at - 3, right: at + 3, top: plot.top - 4, bottom: frame.trackY };
  const closed = [...taken, cursorLine, ...readings.map((reading) => markBox(reading.at, 4))];
  const bounds = { ...plot, top: 0, bottom: plot.bottom + 0.5 * theme.fontSize.label };
  return {
    labels: placeReadings(readings, 4, bounds, lines, closed, theme.fontSize.label),
    points: readings.map(({ key, at: point }) => ({ key, at: point })),
  };
}

/** Two significant digits of what spans decades, two decimals of shares and cosines. */
function formatReading(value: number, { scale }: LinesData): string {
  return signed(scale === 'linear' ? value.toFixed(2) : value >= 10 ? value.toFixed(0) : value.toPrecision(2));
}

/** Names of moments beside their vertical lines, at the top of the plot or below what is there. */
export function momentLabels(
  data: LinesData,
  drawn: readonly DrawnSeries[],
  taken: readonly Box[],
  cursorLine: readonly Box[],
  { plot, x }: TimeFrame,
  theme: ChartTheme,
): PlacedLabel[] {
  const { tick } = theme.fontSize;
  const lines = drawn.filter(({ series }) => series.emphasis).flatMap(({ points }) => segmentBoxes(points));
  const rows = [plot.top + tick, plot.bottom - 0.5 * tick, (plot.top + plot.bottom) / 2, plot.top + 2.4 * tick];
  // One that is named in another chart of the same axis has its line alone.
  const requests = moments(data).flatMap(({ step, text }, i) =>
    text === ''
      ? []
      : [
          {
            key: `event-${i}`,
            text,
            fontSize: tick,
            positions: rows.flatMap((y): Position[] => [
              { x: x(step) + 4, y, anchor: 'start' },
              { x: x(step) - 4, y, anchor: 'end' },
            ]),
          },
        ],
  );
  return placeWishing(requests, plot, taken, [lines, cursorLine]);
}

/** Moments on the axis. */
export function moments({ events = [], steps }: LinesData): { step: number; text: string }[] {
  return events.filter(({ step }) => step >= 0 && step <= steps);
}

export function boxesOf(labels: readonly PlacedLabel[], fontSize: number, bold = false): Box[] {
  return labels.map((label) => textBox(label.text, fontSize, label, bold));
}
