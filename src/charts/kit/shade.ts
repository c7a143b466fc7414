import { interpolateRgb, lab } from 'd3';
import type { ChartTheme } from './theme';

/** How much of a colour gives way to the background where what it shows is out of date. */
const STALE = 0.45;

/** The colour with `share` of the background in it; opaque, so that what lies behind cannot change it. */
export function paler(colour: string, theme: ChartTheme, share = STALE): string {
  return interpolateRgb(colour, theme.background)(share);
}

/** Black or white, whichever is the more legible on a colour: at least 4.5:1 on any. */
export function inkOn(colour: string): string {
  // At this lightness in Lab both reach the same contrast.
  return lab(colour).l > 49.5 ? '#000000' : '#ffffff';
}
