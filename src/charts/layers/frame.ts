import type { Box } from '../kit/labels';
import type { Point } from '../kit/polyline';
import { held, logScale, type Scale } from '../kit/scales';
import type { Size } from '../kit/scene';
import type { ChartTheme } from '../kit/theme';
import { logTicks } from '../kit/log-ticks';
import { yAxisWidth, type Tick } from '../kit/ticks';
import type { LayerPlace, LayersData } from './data';

/** In the font size of ticks: the least width of a multiple, also where there is little height, and between two; and heights. */
const LEAST_WIDTH = 15,
  LOW_WIDTH = 5,
  BETWEEN = 1.6,
  ROW_HEIGHT = 19,
  STACKED_ROW = 13.5,
  LEAST_ROW = 8,
  /** From so high on there is a line of ranks, and from so high on two. */
  ONE_ROW = 7,
  TWO_ROWS = 12;
/** All four ranks stand in one line from this width on, in the same, and two. */
const ONE_LINE = 27,
  TWO_ABREAST = 13;
/** At the right, in the same: below the last numbers is the button that opens them all. */
const BUTTON = 2;
/** Between two numbers of the axis, in the same. */
const Y_SPACING = 1.8;

/** Where one matrix stands. Pixels. */
export interface LayerCell {
  readonly plot: Box;
  /** Baseline of its title. */
  readonly title: number;
  /** Where its ranks are written; none where there is no room. */
  readonly ranks: readonly Point[];
  /** Left end of the place of a value. */
  readonly left: (index: number) => number;
}

export interface LayersFrame {
  readonly cells: readonly LayerCell[];
  readonly columns: number;
  readonly y: Scale;
  readonly yTicks: readonly Tick[];
  /** Lower end and upper end of each row's plots are those of `y`, moved by this. */
  readonly shift: (cell: number) => number;
}

/** Columns of so many multiples: as even as can be, and as many as there is width for. */
function columnsOf(count: number, width: number, rows: number, tick: number): number {
  const fitting = Math.max(1, Math.floor(width / ((LEAST_WIDTH + BETWEEN) * tick)));
  const wanted = Math.max(Math.ceil(count / rows), Math.ceil(count / Math.ceil(count / fitting)));
  const most = Math.max(1, Math.floor(width / ((LOW_WIDTH + BETWEEN) * tick)));
  return Math.max(1, Math.min(wanted, most));
}

/** Height that so many multiples take where it is not given. @param tick font size of numbers, in pixels. */
export function layersHeight(count: number, width: number, tick: number): number {
  const columns = columnsOf(count, width, Infinity, tick);
  const rows = Math.max(1, Math.ceil(count / columns));
  // One below the other they are lower, so that a phone has several in sight.
  return Math.round(((rows > 1 && columns === 1 ? STACKED_ROW : ROW_HEIGHT) * rows + 1.5) * tick);
}

export function layersFrame({ layers, domain }: LayersData, size: Size, theme: ChartTheme): LayersFrame {
  const { tick, label } = theme.fontSize;
  const head = Math.round(1.5 * tick);
  const room = Math.max(1, size.height - head);
  const count = Math.max(1, layers.length);
  // Fewer rows where there is little height, as in a frame.
  const columns = columnsOf(count, size.width, Math.max(1, Math.floor(room / (LEAST_ROW * tick))), tick);
  const rows = Math.ceil(count / columns);
  const rowHeight = room / rows;
  const ticks = (pixels: number) => logTicks(...domain, pixels, Y_SPACING * tick);
  const axis = yAxisWidth(ticks(rowHeight), theme);
  const gap = BETWEEN * tick;
  const width = (size.width - axis - gap * (columns - 1) - BUTTON * tick) / columns;
  const lines = rowHeight < ONE_ROW * tick ? 0 : rowHeight < TWO_ROWS * tick || width >= ONE_LINE * tick ? 1 : 2;
  const perLine = width >= ONE_LINE * tick ? 4 : width >= TWO_ABREAST * tick ? 2 : 1;
  const top = Math.round(head + 1.15 * label + lines * 1.3 * tick + 0.5 * tick);
  const bottom = Math.max(top + 1, Math.round(head + rowHeight - 2.1 * tick));
  const y = held(logScale(domain, [bottom, top]), domain);
  const shift = (cell: number) => Math.round(Math.floor(cell / columns) * rowHeight);
  const cells = layers.map(({ values, before }, i): LayerCell => {
    const from = axis + (i % columns) * (width + gap),
      down = shift(i);
    const places = Math.max(1, values.length, before?.length ?? 0);
    return {
      plot: { left: from, right: from + width, top: top + down, bottom: bottom + down },
      title: head + down + 0.9 * label,
      ranks: Array.from({ length: lines * perLine }, (_, k) => ({
        x: from + ((k % perLine) * width) / perLine,
        y: head + down + 1.15 * label + (1 + Math.floor(k / perLine)) * 1.3 * tick - 0.3 * tick,
      })),
      left: (index) => from + (index * width) / places,
    };
  });
  return { cells, columns, y, yTicks: ticks(bottom - top), shift };
}

/** The value whose place a pointer is over. */
export function placeAt({ x, y }: Point, { layers }: LayersData, { cells }: LayersFrame): LayerPlace | null {
  const layer = cells.findIndex(
    ({ plot }) => x >= plot.left && x < plot.right && y >= plot.top && y <= plot.bottom + 2,
  );
  const values = layers[layer]?.values;
  if (!values) return null;
  const { left } = cells[layer]!;
  const index = Math.floor((x - left(0)) / (left(1) - left(0)));
  return index < values.length ? { layer, index } : null;
}
