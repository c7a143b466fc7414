import type { Box } from '../kit/labels';
import { held, linearScale, type Scale } from '../kit/scales';
import type { Size } from '../kit/scene';
import type { ChartTheme } from '../kit/theme';
import { rangeTicks, yAxisWidth, type Tick } from '../kit/ticks';
import type { AttentionData } from './data';

/** Between two numbers on the y axis, in their font size. */
const Y_SPACING = 3.1;
/** Pixels between the axes and the first and last points. */
const INSET = 8;

export interface AttentionFrame {
  readonly plot: Box;
  readonly x: Scale;
  readonly y: Scale;
  readonly yTicks: readonly Tick[];
}

export function attentionFrame({ xMax }: AttentionData, size: Size, theme: ChartTheme): AttentionFrame {
  const { tick, label } = theme.fontSize;
  const top = Math.round(2 * label);
  const bottom = Math.max(top + 1, Math.round(size.height - 3.2 * tick));
  const yTicks = rangeTicks(0, 1, bottom - top, Y_SPACING * tick);
  const left = yAxisWidth(yTicks, theme);
  const right = Math.max(left + 2 * INSET + 1, size.width - INSET);
  return {
    plot: { left, right, top, bottom },
    x: linearScale([0, xMax], [left + INSET, right - INSET]),
    y: held(linearScale([0, 1], [bottom, top]), [0, 1]),
    yTicks,
  };
}
