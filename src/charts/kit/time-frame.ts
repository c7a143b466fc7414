import { yAxisWidth, type Tick } from './ticks';
import type { Box } from './label-placement';
import { linearScale, type Scale } from './scales';
import type { Size } from './scene';
import { textWidth } from './text-width';
import type { ChartTheme } from './theme';

/** Pixels between the end of a line and its name. */
export const labelOffset = (theme: ChartTheme) => 0.75 * theme.fontSize.label;

/** Pixels left and right of a plot. */
export interface Margins {
  readonly left: number;
  readonly right: number;
}

/** The margins that leave room for all of these: charts under one another that are given them share their x positions. */
export function widestMargins(...all: readonly Margins[]): Margins {
  return { left: Math.max(0, ...all.map(({ left }) => left)), right: Math.max(0, ...all.map(({ right }) => right)) };
}

/** Where things stand in a chart against the training step. Pixels. */
export interface TimeFrame {
  readonly plot: Box;
  /** Height of the middle of the track on which the handle runs. */
  readonly trackY: number;
  readonly x: Scale;
  readonly y: Scale;
  readonly yTicks: readonly Tick[];
}

export interface TimeAxes {
  readonly steps: number;
  /** Margins to keep at least. */
  readonly align?: Margins | undefined;
  /** Names to leave room for at the right. */
  readonly names: readonly string[];
  /** The y axis between two heights. */
  readonly vertical: (bottom: number, top: number) => Pick<TimeFrame, 'y' | 'yTicks'>;
}

export function timeFrame({ steps, align, names, vertical }: TimeAxes, size: Size, theme: ChartTheme): TimeFrame {
  const { tick, label } = theme.fontSize;
  const top = Math.round(2 * label);
  const bottom = Math.max(top + 1, Math.round(size.height - 2.3 * tick) - label);
  const { y, yTicks } = vertical(bottom, top);
  const left = Math.max(yAxisWidth(yTicks, theme), align?.left ?? 0);
  const room = labelOffset(theme) + 2 + Math.max(0, ...names.map((name) => textWidth(name, label)));
  const right = Math.max(left + 1, Math.floor(size.width - Math.max(room, align?.right ?? 0)));
  // Below the plot: a value near the lower end must not run under the handle.
  return {
    plot: { left, right, top, bottom },
    trackY: bottom + label,
    x: linearScale([0, steps], [left, right]),
    y,
    yTicks,
  };
}

/** The margins of a frame in a chart of this size. */
export function marginsOf({ plot }: TimeFrame, size: Size): Margins {
  return { left: plot.left, right: size.width - plot.right };
}

/** The step at `x` pixels from the left of the chart, held in the run. */
export function stepAt(x: number, steps: number, { plot }: TimeFrame): number {
  const share = (x - plot.left) / (plot.right - plot.left);
  return Math.round(Math.max(0, Math.min(share, 1)) * steps);
}

/** The track of the handle, for a control laid over it: step 0 at `left`, the last at `right`, `y` its height. Pixels. */
export function trackOf({ plot, trackY }: TimeFrame): { left: number; right: number; y: number } {
  return { left: plot.left, right: plot.right, y: trackY };
}

/** Where the cursor stands, held in the run. */
export function cursorX(cursor: number | undefined, steps: number, { x }: TimeFrame): number | undefined {
  return cursor === undefined ? undefined : x(Math.max(0, Math.min(cursor, steps)));
}
