import {
  BOLD,
  labelLayer,
  overlap,
  placeLabels,
  textBox,
  type Box,
  type PlacedLabel,
  type Position,
} from '../kit/labels';
import { markBox } from '../kit/obstacles';
import { symbolAt } from '../kit/marks';
import type { Point } from '../kit/polyline';
import type { Layer, Mark } from '../kit/scene';
import { textWidth } from '../kit/text-width';
import type { ChartTheme } from '../kit/theme';
import { valueTicks } from '../kit/ticks';
import { claimShape } from './curves';
import { drawable, onAxis, type ClaimCurve, type ClaimHandle, type ClaimRole } from './data';
import type { ClaimFrame } from './frame';
import { shareColour } from './share';

/** What the moving part has to keep clear of. */
export interface Obstacles {
  /** Lines, marks and words. */
  readonly closed: readonly Box[];
  /** Thin lines, which letters may stand on where there is no other place. */
  readonly faint: readonly Box[];
  /** In the rows under the axis. */
  readonly below: readonly Box[];
}

const roles = ['data', 'filters'] as const;
/** Free pixels between a value and the handle's line: clear of the mark. */
const aside = (fontSize: number, { radius }: ClaimFrame) => Math.max(0.55 * fontSize, 2.4 * radius + 3.5);

/** A line from the handle through both curves. */
export function handleLayer(
  handle: ClaimHandle | null,
  curve: ClaimCurve,
  frame: ClaimFrame,
  theme: ChartTheme,
): Layer {
  const { plot, track, x } = frame;
  return {
    name: 'handle',
    shape: 'line',
    attributes: { stroke: theme.ink, 'stroke-width': 1.25 * theme.lineWidth.reference },
    marks:
      handle && onAxis(handle.x, curve)
        ? [{ key: 0, attributes: { x1: x(handle.x), x2: x(handle.x), y1: plot.top, y2: track.middle } }]
        : [],
  };
}

/** Of both values, the most wished for first: left, as curves rise to the right. */
const SIDES: readonly Readonly<Record<ClaimRole, -1 | 1>>[] = [
  { data: -1, filters: -1 },
  { data: 1, filters: 1 },
  { data: -1, filters: 1 },
  { data: 1, filters: -1 },
];
/** A value that has no place: worse than any place. */
const MISSING = 1e4;

interface Reading {
  readonly key: ClaimRole;
  readonly text: string;
  readonly at: Point;
  readonly side: -1 | 1;
  readonly fontSize: number;
}

interface Spot {
  readonly role: ClaimRole;
  readonly at: Point;
}

function spots(handle: ClaimHandle | null, curve: ClaimCurve, { x, y }: ClaimFrame): Spot[] {
  if (!handle || !onAxis(handle.x, curve)) return [];
  return roles.flatMap((role) => {
    const value = handle[role];
    return drawable(value) ? [{ role, at: { x: x(handle.x), y: y(value) } }] : [];
  });
}

/** Large open marks where the line meets the curves. */
export function readingMarks(
  handle: ClaimHandle | null,
  curve: ClaimCurve,
  frame: ClaimFrame,
  theme: ChartTheme,
): Layer {
  return {
    name: 'reading-marks',
    shape: 'path',
    attributes: { fill: theme.background, 'stroke-width': 1.1 * theme.lineWidth.series },
    marks: spots(handle, curve, frame).map(({ role, at }): Mark => ({
      key: role,
      attributes: {
        ...symbolAt(claimShape(role, handle!.share), at, 1.9 * frame.radius),
        stroke: role === 'data' ? theme.data.mark : shareColour(handle!.share, theme),
      },
    })),
  };
}

/** A ring around both marks of a point. */
export function highlightLayer(
  index: number | null,
  curve: ClaimCurve,
  { x, y, radius }: ClaimFrame,
  theme: ChartTheme,
): Layer {
  const point = curve.points[index ?? -1];
  return {
    name: 'highlight',
    shape: 'circle',
    attributes: { stroke: theme.ink, 'stroke-width': 2 * theme.lineWidth.reference },
    marks:
      point && onAxis(point.x, curve)
        ? roles.flatMap((role) => {
            const value = point[role];
            return drawable(value)
              ? [{ key: role, attributes: { cx: x(point.x), cy: y(value), r: 2.8 * radius } }]
              : [];
          })
        : [],
  };
}

