import type { ChartTheme } from '../../charts/kit/theme';
import { ramp } from '../kit/colour';
import type { Picture } from '../kit/picture';
import { openSurface, type CanvasSize, type Surface } from '../kit/surface';
import { alignmentCellAt, alignmentFrame, type AlignmentCell, type AlignmentData, type AlignmentFrame } from './frame';

/** Filters against signal vectors; a pointer finds a filter and the vector beside it. */
export const alignmentPicture: Picture<AlignmentData, AlignmentCell> = {
  draw: drawAlignmentMap,
  hit: (at, data, size, theme) => alignmentCellAt(at, data, size, theme.fontSize.tick),
};

/**
 * Every filter (columns) against every signal vector (rows): cos², the share of the filter's energy along it, blue
 * where the cosine is positive, grey where negative; the last row is the share outside the span, in vermillion.
 */
function drawAlignmentMap(
  canvas: HTMLCanvasElement,
  data: AlignmentData,
  size: CanvasSize,
  theme: ChartTheme,
  devicePixelRatio: number,
): void {
  const surface = openSurface(canvas, size, theme, devicePixelRatio);
  if (!surface) return;
  const frame = alignmentFrame(data, size, theme.fontSize.tick);
  paintCells(surface, data, frame, theme);
  surface.show();
  drawEdges(surface.context, frame, theme);
  drawLabels(surface, data, frame, theme);
  drawSelected(surface.context, data.selected, frame, theme);
}

function paintCells(
  { image, box }: Surface,
  data: AlignmentData,
  { classes, rows, rowHeight }: AlignmentFrame,
  theme: ChartTheme,
): void {
  const [positive, negative, outside] = [theme.filters, theme.initialisation, theme.data].map(({ mark }) =>
    ramp(theme.background, mark),
  ) as [Uint32Array, Uint32Array, Uint32Array];
  const pixels = new Uint32Array(image.data.buffer);
  for (const { left, right, filters } of classes) {
    const across = box(left, 0, right - left, 1);
    // Where filters outnumber the device's pixels, a column is the mean of several.
    const columns = Math.min(filters.length, across.width);
    const starts = Int32Array.from({ length: columns + 1 }, (_, column) =>
      Math.floor((column * filters.length) / columns),
    );
    const edges = starts.map((_, column) => across.x + Math.round((column * across.width) / columns));
    rows.forEach((top, row) => {
      const down = box(left, top, 1, rowHeight),
        start = down.y * image.width,
        feature = data.features[row];
      for (let column = 0; column < columns; column++) {
        const share = meanShare(data, filters, starts[column]!, starts[column + 1]!, feature);
        const shades = feature === undefined ? outside : share >= 0 ? positive : negative;
        const colour = shades[Math.min(255, Math.round(255 * Math.abs(share)))]!;
        for (let x = start + edges[column]!; x < start + edges[column + 1]!; x++) pixels[x] = colour;
      }
      for (let y = 1; y < down.height && down.y + y < image.height; y++) {
        pixels.copyWithin(start + y * image.width + across.x, start + across.x, start + across.x + across.width);
      }
    });
  }
}

/** Mean cos² with one signal vector, with the sign of the sum of cos·|cos|; without one, the mean share outside the span. */
function meanShare(
  { cosines, rest, features }: AlignmentData,
  filters: readonly number[],
  from: number,
  to: number,
  feature: number | undefined,
): number {
  let signed = 0,
    size = 0;
  for (let i = from; i < to; i++) {
    const cosine =
      feature === undefined ? Math.sqrt(rest[filters[i]!]!) : cosines[filters[i]! * features.length + feature]!;
    signed += cosine * Math.abs(cosine);
    size += cosine * cosine;
  }
  return (signed < 0 ? -size : size) / (to - from);
}

/** A hair line around each class, as cells near zero are the page's background. */
function drawEdges(
  context: CanvasRenderingContext2D,
  { classes, rows, rowHeight, top, bottom }: AlignmentFrame,
  theme: ChartTheme,
): void {
  context.strokeStyle = theme.grid;
  context.lineWidth = 1;
  for (const { left, right } of classes) {
    if (rows.length > 1)
      context.strokeRect(left - 0.5, top - 0.5, right - left + 1, rows.at(-2)! + rowHeight - top + 1);
    context.strokeRect(left - 0.5, rows.at(-1)! - 0.5, right - left + 1, bottom - rows.at(-1)! + 1);
  }
}

function drawLabels(
  surface: Surface,
  { features, names, marks }: AlignmentData,
  { left, rows, rowHeight, classes }: AlignmentFrame,
  theme: ChartTheme,
): void {
  const { tick } = theme.fontSize;
  const written = (fill: string) => ({ fontFamily: theme.fontFamily, fontSize: tick, fill });
  // Every name where there is room, else every second, third, …
  const every = Math.max(1, Math.ceil((tick + 1) / rowHeight));
  rows.forEach((top, row) => {
    const isRest = row === features.length;
    if (!isRest && (row % every !== 0 || (row + every > features.length && every > 1))) return;
    const text = isRest ? marks.rest : names[features[row]!]!;
    const fill = isRest ? theme.data.text : theme.ink;
    surface.write(text, left - 5, top + rowHeight / 2 + 0.5, written(fill), 'right');
  });
  classes.forEach((columns, c) =>
    surface.write(c === 0 ? marks.plus : marks.minus, columns.left, tick / 2, written(theme.muted)),
  );
}

function drawSelected(
  context: CanvasRenderingContext2D,
  selected: number | undefined,
  { classes, top, bottom }: AlignmentFrame,
  theme: ChartTheme,
): void {
  for (const { left, right, filters } of classes) {
    const at = selected === undefined ? -1 : filters.indexOf(selected);
    if (at < 0) continue;
    const pitch = (right - left) / filters.length;
    const x0 = Math.floor(left + at * pitch),
      x1 = Math.max(x0 + 1, Math.floor(left + (at + 1) * pitch)),
      middle = (x0 + x1) / 2;
    context.strokeStyle = theme.ink;
    context.lineWidth = 1;
    context.strokeRect(x0 - 0.5, top - 0.5, x1 - x0 + 1, bottom - top + 1);
    context.fillStyle = theme.ink;
    context.beginPath();
    context.moveTo(middle - 4, top - 6);
    context.lineTo(middle + 4, top - 6);
    context.lineTo(middle, top - 1);
    context.fill();
  }
}
