import type { Drawing } from '../kit/chart';
import type { Box } from '../kit/labels';
import type { Point } from '../kit/polyline';
import { held, linearScale, type Scale } from '../kit/scales';
import type { Size } from '../kit/scene';
import { textWidth } from '../kit/text-width';
import type { ChartTheme } from '../kit/theme';
import { linearTicks, yAxisWidth, type Tick } from '../kit/ticks';
import { pointsOf, type CollapseData, type CollapsePlace } from './data';

/** Between two numbers on the y axis, in their font size. */
const Y_SPACING = 4.4;
/** Pixels between the y axis and a noise of 0, and between the axes and marks on them. */
const INSET = 8;
/** How far a pointer may be from a mark. Pixels. */
const REACH = 24;

/** Where things stand in a collapse chart. Pixels. */
export interface CollapseFrame {
  readonly plot: Box;
  readonly x: Scale;
  readonly y: Scale;
  readonly yTicks: readonly Tick[];
  /** Baseline of the row of labels above the plot. */
  readonly row: number;
  /** The key right of the plot: left end of samples, left end of names, height of the middle of a series, by its index. */
  readonly key: { readonly left: number; readonly names: number; readonly heightOf: (index: number) => number };
}

export function collapseFrame(data: CollapseData, size: Size, theme: ChartTheme): CollapseFrame {
  const { tick, label } = theme.fontSize;
  const row = Math.round(tick + 1.35 * label);
  const top = row + Math.round(0.6 * label);
  const bottom = Math.max(top + 1, Math.round(size.height - 3.4 * tick));
  const domain = data.domain ?? [0, 1];
  const yTicks = linearTicks(domain[1], bottom - top, Y_SPACING * tick).filter(({ value }) => value >= domain[0]);
  const left = yAxisWidth(yTicks, theme);
  const names = Math.max(0, ...data.series.map(({ label: text }) => textWidth(text, tick)));
  const right = Math.max(left + 2 * INSET + 1, Math.floor(size.width - 2 - names - 2.9 * label));
  const keyLeft = right + 0.9 * label;
  const pitch = Math.min(1.5 * label, (bottom - top) / Math.max(1, data.series.length));
  return {
    plot: { left, right, top, bottom },
    x: linearScale([0, data.xMax], [left + INSET, right - INSET]),
    y: held(linearScale(domain, [bottom - INSET / 2, top + INSET / 2]), domain),
    yTicks,
    row,
    // The last series on top, as in the map.
    key: {
      left: keyLeft,
      names: keyLeft + 2 * label,
      heightOf: (index) => top + (data.series.length - 1 - index + 0.5) * pitch,
    },
  };
}

/** The measured point nearest to a pointer; null where none is within reach. */
export function placeNear(
  { x, y }: Point,
  { data, frame }: Drawing<CollapseData, CollapseFrame>,
): CollapsePlace | null {
  let best: CollapsePlace | null = null;
  let least = REACH;
  data.series.forEach((series, row) => {
    for (const point of pointsOf(series, data)) {
      const distance = Math.hypot(frame.x(point.x) - x, frame.y(point.y) - y);
      if (distance < least) [best, least] = [{ row, column: point.column }, distance];
    }
  });
  return best;
}
