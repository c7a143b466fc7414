import { nice } from 'd3';
import { held, linearScale, logScale } from '../kit/scales';
import type { Size } from '../kit/scene';
import type { ChartTheme } from '../kit/theme';
import { logLeast, logMost, logTicks } from '../kit/log-ticks';
import { rangeTicks, type Tick } from '../kit/ticks';
import { timeFrame, type TimeFrame } from '../kit/time';
import { drawableLine, type LinesData } from './data';

/** Between two numbers on the y axis, in their font size. */
const Y_SPACING = { log: 1.8, linear: 3.1 };

export function linesFrame(data: LinesData, size: Size, theme: ChartTheme): TimeFrame {
  const { tick } = theme.fontSize;
  const domain = data.domain ?? measuredDomain(data);
  const vertical = (bottom: number, top: number): { y: TimeFrame['y']; yTicks: readonly Tick[] } =>
    data.scale === 'log'
      ? {
          y: held(logScale(domain, [bottom, top]), domain),
          yTicks: logTicks(...domain, bottom - top, Y_SPACING.log * tick),
        }
      : {
          y: held(linearScale(domain, [bottom, top]), domain),
          yTicks: rangeTicks(...domain, bottom - top, Y_SPACING.linear * tick),
        };
  const names = data.series.filter(({ emphasis }) => emphasis).map(({ label }) => label);
  return timeFrame({ steps: data.steps, align: data.align, names, vertical }, size, theme);
}

function measuredDomain(data: LinesData): [number, number] {
  let [least, most] = [Infinity, -Infinity];
  for (const series of data.series) {
    for (const { value } of drawableLine(series, data)) [least, most] = [Math.min(least, value), Math.max(most, value)];
  }
  if (data.scale === 'linear')
    return most === -Infinity ? [0, 1] : nice(Math.min(0, least), Math.max(most, least < 0 ? 0 : Number.MIN_VALUE), 4);
  if (most === -Infinity) return [0.1, 1];
  // A loss may be as small as a number can be.
  const [from, to] = [roundDown(Math.max(least, logLeast)), 1 / roundDown(1 / Math.min(most, logMost))];
  return [from, Math.max(to, 2 * from)];
}

/** The next of 1, 2, 5, 10 … at or below a value. */
function roundDown(value: number): number {
  const decade = 10 ** Math.floor(Math.log10(value) + 1e-9);
  return ([5, 2, 1].find((digit) => digit * decade <= value * (1 + 1e-9)) ?? 1) * decade;
}
