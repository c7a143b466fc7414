import type { Box } from '../kit/labels';
import { namesBeside, type NamesBeside } from '../kit/names-beside';
import { held, linearScale, logScale, type Scale } from '../kit/scales';
import type { Size } from '../kit/scene';
import { textWidth } from '../kit/text-width';
import type { ChartTheme } from '../kit/theme';
import { octaveTicks } from '../kit/log-ticks';
import { yAxisWidth, type Tick } from '../kit/ticks';
import { depthKeys, drawable, type DepthData } from './data';

/** Between two numbers on the y axis, in their font size. */
const Y_SPACING = 1.55;
/** The octave that the axis has at least, so that it stands still where ranks are low. */
const LEAST_CEILING = 8;

export interface DepthFrame {
  readonly plot: Box;
  /** Where the stage of an index stands. */
  readonly x: Scale;
  readonly y: Scale;
  readonly yTicks: readonly Tick[];
  readonly sample: NamesBeside['sample'];
  /** Whether there is a second line under the stages' labels. */
  readonly subs: boolean;
}

export function depthFrame({ stages, names }: DepthData, size: Size, theme: ChartTheme): DepthFrame {
  const { tick, label } = theme.fontSize;
  const top = Math.round(tick + 1.35 * label);
  const low = size.height < 12 * tick;
  const bottom = Math.max(top + 1, Math.round(size.height - (low ? 1.7 : 2.9) * tick));
  const highest = stages.reduce(
    (most, stage) => depthKeys.reduce((max, key) => (drawable(stage[key]) ? Math.max(max, stage[key]) : max), most),
    LEAST_CEILING,
  );
  const ceiling = 2 ** Math.ceil(Math.log2(highest) - 1e-9);
  const yTicks = octaveTicks(1, ceiling, bottom - top, Y_SPACING * tick);
  const left = yAxisWidth(yTicks, theme);
  const { right, sample } = namesBeside(Object.values(names), size.width, left + 1, theme);
  const half = (right - left) / (2 * Math.max(1, stages.length));
  const domain = [1, ceiling] as const;
  const subs = !low && stages.every(({ sub }) => textWidth(sub, tick) <= 2 * half - 4);
  return {
    plot: { left, right, top, bottom },
    x: linearScale([-0.5, stages.length - 0.5], [left, right]),
    y: held(logScale(domain, [bottom, top]), domain),
    yTicks,
    sample,
    subs,
  };
}
