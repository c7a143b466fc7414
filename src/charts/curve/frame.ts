import { nice } from 'd3';
import { linearScale, logScale } from '../kit/scales';
import type { Size } from '../kit/scene';
import type { ChartTheme } from '../kit/theme';
import { octaveTicks } from '../kit/log-ticks';
import { linearTicks } from '../kit/ticks';
import { timeFrame, type TimeFrame } from '../kit/time';
import { drawableGhosts, drawablePoints, drawableReferences, type CurveData } from './data';

/** Between two numbers on the y axis, in their font size. */
const Y_SPACING = { log: 1.55, linear: 3.3 };

export function curveFrame(data: CurveData, size: Size, theme: ChartTheme): TimeFrame {
  const { tick } = theme.fontSize;
  const references = drawableReferences(data);
  const lines = [drawablePoints(data), references, ...drawableGhosts(data).map(({ points }) => points)];
  // Without spreading: a history can be longer than a call may have arguments.
  const highest = lines.reduce((most, line) => line.reduce((more, { value }) => Math.max(more, value), most), 0);
  const ceiling =
    data.scale === 'log' ? 2 ** Math.max(1, Math.ceil(Math.log2(highest || 1))) : nice(0, highest || 1, 4)[1];
  const vertical = (bottom: number, top: number) =>
    data.scale === 'log'
      ? {
          y: logScale([1, ceiling], [bottom, top]),
          yTicks: octaveTicks(1, ceiling, bottom - top, Y_SPACING.log * tick),
        }
      : {
          y: linearScale([0, ceiling], [bottom, top]),
          yTicks: linearTicks(ceiling, bottom - top, Y_SPACING.linear * tick),
        };
  return timeFrame(
    { steps: data.steps, align: data.align, names: [data.label, ...references.map(({ label }) => label)], vertical },
    size,
    theme,
  );
}
