import { nice } from 'd3';
import { linearTicks, octaveTicks, yAxisWidth, type Tick } from './axes';
import { drawablePoints, drawableReferences, type CurveData } from './curve-data';
import type { Box } from './label-placement';
import { linearScale, logScale, type Scale } from './scales';
import type { Size } from './scene';
import { textWidth } from './text-width';
import type { ChartTheme } from './theme';

/** Pixels between two numbers on the y axis. */
const Y_SPACING = { log: 17, linear: 36 };
/** Pixels between the end of a line and its name. */
export const labelOffset = (theme: ChartTheme) => 0.75 * theme.fontSize.label;

/** Where things stand in a curve chart. Pixels. */
export interface CurveFrame {
  readonly plot: Box;
  /** Height of the middle of the track on which the handle runs. */
  readonly trackY: number;
  readonly x: Scale;
  readonly y: Scale;
  readonly yTicks: readonly Tick[];
}

export function curveFrame(data: CurveData, size: Size, theme: ChartTheme): CurveFrame {
  const { tick, label } = theme.fontSize;
  const top = Math.round(2 * label);
  const bottom = Math.max(top + 1, Math.round(size.height - 2.3 * tick) - label);
  const pixels = bottom - top;

  const references = drawableReferences(data);
  // One pass without spreading: a history can be longer than a call may have arguments.
  const highest = [...drawablePoints(data), ...references].reduce((most, { value }) => Math.max(most, value), 0);
  const ceiling = data.scale === 'log' ? 2 ** Math.max(1, Math.ceil(Math.log2(highest || 1))) : nice(0, highest || 1, 4)[1];
  const yTicks = data.scale === 'log' ? octaveTicks(1, ceiling, pixels, Y_SPACING.log) : linearTicks(ceiling, pixels, Y_SPACING.linear);

  const names = [data.label, ...references.map((reference) => reference.label)];
  const left = yAxisWidth(yTicks, theme);
  const right = Math.max(left + 1, Math.floor(size.width - labelOffset(theme) - 2 - Math.max(...names.map((name) => textWidth(name, label)))));
  return {
    plot: { left, right, top, bottom },
    // Below the plot: a rank near 1 must not run under the handle.
    trackY: bottom + label,
    x: linearScale([0, data.steps], [left, right]),
    y: data.scale === 'log' ? logScale([1, ceiling], [bottom, top]) : linearScale([0, ceiling], [bottom, top]),
    yTicks,
  };
}

/** The step at `x` pixels from the left of the chart, held in the run. */
export function curveStepAt(x: number, data: CurveData, size: Size, theme: ChartTheme): number {
  const { plot } = curveFrame(data, size, theme);
  const share = (x - plot.left) / (plot.right - plot.left);
  return Math.round(Math.max(0, Math.min(share, 1)) * data.steps);
}

/** The track of the handle, for a control laid over it: step 0 at `left`, the last at `right`, `y` its height. Pixels. */
export function curveTrack(data: CurveData, size: Size, theme: ChartTheme): { left: number; right: number; y: number } {
  const { plot, trackY } = curveFrame(data, size, theme);
  return { left: plot.left, right: plot.right, y: trackY };
}
