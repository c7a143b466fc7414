import type { Box } from '../kit/labels';
import { linearScale, logScale, type Scale } from '../kit/scales';
import type { Size } from '../kit/scene';
import type { ChartTheme } from '../kit/theme';
import { logTicks } from '../kit/log-ticks';
import { yAxisWidth, type Tick } from '../kit/ticks';
import { LOG_FLOOR, type SpectrumData } from './data';

/** Narrower places than this become one stepped area: bars with gaps between would only flicker. Pixels. */
const NARROWEST_BAR = 2.5;
/** From this height on, where type is of the usual size, there is room for numbers and a name at the y axis, the ghost and the line after the signal. */
const ROOMY = 170;

/** Where things stand in a spectrum chart; depends on the axes, not on the values. Pixels. */
export interface SpectrumFrame {
  readonly plot: Box;
  /** Whether there is room for more than bars and the numbers under them. */
  readonly roomy: boolean;
  /** Distance between neighbouring singular values. */
  readonly pitch: number;
  /** Free pixels between two bars; 0 where there is one stepped area instead. */
  readonly gap: number;
  /** Neighbours drawn at one height, where several share a pixel; else 1. */
  readonly stride: number;
  /** Left end of the place of the value with this index (from 0); a whole pixel where there are bars. */
  readonly left: (index: number) => number;
  /** From a place, counted from 1, to its middle; bars are moved from there to whole pixels. */
  readonly x: Scale;
  /** From an energy, as a share of the largest, to its height. */
  readonly y: Scale;
  readonly yTicks: readonly Tick[];
  /** Values of full colour. */
  readonly signal: number;
  /** The dashed line, undefined where there is no signal dimension in sight, or no room. */
  readonly signalX: number | undefined;
  /** Baseline of the labels above the plot. */
  readonly row: number;
}

type Axes = Pick<SpectrumData, 'signalDimension' | 'shownCount' | 'scale'>;

export function spectrumFrame(
  { signalDimension, shownCount, scale }: Axes,
  size: Size,
  theme: ChartTheme,
): SpectrumFrame {
  const { tick, label } = theme.fontSize;
  const roomy = size.height >= ROOMY * theme.magnified;
  const top = roomy ? Math.round(1.4 * tick + 1.35 * label) + 4 : 2;
  const bottom = Math.max(top + 1, Math.round(size.height - 1.5 * tick - 4));
  const yTicks =
    scale === 'log'
      ? logTicks(LOG_FLOOR, 1, bottom - top, 2 * tick)
      : roomy
        ? [1, 0.5, 0].map((value) => ({ value, text: String(value) }))
        : [];
  const left = yTicks.length > 0 ? yAxisWidth(yTicks, theme) : 0;

  const count = Math.max(1, shownCount);
  const signal = signalDimension >= 1 && signalDimension <= count ? signalDimension : 0;
  const pitch = Math.max(1, size.width - left) / count;
  const bars = pitch >= NARROWEST_BAR;
  const place = (index: number) => (bars ? Math.round(left + index * pitch) : left + index * pitch);
  return {
    plot: { left, right: left + count * pitch, top, bottom },
    roomy,
    pitch,
    // Odd, so that the middle of a gap is a pixel.
    gap: bars ? 2 * Math.floor(pitch / 10) + 1 : 0,
    stride: Math.ceil(1 / pitch),
    left: place,
    x: linearScale([0.5, count + 0.5], [left, left + count * pitch]),
    y: (scale === 'log' ? logScale : linearScale)([scale === 'log' ? LOG_FLOOR : 0, 1], [bottom, top]),
    yTicks,
    signal,
    signalX: roomy && signal > 0 && signal < count ? Math.floor(place(signal)) - 0.5 : undefined,
    row: Math.round(1.4 * tick + label),
  };
}

/** The singular value (index from 0) at `x` pixels from the left of the chart, null beside the plot. */
export function indexAt(x: number, { shownCount }: Axes, { plot, pitch, left }: SpectrumFrame): number | null {
  if (x < plot.left || x >= plot.right) return null;
  const near = Math.min(Math.floor((x - plot.left) / pitch), shownCount - 1);
  // Places of bars are moved to whole pixels.
  return x < left(near) ? near - 1 : x >= left(near + 1) ? near + 1 : near;
}
