import { type CurveData, type CurveReference } from './curve-data';
import { labelOffset, type CurveFrame } from './curve-frame';
import { placeLabels, spread, textBox, type Box, type PlacedLabel } from './label-placement';
import { around, nearest, segmentBoxes } from './obstacles';
import { pointAt, type Point } from './polyline';
import type { Size } from './scene';
import type { ChartTheme } from './theme';

/**
 * The names of the lines: those of the references right of the plot, that of the filters at the tip of its line,
 * which ends right of the plot too. All keep apart in height from the start, so that none jumps when they meet, and
 * so that the filters' name does not stand on the dotted line of the clean data.
 */
export function lineLabels(data: CurveData, references: readonly CurveReference[], tip: Point | undefined, frame: CurveFrame, theme: ChartTheme): PlacedLabel[] {
  const { label } = theme.fontSize;
  const { plot, y } = frame;
  const names: (Point & { key: string; text: string })[] = references.map(({ role, value, label: text }) => ({ key: role, text, x: plot.right, y: y(value) }));
  if (tip) names.push({ key: 'filters', text: data.label, ...tip });
  const heights = spread(names.map((name) => name.y), 1.2 * label, plot.top, plot.bottom - label / 2);
  return names.map(({ key, text, x }, i) => ({ key, text, x: x + labelOffset(theme), y: heights[i] + 0.35 * label, anchor: 'start' }));
}

/** A line from a moment to its name. */
export interface Leader {
  readonly from: Point;
  readonly to: Point;
}

const EVENT = 'event-';
/** A name farther away than this, in font sizes, needs a leader. */
const FAR = 1.2;

/** Names of moments near their points on the line, clear of all lines and of `others`. */
export function eventLabels(data: CurveData, points: readonly Point[], references: readonly CurveReference[], others: readonly PlacedLabel[], frame: CurveFrame, size: Size, theme: ChartTheme): { labels: PlacedLabel[]; points: Point[]; leaders: Leader[] } {
  const fontSize = theme.fontSize.label;
  const { plot, x, y } = frame;
  const marked = (data.events ?? []).flatMap(({ step, text }) => {
    const point = pointAt(points, x(step));
    return point ? [{ text, point }] : [];
  });
  const obstacles: Box[] = [
    ...segmentBoxes(points),
    ...references.map(({ value }) => ({ left: plot.left, right: plot.right, top: y(value) - 3, bottom: y(value) + 3 })),
    ...others.map((label) => textBox(label.text, fontSize, label)),
  ];
  // The least rank lies on the plot's edge, and its name may stand half below it: the track is farther down.
  const bounds = { left: plot.left, right: size.width, top: plot.top, bottom: plot.bottom + fontSize / 2 };
  const labels = placeLabels(
    marked.map(({ text, point }, i) => ({ key: `${EVENT}${i}`, text, fontSize, positions: around(point, fontSize) })),
    bounds,
    obstacles,
  );
  const named = labels.map((label) => ({ label, point: marked[Number(label.key.slice(EVENT.length))].point }));
  return {
    labels,
    points: named.map(({ point }) => point),
    leaders: named.flatMap(({ label, point }) => {
      const to = nearest(textBox(label.text, fontSize, label), point);
      return Math.hypot(to.x - point.x, to.y - point.y) > FAR * fontSize ? [{ from: point, to }] : [];
    }),
  };
}
