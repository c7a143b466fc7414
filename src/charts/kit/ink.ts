import { lab } from 'd3';

/** Black or white, whichever is the more legible on a colour: at least 4.5:1 on any. */
export function inkOn(colour: string): string {
  // At this lightness in Lab both reach the same contrast.
  return lab(colour).l > 49.5 ? '#000000' : '#ffffff';
}
