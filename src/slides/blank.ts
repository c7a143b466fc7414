import { darkTheme, paperTheme, themeAt, type ChartTheme } from '../charts/kit/theme';
import { wrapped } from '../charts/kit/wrap';
import type { PlacedText } from './sheet';
import type { SlideSize } from './sizes';

export const looks = ['light', 'dark', 'transparent'] as const;
export type Look = (typeof looks)[number];

/** A sheet with nothing on it but its title; lengths in points. */
export interface Blank {
  readonly theme: ChartTheme;
  readonly margin: number;
  /** Width between the margins. */
  readonly inner: number;
  /** Where what comes below the title begins. */
  readonly top: number;
  /** The title, a line each. */
  readonly texts: readonly PlacedText[];
}

/** @param title null for none. */
export function blankSheet(size: SlideSize, look: Look, title: string | null): Blank {
  const theme = themeAt(look === 'dark' ? darkTheme : paperTheme, size.magnification);
  const margin = Math.round(Math.min(size.width, size.height) * 0.035);
  const inner = size.width - 2 * margin;
  const titleSize = Math.round(size.least * (size.width > 700 ? 2 : 1.35));
  const texts: PlacedText[] = [];
  let top = margin;
  for (const text of title === null ? [] : wrapped(title, inner, titleSize * 1.05)) {
    texts.push({ x: margin, y: top + titleSize, text, size: titleSize, bold: true, colour: theme.ink });
    top += 1.25 * titleSize;
  }
  if (title !== null) top += 0.35 * titleSize;
  return { theme, margin, inner, top, texts };
}
