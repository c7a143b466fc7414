import type { Drawing } from '../kit/chart';
import type { Box } from '../kit/labels';
import type { Point } from '../kit/polyline';
import { linearScale, type Scale } from '../kit/scales';
import type { Size } from '../kit/scene';
import { textWidth } from '../kit/text-width';
import type { ChartTheme } from '../kit/theme';
import { Y_TICK_GAP } from '../kit/ticks';
import { DOMAINS, type Cell, type MapData } from './data';

/** Where things stand in a map. Pixels. */
export interface MapFrame {
  /** The grid of cells. */
  readonly plot: Box;
  /** Size of a cell, whole pixels where there are any to spare. */
  readonly cell: { readonly width: number; readonly height: number };
  /** From noise to pixels; column centres are where the columns say. */
  readonly x: Scale;
  /** Noise at both ends of the plot. */
  readonly ends: readonly [number, number];
  /** From a row, fractions between, to the height of its centre. */
  readonly rowY: (row: number) => number;
  /** The ramp of the colour key, right of the plot. */
  readonly key: Box;
  /** From a cell's number to a height on the ramp. */
  readonly keyY: Scale;
  /** Baseline of the row of labels above the plot. */
  readonly row: number;
}

export function mapFrame(data: MapData, size: Size, theme: ChartTheme): MapFrame {
  const { tick, label } = theme.fontSize;
  const least = Math.round(tick + 1.85 * label);
  const bottom = Math.max(least + 1, Math.round(size.height - 3.4 * tick));
  const [columns, rows] = [Math.max(1, data.columns.length), Math.max(1, data.rows.length)];
  const left =
    Math.ceil(Math.max(textWidth('0.5', tick), ...data.rows.map(({ text }) => textWidth(text, tick)))) + Y_TICK_GAP + 2;
  const keyWidth = Math.round(0.75 * tick);
  const keyRoom = keyWidth + Y_TICK_GAP + Math.ceil(textWidth('0.75', tick)) + 2 * label;

  // Whole pixels: all cells equally wide, with sharp sides.
  const whole = (pixels: number) => (pixels >= 2 ? Math.floor(pixels) : Math.max(pixels, 0.1));
  const width = whole((size.width - left - keyRoom) / columns);
  const height = whole((bottom - least) / rows);
  // What is left over of the height goes above the plot, so that x axes of neighbouring charts stand level.
  const plot = { left, right: left + columns * width, top: bottom - rows * height, bottom };
  const [first, last] = [data.columns[0] ?? 0, data.columns.at(-1) ?? 1];
  const pitch = columns > 1 ? (last - first) / (columns - 1) : 2 * first || 1;
  const keyLeft = plot.right + Math.round(1.5 * label);
  return {
    plot,
    cell: { width, height },
    x: linearScale([first - pitch / 2, last + pitch / 2], [plot.left, plot.right]),
    ends: [first - pitch / 2, last + pitch / 2],
    rowY: (index) => plot.bottom - (index + 0.5) * height,
    key: { left: keyLeft, right: keyLeft + keyWidth, top: plot.top, bottom: plot.bottom },
    keyY: linearScale(DOMAINS[data.colour], [plot.bottom, plot.top]),
    row: plot.top - Math.round(0.5 * label),
  };
}

/** The row of a value of the second parameter, with fractions between two rows; undefined outside them. */
export function rowOf(value: number, rows: MapData['rows']): number | undefined {
  for (const [i, { value: from }] of rows.entries()) {
    const to = rows[i + 1]?.value ?? from;
    if (value === from) return i;
    if ((value - from) * (value - to) < 0) return i + (value - from) / (to - from);
  }
  return undefined;
}

/** The cell under a pointer, null beside the grid. */
export function cellAt({ x, y }: Point, { data, frame: { plot, cell } }: Drawing<MapData, MapFrame>): Cell | null {
  const column = Math.floor((x - plot.left) / cell.width);
  const row = Math.floor((plot.bottom - y) / cell.height);
  const inside = column >= 0 && column < data.columns.length && row >= 0 && row < data.rows.length;
  return inside ? { row, column } : null;
}
