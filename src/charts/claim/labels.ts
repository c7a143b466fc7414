import {
  BOLD,
  labelLayer,
  overlap,
  placeLabels,
  placeWishing,
  spread,
  textBox,
  type Box,
  type LabelRequest,
  type PlacedLabel,
  type Position,
} from '../kit/labels';
import { markBox, segmentBoxes } from '../kit/obstacles';
import type { Attributes, Layer, Size } from '../kit/scene';
import { textWidth } from '../kit/text-width';
import type { ChartTheme } from '../kit/theme';
import { balanced } from '../kit/wrap';
import { drawable, onAxis, type ClaimCurve, type ClaimName } from './data';
import type { ClaimLines } from './curves';
import type { ClaimFrame } from './frame';
import { groundColour } from './ground';

/** Between the lines of several, in their font size. */
const LINE = 1.3;

/** Words that stay where they are while the noise moves. */
export interface ClaimWords {
  readonly names: readonly PlacedLabel[];
  /** Of the noisy region, a line each. */
  readonly told: readonly PlacedLabel[];
  readonly lost: readonly PlacedLabel[];
  /** Under the axis. */
  readonly axis: readonly PlacedLabel[];
  readonly caption: readonly PlacedLabel[];
}

/** What words must not cover: lines drawn in full strength, and marks. */
export function lineBoxes({ data, filters }: ClaimLines, radius: number): Box[] {
  return [
    ...segmentBoxes(data),
    ...segmentBoxes(filters),
    ...[...data, ...filters].map((point) => markBox(point, radius + 1)),
  ];
}

/** What they had better not cover. */
export function faintBoxes(curve: ClaimCurve, lines: ClaimLines, { plot, y }: ClaimFrame): Box[] {
  return [
    ...segmentBoxes(lines.predicted),
    ...segmentBoxes(lines.ghosts.data),
    ...segmentBoxes(lines.ghosts.filters),
    ...(drawable(curve.clean)
      ? [{ left: plot.left, right: plot.right, top: y(curve.clean) - 2, bottom: y(curve.clean) + 2 }]
      : []),
  ];
}

export function claimWords(
  curve: ClaimCurve,
  lines: ClaimLines,
  frame: ClaimFrame,
  size: Size,
  theme: ChartTheme,
): ClaimWords {
  const closed = lineBoxes(lines, frame.radius);
  const faint = faintBoxes(curve, lines, frame);
  const names = frame.beside
    ? namesBeside(curve, lines, frame, theme)
    : namesInside(curve, lines, frame, theme, closed, faint);
  const { label } = theme.fontSize;
  const named = names.map((name) => textBox(name.text, label, name, isBold(name.key)));
  const lost = lostLabel(curve, frame, theme, [...closed, ...named]);
  const taken = [...named, ...lost.map((one) => textBox(one.text, label, one))];
  // The values at the handle are to have room over the curves, wherever it is.
  const under = closed.map((box) => ({ ...box, top: box.top - 1.3 * frame.large }));
  return {
    names,
    lost,
    told: toldLines(curve, frame, theme, [...under, ...taken, ...faint]),
    axis: axisWords(curve, frame, size, theme),
    caption: captionWords(curve, frame, size, theme),
  };
}

const isBold = (key: string) => key === 'data' || key === 'filters';

/** Where each line ends; a prediction is named as long as there is nothing measured to name. */
function nameEnds({ clean }: ClaimCurve, lines: ClaimLines, { y, plot }: ClaimFrame) {
  const ends: { key: ClaimName; x: number; y: number }[] = [];
  for (const key of ['data', 'filters'] as const) {
    const end = lines[key].at(-1);
    if (end && lines[key].length > 1) ends.push({ key, ...end });
  }
  const predicted = lines.predicted.at(-1);
  if (predicted && lines.data.length < 2) ends.push({ key: 'predicted', x: predicted.x, y: predicted.y });
  if (drawable(clean)) ends.push({ key: 'clean', x: plot.right, y: y(clean) });
  return ends;
}

/** Right of the plot, each at the height where its line ends, kept apart. */
function namesBeside(curve: ClaimCurve, lines: ClaimLines, frame: ClaimFrame, theme: ChartTheme): PlacedLabel[] {
  const { label } = theme.fontSize;
  const { plot } = frame;
  return spread(
    nameEnds(curve, lines, frame),
    (end) => end.y,
    1.25 * label,
    plot.top + label / 2,
    plot.bottom - label / 2,
  ).map(({ item: { key }, at }) => ({
    key,
    text: curve.names[key],
    x: plot.right + 0.75 * label,
    y: at + 0.35 * label,
    anchor: 'start',
  }));
}

/** Over or under the lines' ends, where beside the plot there is no room. */
function namesInside(
  curve: ClaimCurve,
  lines: ClaimLines,
  frame: ClaimFrame,
  theme: ChartTheme,
  closed: readonly Box[],
  faint: readonly Box[],
): PlacedLabel[] {
  const { label } = theme.fontSize;
  const { plot } = frame;
  const requests = nameEnds(curve, lines, frame).map(({ key, x, y }): LabelRequest => {
    const positions: Position[] = [];
    for (const away of [0.5, 0.9, 1.4, 2])
      for (const back of [0, 1, 2, 3])
        positions.push(
          { x: Math.min(x, plot.right) - back * 1.5 * label, y: y - away * label, anchor: 'end' },
          { x: Math.min(x, plot.right) - back * 1.5 * label, y: y + (away + 0.74) * label, anchor: 'end' },
        );
    return { key, text: curve.names[key], fontSize: label, bold: isBold(key), positions };
  });
  return placeWishing(requests, plot, closed, [faint], 2);
}

