import { placeWishing, spread, textBox, type Box, type PlacedLabel } from '../kit/labels';
import { around, nearest } from '../kit/obstacles';
import { pointAt, type Point } from '../kit/polyline';
import type { Size } from '../kit/scene';
import type { ChartTheme } from '../kit/theme';
import { labelOffset, type TimeFrame } from '../kit/time';
import { type CurveData, type CurveReference } from './data';

/**
 * The names of the lines: those of the references right of the plot, that of the filters at the tip of its line,
 * which ends right of the plot too. All keep apart in height from the start, so that none jumps when they meet, and
 * so that the filters' name does not stand on the dotted line of the clean data.
 */
export function lineLabels(
  data: CurveData,
  references: readonly CurveReference[],
  tip: Point | undefined,
  frame: TimeFrame,
  theme: ChartTheme,
): PlacedLabel[] {
  const { label } = theme.fontSize;
  const { plot, y } = frame;
  const names: (Point & { key: string; text: string })[] = references.map(({ role, value, label: text }) => ({
    key: role,
    text,
    x: plot.right,
    y: y(value),
  }));
  if (tip) names.push({ key: 'filters', text: data.label, ...tip });
  const apart = spread(names, (name) => name.y, 1.2 * label, plot.top, plot.bottom - label / 2);
  return apart.map(({ item: { key, text, x }, at }) => ({
    key,
    text,
    x: x + labelOffset(theme),
    y: at + 0.35 * label,
    anchor: 'start',
  }));
}

/** A moment with its point on the line and its name. */
export interface NamedEvent {
  /** In `data.events`. */
  readonly index: number;
  readonly point: Point;
  readonly label: PlacedLabel;
  /** End of a line from the point to the name, where that had to stand away. */
  readonly leader: Point | undefined;
}

const EVENT = 'event-';
/** A name farther away than this, in font sizes, needs a leader. */
const FAR = 1.2;

/** Names of moments near their points on the line, clear of all `obstacles`, and of `wishes` where that can be. */
export function eventLabels(
  data: CurveData,
  points: readonly Point[],
  obstacles: readonly Box[],
  wishes: readonly (readonly Box[])[],
  { plot, x }: TimeFrame,
  size: Size,
  theme: ChartTheme,
): NamedEvent[] {
  const fontSize = theme.fontSize.label;
  const marked = (data.events ?? []).flatMap(({ step, text }, index) => {
    const point = pointAt(points, x(step));
    return point ? [{ key: `${EVENT}${index}`, index, text, point }] : [];
  });
  // The least rank lies on the plot's edge, and its name may stand half below it: the track is farther down.
  const bounds = { left: plot.left, right: size.width, top: plot.top, bottom: plot.bottom + fontSize / 2 };
  const labels = placeWishing(
    marked.map(({ key, text, point }) => ({ key, text, fontSize, positions: around(point, fontSize) })),
    bounds,
    obstacles,
    wishes,
  );
  // In the order in which they were placed.
  return labels.flatMap((label) =>
    marked
      .filter(({ key }) => key === label.key)
      .map(({ index, point }) => {
        const to = nearest(textBox(label.text, fontSize, label), point);
        const leader = Math.hypot(to.x - point.x, to.y - point.y) > FAR * fontSize ? to : undefined;
        return { index, point, label, leader };
      }),
  );
}
