import { rankAxis } from '../kit/rank-axis';
import type { Size } from '../kit/scene';
import type { ChartTheme } from '../kit/theme';
import { timeFrame, type TimeFrame } from '../kit/time';
import { drawableGhosts, drawablePoints, drawableReferences, type CurveData } from './data';

/** Between two numbers on the y axis where it is linear, in their font size. */
const Y_SPACING = 3.3;

export function curveFrame(data: CurveData, size: Size, theme: ChartTheme): TimeFrame {
  const { tick } = theme.fontSize;
  const references = drawableReferences(data);
  const lines = [drawablePoints(data), references, ...drawableGhosts(data).map(({ points }) => points)];
  // Without spreading: a history can be longer than a call may have arguments.
  const highest = lines.reduce((most, line) => line.reduce((more, { value }) => Math.max(more, value), most), 0);
  const axis = rankAxis(data.scale, highest || 1, Y_SPACING);
  const vertical = (bottom: number, top: number) => ({
    y: axis.scale(bottom, top),
    yTicks: axis.ticks(bottom - top, tick),
  });
  return timeFrame(
    { steps: data.steps, align: data.align, names: [data.label, ...references.map(({ label }) => label)], vertical },
    size,
    theme,
  );
}
