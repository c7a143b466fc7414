import type { Drawing } from '../kit/chart';
import type { Box } from '../kit/labels';
import { octaveTicks } from '../kit/log-ticks';
import type { Point } from '../kit/polyline';
import { linearScale, logScale, type Scale } from '../kit/scales';
import type { Size } from '../kit/scene';
import { textWidth } from '../kit/text-width';
import type { ChartTheme } from '../kit/theme';
import { yAxisWidth, type Tick } from '../kit/ticks';
import type { CauseLine, CausePlace, CausesData } from './data';

/** Where one of the multiples stands. Pixels. */
export interface CellFrame {
  readonly box: Box;
  /** Ranks, and below them shares. */
  readonly upper: Box;
  readonly lower: Box;
  readonly x: Scale;
  readonly rank: Scale;
  readonly share: Scale;
  /** Whether it is the first of its row, where the numbers of the y axes stand. */
  readonly leads: boolean;
}

export interface CausesFrame {
  readonly cells: readonly CellFrame[];
  readonly rankTicks: readonly Tick[];
  readonly key: readonly { readonly line: CauseLine; readonly left: number; readonly y: number }[];
  /** Baseline of what the x axes show. */
  readonly titleY: number;
}

/** Widths, in the font size of labels, from which so many stand in a row. */
const columnsFrom = [
  [84, 6],
  [66, 4],
  [44, 3],
  [0, 2],
] as const;
export const causesColumns = (width: number, fontSize: number): number =>
  columnsFrom.find(([least]) => width >= least * fontSize)![1];

const lines: readonly CauseLine[] = ['filters', 'data', 'share', 'test', 'usual'];
/** Between a sample of a line and its name, and after that. */
export const sampleWidth = 1.6;

export function causesFrame(data: CausesData, size: Size, theme: ChartTheme): CausesFrame {
  const { tick, label } = theme.fontSize;
  const { key, rows: keyRows } = keyFrame(data, size, theme);
  const top = keyRows * 1.5 * label + 0.3 * label;
  const titleY = size.height - Math.round(0.4 * tick);
  const columns = causesColumns(size.width, label);
  const rows = Math.max(1, Math.ceil(data.cells.length / columns));
  const highest = data.cells
    .flatMap(({ points }) => points)
    .reduce((most, point) => {
      return Math.max(most, point?.data ?? 0, point?.rank ?? 0);
    }, 8);
  const ceiling = 2 ** Math.ceil(Math.log2(highest));
  const height = (titleY - 1.2 * tick - top) / rows;
  const upperHeight = 0.58 * (height - 1.6 * label - 1.9 * tick);
  const rankTicks = octaveTicks(1, ceiling, upperHeight, 1.5 * tick);
  const left = yAxisWidth(rankTicks, theme);
  const gap = 1.1 * label;
  const width = (size.width - left - (columns - 1) * gap - 0.6 * tick) / columns;
  const cells = data.cells.map((_, i): CellFrame => {
    const column = i % columns,
      x0 = left + column * (width + gap),
      y0 = top + Math.floor(i / columns) * height;
    const across = { left: x0, right: x0 + width };
    const upperTop = y0 + 1.6 * label,
      bottom = y0 + height - 1.9 * tick;
    const middle = upperTop + Math.max(4, upperHeight);
    const upper = { ...across, top: upperTop, bottom: middle };
    const lower = { ...across, top: Math.min(bottom - 2, middle + 1.2 * tick), bottom };
    return {
      box: { ...across, top: y0, bottom: y0 + height },
      upper,
      lower,
      x: linearScale([0, data.xMax || 1], [x0 + 4, x0 + width - 4]),
      rank: logScale([1, ceiling], [upper.bottom, upper.top]),
      share: linearScale([0, 1], [lower.bottom, lower.top]),
      leads: column === 0,
    };
  });
  return { cells, rankTicks, key, titleY };
}

/** Names of the lines, one after the other, in as many rows as they need. */
function keyFrame({ names }: CausesData, { width }: Size, theme: ChartTheme) {
  const { label } = theme.fontSize;
  let left = 0,
    rows = 1;
  const key = lines.map((line) => {
    const needed = sampleWidth * label + 0.4 * label + textWidth(names[line], label);
    if (left > 0 && left + needed > width) [left, rows] = [0, rows + 1];
    const at = { line, left, y: rows * 1.5 * label - 0.4 * label };
    left += needed + 1.4 * label;
    return at;
  });
  return { key, rows };
}

/** The run nearest to a pointer, in the cell that it is over. */
export function placeNear({ x, y }: Point, { data, frame }: Drawing<CausesData, CausesFrame>): CausePlace | null {
  const row = frame.cells.findIndex(({ box }) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
  const cell = frame.cells[row];
  if (!cell) return null;
  let best: CausePlace | null = null,
    least = Infinity;
  data.cells[row]!.points.forEach((point, column) => {
    const distance = point ? Math.abs(cell.x(point.x) - x) : Infinity;
    if (distance < least) [best, least] = [{ row, column }, distance];
  });
  return best;
}
