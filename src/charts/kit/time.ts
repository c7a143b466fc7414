import { chart, type Chart, type ChartParts, type Described, type Drawing } from './chart';
import type { Box } from './labels';
import { stepAtShare, stepScale, type Scale } from './scales';
import type { Size } from './scene';
import { textWidth } from './text-width';
import type { ChartTheme } from './theme';
import { yAxisWidth, type Tick } from './ticks';

/** What every chart against the training step shows. */
export interface TimeData extends Described {
  /** Length of the run: the right end of the x axis. */
  readonly steps: number;
  /** Stands under the left end of the x axis and names its unit: "step 0". */
  readonly origin: string;
  /** The step shown elsewhere on the page: a vertical line. */
  readonly cursor?: number | undefined;
  /** Whether a control lies over the x axis; the cursor then has a handle there, which otherwise would promise one. */
  readonly seekable?: boolean | undefined;
  /** What the y axis shows, e.g. "stable rank". */
  readonly caption: string;
  /** Margins to keep at least, so that charts under one another share their x positions. */
  readonly align?: Margins | undefined;
}

/** A chart against the training step; what a pointer finds is a step of the run. */
export interface TimeChart<Data extends TimeData> extends Chart<Data, number> {
  /** The track of the handle, for a control laid over it: step 0 at `left`, the last at `right`, `y` its height. Pixels. */
  track(data: Data, size: Size, theme: ChartTheme): { left: number; right: number; y: number };
  /** Pixels left and right of the plot: a chart under this one that keeps them shares its x positions. */
  margins(data: Data, size: Size, theme: ChartTheme): Margins;
}

export function timeChart<Data extends TimeData>(
  parts: Omit<ChartParts<Data, TimeFrame, number>, 'hit'>,
): TimeChart<Data> {
  const { frame } = parts;
  return {
    ...chart<Data, TimeFrame, number>({ ...parts, hit: ({ x }, drawing) => stepAt(x, drawing) }),
    track(data, size, theme) {
      const { plot, trackY } = frame(data, size, theme);
      return { left: plot.left, right: plot.right, y: trackY };
    },
    margins(data, size, theme) {
      const { plot } = frame(data, size, theme);
      return { left: plot.left, right: size.width - plot.right };
    },
  };
}

/** The step at `x` pixels from the left of the chart, held in the run. */
function stepAt(x: number, { data: { steps }, frame: { plot } }: Drawing<TimeData, TimeFrame>): number {
  const share = (x - plot.left) / (plot.right - plot.left);
  return Math.round(stepAtShare(Math.max(0, Math.min(share, 1)), steps));
}

/** Pixels between the end of a line and its name. */
export const labelOffset = (theme: ChartTheme) => 0.75 * theme.fontSize.label;

/** Pixels left and right of a plot. */
export interface Margins {
  readonly left: number;
  readonly right: number;
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

interface TimeAxes extends Pick<TimeData, 'steps' | 'align'> {
  /** Names to leave room for at the right. */
  readonly names: readonly string[];
  /** The y axis between two heights. */
  readonly vertical: (bottom: number, top: number) => Pick<TimeFrame, 'y' | 'yTicks'>;
}

export function timeFrame({ steps, align, names, vertical }: TimeAxes, size: Size, theme: ChartTheme): TimeFrame {
  const { tick, label } = theme.fontSize;
  // Where a chart is low, its caption stands on the plot.
  const top = Math.round((size.height < 9 * label ? 1.3 : 2) * label);
  const bottom = Math.max(top + 1, Math.round(size.height - 2.3 * tick) - label);
  const { y, yTicks } = vertical(bottom, top);
  const left = Math.max(yAxisWidth(yTicks, theme), align?.left ?? 0);
  const room = labelOffset(theme) + 2 + Math.max(0, ...names.map((name) => textWidth(name, label)));
  const right = Math.max(left + 1, Math.floor(size.width - Math.max(room, align?.right ?? 0)));
  // Below the plot: a value near the lower end must not run under the handle.
  return { plot: { left, right, top, bottom }, trackY: bottom + label, x: stepScale(steps, [left, right]), y, yTicks };
}

/** Where the cursor stands, held in the run. */
export function cursorX(cursor: number | undefined, steps: number, { x }: TimeFrame): number | undefined {
  return cursor === undefined ? undefined : x(Math.max(0, Math.min(cursor, steps)));
}
