import { interpolateLab } from 'd3';
import { DOMAINS, type MapData } from './data';
import { paler } from '../kit/shade';
import type { ChartTheme } from '../kit/theme';

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
