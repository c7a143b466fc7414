import type { Box } from '../kit/labels';
import { linearScale, logScale, type Scale } from '../kit/scales';
import type { Size } from '../kit/scene';
import { textWidth } from '../kit/text-width';
import type { ChartTheme } from '../kit/theme';
import { decadeTicks, yAxisWidth, type Tick } from '../kit/ticks';
import { LOG_FLOOR, type SpectrumData } from './data';

/** Narrower places than this become one stepped area: bars with gaps between would only flicker. Pixels. */
const NARROWEST_BAR = 4;

/** Where things stand in a spectrum chart; depends on the axes, not on the values. Pixels. */
export interface SpectrumFrame {
  readonly plot: Box;
  /** Distance between neighbouring singular values. */
  readonly pitch: number;
  /** Free pixels between two bars; 0 where there is one stepped area instead. */
  readonly gap: number;
  /** Neighbours drawn at one height, where several share a pixel; else 1. */
  readonly stride: number;
  /** Left end of the place of the value with this index (from 0), wider gap after the signal included. */
  readonly left: (index: number) => number;
  /** From a relative singular value to its height. */
  readonly y: Scale;
  readonly yTicks: readonly Tick[];
  /** The dashed line, undefined where there is no signal dimension in sight. */
  readonly signalX: number | undefined;
  /** Baselines of two rows of labels above the plot. */
  readonly rows: readonly [number, number];
}

type Axes = Pick<SpectrumData, 'signalDimension' | 'shownCount' | 'scale'>;

export function spectrumFrame(
  { signalDimension, shownCount, scale }: Axes,
  size: Size,
  theme: ChartTheme,
): SpectrumFrame {
  const { tick, label } = theme.fontSize;
  const yTicks =
    scale === 'log' ? decadeTicks(LOG_FLOOR) : [1, 0.5, 0].map((value) => ({ value, text: String(value) }));
  const row = Math.round(1.35 * label);
  const left = yAxisWidth(yTicks, theme);
  const top = 2 * row + 2;
  const bottom = Math.max(top + 1, Math.round(size.height - 3.4 * tick));

  const count = Math.max(1, shownCount);
  const signal = signalDimension >= 1 && signalDimension <= count ? signalDimension : undefined;
  const hasTail = signal !== undefined && signal < count;
  const split = hasTail ? 6 : 0;
  // The last number may stand out over the end of the axis.
  const right = Math.max(6, Math.ceil(textWidth(String(count), tick) / 2));
  const wide = Math.max(1, size.width - left - right - split) / count;
  // Whole pixels: all bars equally wide and with sharp sides.
  const pitch = wide >= NARROWEST_BAR ? Math.floor(wide) : wide;
  // Odd, so that the middle of a gap is a pixel.
  const gap = wide >= NARROWEST_BAR ? 2 * Math.floor(pitch / 10) + 1 : 0;

  const y = (scale === 'log' ? logScale : linearScale)([scale === 'log' ? LOG_FLOOR : 0, 1], [bottom, top]);
  return {
    plot: { left, right: left + count * pitch + split, top, bottom },
    pitch,
    gap,
    stride: Math.ceil(1 / pitch),
    left: (index) => left + index * pitch + (signal !== undefined && index >= signal ? split : 0),
    y,
    yTicks,
    signalX: signal === undefined ? undefined : Math.floor(left + signal * pitch + (split - 1) / 2) + 0.5,
    rows: [row - 3, 2 * row - 4],
  };
}

/** The singular value (index from 0) at `x` pixels from the left of the chart, null beside the plot. */
export function indexAt(x: number, data: Axes, { plot, pitch, left }: SpectrumFrame): number | null {
  if (x < plot.left || x >= plot.right) return null;
  const across = x - plot.left;
  const { signalDimension: signal, shownCount: count } = data;
  const split = left(count) - plot.left - count * pitch;
  // The wider gap after the signal belongs to the nearer side.
  const index =
    across < signal * pitch + split / 2
      ? Math.min(Math.floor(across / pitch), signal - 1)
      : Math.max(Math.floor((across - split) / pitch), signal);
  return Math.min(index, count - 1);
}