/** Beside the first cross that has room. */
function lostLabel(
  curve: ClaimCurve,
  { plot, x, radius }: ClaimFrame,
  theme: ChartTheme,
  obstacles: readonly Box[],
): PlacedLabel[] {
  const { label } = theme.fontSize;
  const crosses = curve.points.filter((point) => point.lost && onAxis(point.x, curve)).map((point) => x(point.x));
  if (crosses.length === 0) return [];
  const y = plot.bottom - 3 * radius;
  const marks = crosses.map((at) => markBox({ x: at, y }, 2 * radius));
  const away = 3 * radius;
  const positions = crosses.flatMap((at): Position[] => [
    { x: at, y: y - away, anchor: 'middle' },
    { x: at + away, y: y + 0.35 * label, anchor: 'start' },
    { x: at - away, y: y + 0.35 * label, anchor: 'end' },
    { x: at, y: y - away, anchor: 'start' },
    { x: at, y: y - away, anchor: 'end' },
  ]);
  return placeLabels([{ key: 'lost', text: curve.lost, fontSize: label, positions }], plot, [...obstacles, ...marks]);
}

/** The largest part of the noisy ground says what it is, in as many lines as it needs, clear of every line. */
function toldLines(
  curve: ClaimCurve,
  { plot, x }: ClaimFrame,
  theme: ChartTheme,
  obstacles: readonly Box[],
): PlacedLabel[] {
  const { label } = theme.fontSize;
  const wide = ([from, to]: readonly [number, number]) => Math.min(to, curve.xMax) - from;
  const region = curve.noisy.toSorted((a, b) => wide(b) - wide(a))[0];
  if (!region) return [];
  const pad = 0.75 * label;
  const left = x(Math.max(0, region[0])) + pad;
  const right = x(Math.min(region[1], curve.xMax)) - pad;
  const height = LINE * label;
  for (const text of curve.told) {
    for (const share of [1, 0.75, 0.5]) {
      const lines = balanced(text, (right - left) * share, label);
      const width = Math.max(0, ...lines.map((line) => textWidth(line, label)));
      if (width > right - left || lines.length === 0) continue;
      // From the middle of the plot upwards and downwards by turns, as lines run near its ends.
      const most = plot.bottom - plot.top - lines.length * height;
      const steps = Math.floor(most / 6);
      for (let k = 0; k <= 2 * steps; k++) {
        const top = plot.top + most / 2 + (k % 2 === 0 ? k / 2 : -(k + 1) / 2) * 3;
        const box = { left: left - 4, right: left + width + 4, top: top - 2, bottom: top + lines.length * height + 2 };
        if (obstacles.some((other) => overlap(box, other))) continue;
        return lines.map((line, i) => ({
          key: `told-${i}`,
          text: line,
          x: left,
          y: top + (i + 0.8) * height,
          anchor: 'start',
        }));
      }
    }
  }
  return [];
}

/** The name of the axis at its end, and of the critical noise under its tick. */
function axisWords(curve: ClaimCurve, frame: ClaimFrame, size: Size, theme: ChartTheme): PlacedLabel[] {
  const { tick } = theme.fontSize;
  const { plot, rows, x } = frame;
  const low = rows.names === rows.ticks;
  const room = low ? 0.4 * (plot.right - plot.left) : plot.right - plot.left;
  const name = curve.xLabels.find((text) => textWidth(text, tick) <= room);
  const requests: LabelRequest[] =
    name === undefined
      ? []
      : [{ key: 'axis', text: name, fontSize: tick, positions: [{ x: plot.right, y: rows.names, anchor: 'end' }] }];
  const critical = curve.critical;
  const bounds = { left: 0, right: size.width, top: 0, bottom: size.height };
  const placed = placeLabels(requests, bounds, []);
  if (!critical || low || !onAxis(critical.x, curve)) return placed;
  const at = x(critical.x);
  for (const text of critical.labels) {
    const positions: Position[] = [
      { x: at, y: rows.names, anchor: 'middle' },
      { x: at + 3, y: rows.names, anchor: 'end' },
      { x: at - 3, y: rows.names, anchor: 'start' },
    ];
    const both = placeLabels([...requests, { key: 'critical', text, fontSize: tick, positions }], bounds, [], 12);
    if (both.length > placed.length) return both;
  }
  return placed;
}

/** What the y axis shows, over it. */
function captionWords({ captions }: ClaimCurve, { plot }: ClaimFrame, size: Size, theme: ChartTheme): PlacedLabel[] {
  const { tick } = theme.fontSize;
  const text = captions.find((each) => textWidth(each, tick) <= size.width);
  if (text === undefined) return [];
  const x = Math.max(0, Math.min(plot.left, size.width - textWidth(text, tick)));
  return [{ key: 'caption', text, x, y: Math.round(tick), anchor: 'start' }];
}

export function wordLayers({ names, told, lost, axis, caption }: ClaimWords, theme: ChartTheme): Layer[] {
  const fill: Readonly<Record<string, Attributes>> = {
    data: { fill: theme.data.text, ...BOLD },
    filters: { fill: theme.filters.text, ...BOLD },
    clean: { fill: theme.clean.text },
    predicted: { fill: theme.data.text },
  };
  const { tick } = theme.fontSize;
  return [
    labelLayer([...names, ...lost], theme, (key) => fill[key] ?? { fill: theme.ink }, { name: 'names' }),
    // Their margin has the colour of what is behind them.
    labelLayer(told, { ...theme, background: groundColour(theme) }, () => ({ fill: theme.data.text }), {
      name: 'told',
    }),
    labelLayer([...axis, ...caption], theme, () => ({ fill: theme.muted }), { name: 'axes', fontSize: tick }),
  ];
}
