import type { ChartTheme } from '../../charts/kit/theme';

/** Paints a picture anew at so many device pixels to a CSS pixel, under the page's theme or another. */
type Repaint = (canvas: HTMLCanvasElement, devicePixelRatio: number, theme?: ChartTheme) => void;

/** How each canvas of the page was painted, so that a file can hold it sharper than the screen does. */
export const repaints = new WeakMap<HTMLCanvasElement, Repaint>();
