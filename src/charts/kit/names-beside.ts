import { textWidth } from './text-width';
import type { ChartTheme } from './theme';

/** Right of a plot: samples of lines, each before a name. */
export interface NamesBeside {
  /** Right edge of the plot. */
  readonly right: number;
  /** Left end of the samples, and their width. */
  readonly sample: { readonly left: number; readonly width: number };
}

/** Leaves room for all names from the start: the plot must not shrink when the first point arrives. @param least that the plot's right edge may be. */
export function namesBeside(
  names: readonly string[],
  width: number,
  least: number,
  { fontSize: { label } }: ChartTheme,
): NamesBeside {
  const words = Math.max(...names.map((name) => textWidth(name, label)));
  const sample = 1.5 * label;
  const right = Math.max(least, Math.floor(width - 2 - words - 0.4 * label - sample - 0.75 * label));
  return { right, sample: { left: right + 0.75 * label, width: sample } };
}
