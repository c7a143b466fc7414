import type { ChartTheme } from '../charts/theme';
import { alignmentFrame, type AlignmentData, type AlignmentFrame } from './alignment-frame';
import { fillBox, openSurface, ramp, type CanvasSize, type Surface } from './surface';
import type { TileGroup } from './tile';

export { alignmentCellAt, alignmentHeight, type AlignmentData } from './alignment-frame';

/** All filters in the order of their groups, class +1 first. */
export function columnOrder(groups: readonly TileGroup[]): number[] {
  return ([1, -1] as const).flatMap((sign) => groups.filter(({ classSign }) => classSign === sign).flatMap(({ filters }) => filters));
}

/**
 * Every filter (columns) against every signal vector (rows): cos², the share of the filter's energy along it, blue
 * where the cosine is positive, grey where negative; the last row is the share outside the span, in vermillion.
 */
export function drawAlignmentMap(canvas: HTMLCanvasElement, data: AlignmentData, size: CanvasSize, theme: ChartTheme, devicePixelRatio: number): void {
  const surface = openSurface(canvas, size, theme, devicePixelRatio);
  if (!surface) return;
  const frame = alignmentFrame(data, size, theme.fontSize.tick);
  paintCells(surface, data, frame, theme);
  surface.show();
  drawEdges(surface.context, frame, theme);
  drawLabels(surface.context, data, frame, theme);
  drawSelected(surface.context, data.selected, frame, theme);
}

function paintCells({ image, box }: Surface, { cosines, rest, features }: AlignmentData, { classes, rows, rowHeight }: AlignmentFrame, theme: ChartTheme): void {
  const ramps = {
    positive: ramp(theme.background, theme.filters.mark),
    negative: ramp(theme.background, theme.initialisation.mark),
    outside: ramp(theme.background, theme.data.mark),
  };
  const count = features.length;
  for (const { left, right, filters } of classes) {
    const ends = box(left, 0, right - left, 1);
    const columns = Math.min(filters.length, ends.width);
    for (let column = 0; column < columns; column++) {
      const x = ends.x + Math.round((column * ends.width) / columns), width = ends.x + Math.round(((column + 1) * ends.width) / columns) - x;
      const from = Math.floor((column * filters.length) / columns), to = Math.max(from + 1, Math.floor(((column + 1) * filters.length) / columns));
      rows.forEach((top, row) => {
        let signed = 0, size = 0;
        for (let i = from; i < to; i++) {
          const filter = filters[i]!;
          const cosine = row < count ? cosines[filter * count + features[row]!]! : 0;
          signed += cosine * Math.abs(cosine);
          size += row < count ? cosine * cosine : rest[filter]!;
        }
        const shades = row === count ? ramps.outside : signed >= 0 ? ramps.positive : ramps.negative;
        const line = box(left, top, 1, rowHeight);
        fillBox(image, { x, y: line.y, width, height: line.height }, shades[Math.min(255, Math.round((255 * size) / (to - from)))]!);
      });
    }
  }
}

/** A hair line around each class, as cells near zero are the page's background. */
function drawEdges(context: CanvasRenderingContext2D, { classes, rows, rowHeight, top, bottom }: AlignmentFrame, theme: ChartTheme): void {
  context.strokeStyle = theme.grid;
  context.lineWidth = 1;
  for (const { left, right } of classes) {
    if (rows.length > 1) context.strokeRect(left - 0.5, top - 0.5, right - left + 1, rows.at(-2)! + rowHeight - top + 1);
    context.strokeRect(left - 0.5, rows.at(-1)! - 0.5, right - left + 1, bottom - rows.at(-1)! + 1);
  }
}

function drawLabels(context: CanvasRenderingContext2D, { features, names }: AlignmentData, { left, rows, rowHeight, classes }: AlignmentFrame, theme: ChartTheme): void {
  const { tick } = theme.fontSize;
  context.font = `${tick}px ${theme.fontFamily}`;
  context.textBaseline = 'middle';
  context.textAlign = 'right';
  // Every name where there is room, else every second, third, …
  const every = Math.max(1, Math.ceil((tick + 1) / rowHeight));
  rows.forEach((top, row) => {
    const isRest = row === features.length;
    if (!isRest && (row % every !== 0 || row + every > features.length && every > 1)) return;
    context.fillStyle = isRest ? theme.data.text : theme.ink;
    context.fillText(isRest ? 'rest' : names[features[row]!]!, left - 5, top + rowHeight / 2 + 0.5);
  });
  context.textAlign = 'left';
  context.fillStyle = theme.muted;
  classes.forEach((columns, c) => context.fillText(c === 0 ? 'class +1' : 'class −1', columns.left, tick / 2));
}

function drawSelected(context: CanvasRenderingContext2D, selected: number | undefined, { classes, top, bottom }: AlignmentFrame, theme: ChartTheme): void {
  for (const { left, right, filters } of classes) {
    const at = selected === undefined ? -1 : filters.indexOf(selected);
    if (at < 0) continue;
    const pitch = (right - left) / filters.length;
    const x0 = Math.floor(left + at * pitch), x1 = Math.max(x0 + 1, Math.floor(left + (at + 1) * pitch)), middle = (x0 + x1) / 2;
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
