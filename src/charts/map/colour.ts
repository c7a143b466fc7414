import { interpolateLab } from 'd3';
import { paler } from '../kit/marks';
import type { Layer, Mark, Size } from '../kit/scene';
import { textWidth } from '../kit/text-width';
import type { ChartTheme } from '../kit/theme';
import { Y_TICK_GAP } from '../kit/ticks';
import { DOMAINS, type MapData } from './data';
import type { MapFrame } from './frame';

/**
 * From the pale vermillion of noise to the blue of filters, straight through Lab: steps that look even, and a
 * lightness that only falls (in the dark theme, rises), so that the map reads without colour too.
 */
export function cellColour(value: number, colour: MapData['colour'], theme: ChartTheme): string {
  const [from, to] = DOMAINS[colour];
  const share = Math.max(0, Math.min((value - from) / (to - from), 1));
  return interpolateLab(theme.data.tint, theme.filters.mark)(share);
}

/** As `cellColour`, for a cell that is not certain: taken from a neighbour, or out of date. */
export function uncertainColour(
  value: number,
  { colour, stale }: Pick<MapData, 'colour' | 'stale'>,
  interpolated: boolean,
  theme: ChartTheme,
): string {
  const full = cellColour(value, colour, theme);
  const share = (stale ? 0.4 : 0) + (interpolated ? 0.25 : 0);
  return share === 0 ? full : paler(full, theme, share);
}

/** Pieces of the ramp: enough that it looks smooth. */
const PIECES = 32;

/** The colour key right of the plot: a ramp, three numbers, and above it what the colours show. */
export function keyLayers(data: MapData, { plot, key, keyY }: MapFrame, size: Size, theme: ChartTheme): Layer[] {
  const { tick } = theme.fontSize;
  const [from, to] = DOMAINS[data.colour];
  const valueAt = (piece: number) => from + ((to - from) * piece) / PIECES;
  const ramp = Array.from({ length: PIECES }, (_, i): Mark => {
    const [top, bottom] = [Math.round(keyY(valueAt(i + 1))), Math.round(keyY(valueAt(i)))];
    return {
      key: i,
      attributes: {
        x: key.left,
        y: top,
        width: key.right - key.left,
        height: Math.max(0, bottom - top),
        fill: cellColour(valueAt(i + 0.5), data.colour, theme),
      },
    };
  });
  const numbers = [from, (from + to) / 2, to].map((value): Mark => ({
    key: value,
    text: String(value),
    // The outer ones inside the ramp's height, so that they keep clear of the labels above and below.
    attributes: {
      x: key.right + Y_TICK_GAP - 2,
      y: value === from ? plot.bottom : value === to ? plot.top + 0.74 * tick : keyY(value) + 0.36 * tick,
    },
  }));
  const right = key.right + Y_TICK_GAP + Math.ceil(textWidth('0.75', tick));
  const captionRight = Math.min(size.width - 2, right);
  // Beside the caption of the rows, if there is room for both.
  const fits = plot.left + textWidth(data.rowLabel, tick) + 12 + textWidth(data.colourLabel, tick) <= captionRight;
  return [
    { name: 'key', shape: 'rect', marks: ramp },
    { name: 'key-ticks', shape: 'text', attributes: { 'font-size': tick, fill: theme.muted }, marks: numbers },
    {
      name: 'key-caption',
      shape: 'text',
      attributes: { 'font-size': tick, 'text-anchor': 'end', fill: theme.muted },
      marks: fits ? [{ key: 0, text: data.colourLabel, attributes: { x: captionRight, y: Math.round(tick) } }] : [],
    },
  ];
}
