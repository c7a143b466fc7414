import type { Drawing } from '../kit/chart';
import type { Box } from '../kit/labels';
import type { Point } from '../kit/polyline';
import { namesBeside, type NamesBeside } from '../kit/names-beside';
import { rankAxis } from '../kit/rank-axis';
import { linearScale, type Scale } from '../kit/scales';
import type { Size } from '../kit/scene';
import type { ChartTheme } from '../kit/theme';
import { yAxisWidth, type Tick } from '../kit/ticks';
import { drawable, type SweepData } from './data';

/** Between two numbers on the y axis where it is linear, in their font size. */
const Y_SPACING = 4;
/** Pixels between the y axis and noise 0, so that its marks do not stand among the numbers. */
const INSET = 10;
/** How far a pointer may be from a measured level of noise. Pixels. */
const REACH = 40;

/** Where things stand in a sweep chart. Pixels. */
export interface SweepFrame {
  readonly plot: Box;
  readonly x: Scale;
  readonly y: Scale;
  readonly yTicks: readonly Tick[];
  /** Baseline of the row of labels above the plot. */
  readonly row: number;
  /** Samples of line and mark, which stand before the names. */
  readonly sample: NamesBeside['sample'];
}

export function sweepFrame(data: SweepData, size: Size, theme: ChartTheme): SweepFrame {
  const { tick, label } = theme.fontSize;
  const row = Math.round(tick + 1.35 * label);
  const top = row + Math.round(0.6 * label);
  const bottom = Math.max(top + 1, Math.round(size.height - 3.4 * tick));
  const axis = rankAxis(data.scale, highestRank(data), Y_SPACING);
  const yTicks = axis.ticks(bottom - top, tick);
  const left = yAxisWidth(yTicks, theme);
  const { right, sample } = namesBeside(Object.values(data.names), size.width, left + INSET + 1, theme);
  return {
    plot: { left, right, top, bottom },
    x: linearScale([0, data.xMax], [left + INSET, right - INSET]),
    y: axis.scale(bottom, top),
    yTicks,
    row,
    sample,
  };
}

function highestRank({ points, predicted, clean, currentPoint, scale, xMax }: SweepData): number {
  const all = [
    clean,
    currentPoint?.data,
    currentPoint?.filters,
    ...points
      .filter(({ x }) => x <= xMax)
      .flatMap((point) => [point.data, point.filters, point.dataHigh, point.filtersHigh]),
    ...(predicted ?? []).filter(({ x }) => x <= xMax).map(({ y }) => y),
  ];
  return all.reduce<number>((most, value) => (drawable(value, scale) ? Math.max(most, value) : most), 0) || 1;
}

/** Whether a noise lies on the axis. */
export function onAxis(x: number, { xMax }: Pick<SweepData, 'xMax'>): boolean {
  return x >= 0 && x <= xMax;
}

/** Index of the measured point nearest to a pointer, by its noise alone; null where none is within reach. */
export function pointNear({ x, y }: Point, { data, frame, size }: Drawing<SweepData, SweepFrame>): number | null {
  if (y < frame.plot.top - REACH / 2 || y > size.height) return null;
  let best: number | null = null;
  let least = REACH;
  data.points.forEach((point, i) => {
    const measured = drawable(point.data, data.scale) || drawable(point.filters, data.scale);
    const distance = Math.abs(frame.x(point.x) - x);
    if (measured && onAxis(point.x, data) && distance < least) [best, least] = [i, distance];
  });
  return best;
}
