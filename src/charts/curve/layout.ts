import { captionBox } from '../kit/axes';
import type { Drawing } from '../kit/chart';
import { textBox, type Box, type PlacedLabel } from '../kit/labels';
import { formatValue } from '../kit/numbers';
import { markBox, segmentBoxes } from '../kit/obstacles';
import { pinLabels } from '../kit/pins';
import { pointAt, thin, type Point } from '../kit/polyline';
import { placeReadings } from '../kit/readings';
import { cursorX, type TimeFrame } from '../kit/time';
import { drawableGhosts, drawablePoints, drawableReferences, type CurveData, type CurveReference } from './data';
import { eventLabels, lineLabels, type NamedEvent } from './labels';

/** Everything in a curve chart with its place. Pixels. */
export interface CurveLayout {
  readonly references: readonly CurveReference[];
  readonly points: readonly Point[];
  readonly ghosts: readonly (readonly Point[])[];
  readonly cursor: number | undefined;
  readonly names: readonly PlacedLabel[];
  readonly events: readonly NamedEvent[];
  readonly readings: readonly PlacedLabel[];
  readonly letters: readonly PlacedLabel[];
}

export function curveLayout({ data, frame, size, theme }: Drawing<CurveData, TimeFrame>): CurveLayout {
  const { plot, x, y } = frame;
  const fontSize = theme.fontSize.label;
  const history = drawablePoints(data);
  const toPixels = (list: typeof history) => thin(list.map(({ step, value }) => ({ x: x(step), y: y(value) })));
  const references = drawableReferences(data);
  const points = toPixels(history);
  const pinned = drawableGhosts(data).map(({ label, points: list }) => ({ label, line: toPixels(list) }));
  const cursor = cursorX(data.cursor, data.steps, frame);

  const names = lineLabels(data, references, points.at(-1), frame, theme);
  const lines: Box[] = [
    ...segmentBoxes(points),
    ...references.map(({ value }) => ({ left: plot.left, right: plot.right, top: y(value) - 3, bottom: y(value) + 3 })),
  ];
  const cursorLine: Box[] =
    cursor === undefined ? [] : [{ left: cursor - 3, right: cursor + 3, top: plot.top - 4, bottom: frame.trackY }];
  const nameBoxes = names.map((label) => textBox(label.text, fontSize, label));
  const pins = pinned.flatMap(({ line }) => segmentBoxes(line));
  const events = eventLabels(data, points, [...lines, ...nameBoxes], [cursorLine, pins], frame, size, theme);
  const taken = [
    ...nameBoxes,
    captionBox(data.caption, plot, theme),
    ...cursorLine,
    ...events.map(({ label }) => textBox(label.text, fontSize, label)),
    ...events.map(({ point }) => markBox(point, 5)),
  ];

  // At the end of the run the figures of the page say the value.
  const last = history.at(-1);
  const here = cursor !== undefined && last && data.cursor! < last.step ? pointAt(points, cursor) : undefined;
  const value = here && valueAt(history, data.cursor!);
  const readings =
    here && value !== undefined
      ? placeReadings(
          [{ key: 'reading', text: formatValue(value), at: here }],
          4,
          { ...plot, top: 0, bottom: plot.bottom + fontSize / 2 },
          lines,
          taken,
          fontSize,
        )
      : [];
  const letters = pinLabels(
    pinned,
    lines,
    [...taken, ...readings.map((label) => textBox(label.text, fontSize, label, true))],
    { ...plot, right: size.width, bottom: plot.bottom + fontSize },
    fontSize,
  );
  return { references, points, ghosts: pinned.map(({ line }) => line), cursor, names, events, readings, letters };
}

/** The value recorded last at or before a step. */
function valueAt(
  history: readonly { readonly step: number; readonly value: number }[],
  step: number,
): number | undefined {
  return history.findLast((point) => point.step <= step)?.value;
}
