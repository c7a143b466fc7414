import type { Drawing } from '../kit/chart';
import type { Box } from '../kit/labels';
import { octaveTicks } from '../kit/log-ticks';
import type { Point } from '../kit/polyline';
import { linearScale, logScale, type Scale } from '../kit/scales';
import type { Size } from '../kit/scene';
import { textWidth } from '../kit/text-width';
import type { ChartTheme } from '../kit/theme';
import { yAxisWidth, type Tick } from '../kit/ticks';
import { balanced } from '../kit/wrap';
import type { CauseLine, CausePlace, CausesData } from './data';

/** Where one of the multiples stands. Pixels. */
export interface CellFrame {
  /** Which of the data it is: in a low figure not all have room. */
  readonly row: number;
  readonly box: Box;
  /** Its title, with the baselines of its lines. */
  readonly title: readonly { readonly text: string; readonly y: number }[];
  /** Ranks, and below them shares, where there is height for both. */
  readonly upper: Box;
  readonly lower: Box | null;
  readonly x: Scale;
  readonly rank: Scale;
  /** Null as `lower`. */
  readonly share: Scale | null;
  /** Whether it is the first of its row, where the numbers of the y axes stand. */
  readonly leads: boolean;
  /** Whether none stands below it: there the numbers of the x axis stand. */
  readonly ends: boolean;
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

/** In the font size of labels: what is above and below all rows, the height that one of them should have, and the width that a multiple must have. */
const around = 5,
  rowHeight = 8,
  leastWidth = 7;
/** A row lower than this holds a title, but no curve; a multiple that stands for others too is so wide at least. */
const leastRow = 4.5,
  chosenWidth = 11;

/** As many as usual; more where the figure is low, as long as each is wide enough. */
function columnsWithin(size: Size, cells: number, fontSize: number): number {
  const usual = causesColumns(size.width, fontSize);
  const wider = [2, 3, 4, 6].filter((columns) => columns >= usual && size.width / columns >= leastWidth * fontSize);
  const high = wider.find(
    (columns) => (size.height - around * fontSize) / Math.ceil(cells / columns) >= rowHeight * fontSize,
  );
  return high ?? wider.at(-1) ?? usual;
}

/** Which of the multiples have room, in their order, and how many stand in a row: the most telling ones, where not all have. */
function chosen({ cells, telling }: CausesData, size: Size, fontSize: number) {
  const free = size.height - around * fontSize;
  const columns = columnsWithin(size, cells.length, fontSize);
  if (free / Math.ceil(cells.length / columns) >= leastRow * fontSize)
    return { columns, kept: cells.map((cell, row) => ({ cell, row })) };
  const fewer = Math.max(1, Math.min(4, Math.floor(size.width / (chosenWidth * fontSize))));
  const count = fewer * Math.max(1, Math.floor(free / (leastRow * fontSize)));
  const first = new Set(telling.slice(0, count));
  return { columns: fewer, kept: cells.map((cell, row) => ({ cell, row })).filter(({ cell }) => first.has(cell.key)) };
}

const lines: readonly CauseLine[] = ['filters', 'data', 'share', 'test', 'usual'];
const ofRanks: readonly CauseLine[] = ['filters', 'data', 'usual'];
/** Between a sample of a line and its name, and after that. */
export const sampleWidth = 1.6;
/** Of a line of a title, and between its last and the plot, in the font size of labels. */
const titleLine = 1.2,
  underTitle = 0.5;

export function causesFrame(data: CausesData, size: Size, theme: ChartTheme): CausesFrame {
  const { tick, label } = theme.fontSize;
  const titleY = size.height - Math.round(0.4 * tick);
  const { columns, kept } = chosen(data, size, label);
  const rows = Math.max(1, Math.ceil(kept.length / columns));
  const rowOf = (i: number) => Math.floor(i / columns);
  const highest = data.cells
    .flatMap(({ points }) => points)
    .reduce((most, point) => Math.max(most, point?.data ?? 0, point?.rank ?? 0), 8);
  const ceiling = 2 ** Math.ceil(Math.log2(highest));
  const left = yAxisWidth([{ value: ceiling, text: String(ceiling) }], theme);
  const gap = 1.1 * label;
  const width = (size.width - left - (columns - 1) * gap - 0.6 * tick) / columns;
  // Low multiples have ranks alone, each below one line.
  const bare = (size.height - around * label) / rows < 0.85 * rowHeight * label;
  const { key, rows: keyRows } = keyFrame(bare ? ofRanks : lines, data, size, theme);
  const top = keyRows * 1.5 * label + 0.3 * label;
  const height = (titleY - 2.7 * tick - top) / rows;
  const titles = kept.map(({ cell }, i) => {
    const beyond = bare && (i + 1) % columns !== 0 ? gap - 2 : 0.5 * tick;
    return titleLines(cell.title, width + beyond, bare ? 1 : 2, label);
  });
  const linesIn = (row: number) => Math.max(...titles.filter((_, i) => rowOf(i) === row).map(({ length }) => length));
  const headOf = (row: number) => (linesIn(row) * titleLine + underTitle) * label;
  const between = 1.1 * tick;
  const upperHeight = (row: number) => {
    const free = height - headOf(row) - 0.6 * label;
    return Math.max(4, bare ? free : 0.6 * (free - between));
  };
  const least = Math.min(...Array.from({ length: rows }, (_, row) => upperHeight(row)));
  const rankTicks = octaveTicks(1, ceiling, least, 1.5 * tick);
  const cells = kept.map(({ row }, i): CellFrame => {
    const line = rowOf(i);
    const x0 = left + (i % columns) * (width + gap),
      y0 = top + line * height;
    const across = { left: x0, right: x0 + width };
    const upperTop = y0 + headOf(line);
    const upper = { ...across, top: upperTop, bottom: upperTop + upperHeight(line) };
    const bottom = Math.max(upper.bottom, y0 + height - 0.6 * label);
    const lower = bare ? null : { ...across, top: Math.min(bottom - 2, upper.bottom + between), bottom };
    const title = titles[i]!;
    return {
      row,
      box: { ...across, top: y0, bottom: y0 + height },
      title: title.map((text, at) => ({
        text,
        y: upperTop - (underTitle + (title.length - 1 - at) * titleLine) * label,
      })),
      upper,
      lower,
      x: linearScale([0, data.xMax || 1], [x0 + 4, x0 + width - 4]),
      rank: logScale([1, ceiling], [upper.bottom, upper.top]),
      share: lower && linearScale([0, 1], [lower.bottom, lower.top]),
      leads: i % columns === 0,
      ends: i + columns >= kept.length,
    };
  });
  return { cells, rankTicks, key, titleY };
}

/** A title in so many lines at most; what does not fit is left out, and that it is. */
function titleLines(title: string, width: number, most: number, fontSize: number): string[] {
  // Bold letters are wider than those that are wrapped.
  const all = balanced(title, 0.93 * width, fontSize);
  if (all.length <= most) return all;
  return [...all.slice(0, most - 1), `${all[most - 1]!.replace(/[,，]$/u, '')}…`];
}

/** Names of the lines, one after the other, in as many rows as they need. */
function keyFrame(named: readonly CauseLine[], { names }: CausesData, { width }: Size, theme: ChartTheme) {
  const { label } = theme.fontSize;
  let left = 0,
    rows = 1;
  const key = named.map((line) => {
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
  const cell = frame.cells.find(({ box }) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
  if (!cell) return null;
  const { row } = cell;
  let best: CausePlace | null = null,
    least = Infinity;
  data.cells[row]!.points.forEach((point, column) => {
    const distance = point ? Math.abs(cell.x(point.x) - x) : Infinity;
    if (distance < least) [best, least] = [{ row, column }, distance];
  });
  return best;
}