/** Both values, on one side of the line if they can be. */
export function readingLayer(
  handle: ClaimHandle | null,
  curve: ClaimCurve,
  frame: ClaimFrame,
  { closed, faint }: Obstacles,
  theme: ChartTheme,
): Layer {
  const found = spots(handle, curve, frame);
  const marks = found.map(({ at }) => markBox(at, 2.4 * frame.radius));
  const widest = (fontSize: number) => Math.max(...found.map(({ role }) => textWidth(handle!.texts[role], fontSize)));
  /** Whether a box lies where a value on this side would. */
  const near = (side: -1 | 1, fontSize: number) => {
    const x = found[0]?.at.x ?? 0;
    const reach = aside(fontSize, frame) + widest(fontSize) + 4;
    const [left, right] = side === 1 ? [x, x + reach] : [x - reach, x];
    return (box: Box) => box.right > left && box.left < right;
  };
  const place = (fontSize: number): PlacedLabel[] => {
    let best: { labels: PlacedLabel[]; cost: number } | null = null;
    for (const sides of SIDES) {
      for (const order of [found, found.toReversed()]) {
        const taken: Box[] = [...marks];
        const labels: PlacedLabel[] = [];
        let cost = sides.data === sides.filters ? 0 : fontSize;
        for (const { role, at } of order) {
          const side = sides[role];
          if (side === 1) cost += fontSize / 4;
          const beside = near(side, fontSize);
          const value = readingAt(
            { key: role, text: handle!.texts[role], at, side, fontSize },
            frame,
            [...closed.filter(beside), ...taken],
            faint.filter(beside),
          );
          cost += value?.cost ?? MISSING;
          if (!value) continue;
          taken.push(textBox(value.label.text, fontSize, value.label));
          labels.push(value.label);
        }
        if (areTurned(labels, found)) cost += 4 * fontSize;
        if (!best || cost < best.cost) best = { labels, cost };
      }
    }
    return best?.labels ?? [];
  };
  // Where there is no room for the large ones, smaller ones.
  const large = { fontSize: frame.large, labels: place(frame.large) };
  const { label } = theme.fontSize;
  const best = large.labels.length === found.length ? large : { fontSize: label, labels: place(label) };
  return labelLayer(
    best.labels,
    theme,
    (key) => ({ fill: key === 'data' ? theme.data.text : shareColour(handle!.share, theme, 'text') }),
    { name: 'readings', fontSize: best.fontSize, shared: { 'font-variant-numeric': 'tabular-nums' } },
  );
}

/** Whether the value of the lower curve stands above the other's. */
function areTurned(labels: readonly PlacedLabel[], found: readonly Spot[]): boolean {
  const [a, b] = found;
  const of = (spot: Spot | undefined) => labels.find(({ key }) => key === spot?.role);
  const [first, second] = [of(a), of(b)];
  return a !== undefined && b !== undefined && first !== undefined && second !== undefined
    ? a.at.y < b.at.y !== first.y < second.y
    : false;
}

/** The place of a value nearest to its mark on one side of the line, with how far it is; thin lines count as a detour. */
function readingAt(
  { key, text, at: { x, y }, side, fontSize }: Reading,
  frame: ClaimFrame,
  taken: readonly Box[],
  faint: readonly Box[],
): { label: PlacedLabel; cost: number } | null {
  const { plot, radius } = frame;
  const above = y - 1.2 * radius;
  const below = y + 1.2 * radius + 0.74 * fontSize;
  let best: { label: PlacedLabel; cost: number } | null = null;
  for (let k = 0; k < 40; k++) {
    for (const baseline of [above - 4 * k, below + 4 * k]) {
      const cost = Math.abs(baseline - above);
      if (best && cost >= best.cost) continue;
      const position: Position = {
        x: x + side * aside(fontSize, frame),
        y: baseline,
        anchor: side === 1 ? 'start' : 'end',
      };
      const ink = textBox(text, fontSize, position);
      if (ink.left < plot.left || ink.right > plot.right || ink.top < plot.top || ink.bottom > plot.bottom) continue;
      const box = { left: ink.left - 3, right: ink.right + 3, top: ink.top - 2, bottom: ink.bottom };
      if (taken.some((other) => overlap(box, other))) continue;
      const full = cost + (faint.some((other) => overlap(box, other)) ? 2.5 * fontSize : 0);
      if (!best || full < best.cost) best = { label: { key, text, ...position }, cost: full };
    }
  }
  return best;
}

/** Numbers under the axis, those too near to the handle's left out, and its own in ink. */
export function noiseLayers(
  handle: ClaimHandle | null,
  curve: ClaimCurve,
  { plot, rows, x }: ClaimFrame,
  { below }: Obstacles,
  width: number,
  theme: ChartTheme,
): Layer[] {
  const { tick } = theme.fontSize;
  const own: PlacedLabel[] = [];
  if (handle && onAxis(handle.x, curve)) {
    const half = textWidth(handle.label, tick, true) / 2;
    const middle = Math.max(half, Math.min(x(handle.x), width - half));
    own.push({ key: 'now', text: handle.label, x: middle, y: rows.ticks, anchor: 'middle' });
  }
  const taken = [...below, ...own.map((label) => textBox(label.text, tick, label, true))].map((box) => ({
    ...box,
    left: box.left - 0.6 * tick,
    right: box.right + 0.6 * tick,
  }));
  const ticks = valueTicks(curve.xMax, [], x, plot.right - plot.left, tick).map(({ value, text }) => ({
    key: text,
    text,
    fontSize: tick,
    positions: [{ x: x(value), y: rows.ticks, anchor: 'middle' as const }],
  }));
  const bounds = { left: 0, right: width, top: 0, bottom: Infinity };
  return [
    labelLayer(placeLabels(ticks, bounds, taken, 0), theme, () => ({ fill: theme.muted }), {
      name: 'x-ticks',
      fontSize: tick,
    }),
    labelLayer(own, theme, () => ({ fill: theme.ink, ...BOLD }), { name: 'now', fontSize: tick }),
  ];
}
