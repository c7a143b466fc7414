import type { Box } from '../kit/labels';
import { linearScale, type Scale } from '../kit/scales';
import type { Size } from '../kit/scene';
import { textWidth } from '../kit/text-width';
import type { ChartTheme } from '../kit/theme';
import { linearTicks, yAxisWidth, type Tick } from '../kit/ticks';
import { drawable, onAxis, type ClaimCurve } from './data';

/** Of a handle, in pixels where type is of the usual size; the page draws it (src/panels/curve/curve.css). */
const THUMB = 24;
const TRACK = 7;
/** From the axis to the middle of the track. */
const TRACK_BELOW = 12;
/** Charts lower than this, in heights of a line, have one row under the axis. */
const LOW = 13;
/** Names stand beside the plot where they take no more of the width. */
const BESIDE = 0.24;

/** Where things stand in a claim chart. Pixels. */
export interface ClaimFrame {
  readonly plot: Box;
  readonly x: Scale;
  readonly y: Scale;
  readonly yTicks: readonly Tick[];
  /** The slider's track under the axis. */
  readonly track: { readonly middle: number; readonly height: number };
  /** Radius of the handle. */
  readonly thumb: number;
  /** Baselines of the rows under the track: numbers, then the names of the axis and of the critical noise; one where the chart is low. */
  readonly rows: { readonly ticks: number; readonly names: number };
  /** Whether the curves' names stand right of the plot. */
  readonly beside: boolean;
  /** Of the values at the handle. */
  readonly large: number;
  readonly radius: number;
}

/** The theme with type of a size that this chart is read at: the page's notes, smaller only where there is little room. */
export function claimTheme(theme: ChartTheme, size: Size): ChartTheme {
  const room = Math.min(size.width / 340, size.height / 170) / theme.magnified;
  const tick = theme.magnified * (room >= 1 ? 13 : Math.max(10, 13 * room));
  const wide = size.width >= 480 * theme.magnified;
  return { ...theme, fontSize: { tick: Math.round(tick), label: Math.round(wide ? tick * 1.08 : tick) } };
}

/** @param theme of `claimTheme`. */
export function claimFrame(curve: ClaimCurve, size: Size, theme: ChartTheme): ClaimFrame {
  const { tick, label } = theme.fontSize;
  // Everything that is no type grows and shrinks with it.
  const unit = tick / 13;
  const low = size.height < LOW * tick;
  const thumb = (low ? 0.7 : 1) * (THUMB / 2) * theme.magnified;
  const middle = low ? thumb : TRACK_BELOW * theme.magnified;
  const ticks = middle + thumb + tick;
  const names = low ? ticks : ticks + 1.3 * tick;
  const top = Math.round(tick + (low ? 0.3 : 0.7) * label);
  const bottom = Math.max(top + 1, Math.round(size.height - names - 0.3 * tick));
  const height = bottom - top;
  const large = Math.round(Math.max(1.25 * label, Math.min(size.width / 40, 1.85 * label)));
  // Room for the values above the highest point.
  const above = Math.min(1.5 * large, 0.3 * height);
  const ceiling = (highestRank(curve) * height) / (height - above);
  const yTicks = linearTicks(ceiling, height, Math.min(4.5 * tick, height / 3));
  const left = yAxisWidth(yTicks, theme) + Math.round(3 * unit);
  const widest = Math.max(
    ...(['data', 'filters', 'clean', 'predicted'] as const).map((key) =>
      textWidth(curve.names[key], label, key === 'data' || key === 'filters'),
    ),
  );
  const beside = widest + label <= BESIDE * size.width;
  const right = Math.max(left + 1, Math.floor(size.width - (beside ? widest + label : thumb + 2)));
  return {
    plot: { left, right, top, bottom },
    x: linearScale([0, curve.xMax], [left, right]),
    y: linearScale([0, ceiling], [bottom, top]),
    yTicks,
    track: { middle: bottom + middle, height: Math.round((low ? 0.7 : 1) * TRACK * theme.magnified) },
    thumb,
    rows: { ticks: Math.round(bottom + ticks), names: Math.round(bottom + names) },
    beside,
    large,
    radius: 1.55 * theme.lineWidth.series,
  };
}

function highestRank(curve: ClaimCurve): number {
  const { points, ghosts, predicted, clean } = curve;
  const all = [
    clean,
    ...[...points, ...ghosts]
      .filter(({ x }) => onAxis(x, curve))
      .flatMap((point) => [point.data, point.filters, point.dataHigh, point.filtersHigh]),
    ...(predicted ?? []).filter(({ x }) => onAxis(x, curve)).map(({ y }) => y),
  ];
  return all.reduce<number>((most, value) => (drawable(value) ? Math.max(most, value) : most), 0) || 1;
}
