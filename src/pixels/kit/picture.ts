import type { ChartTheme } from '../../charts/kit/theme';
import type { CanvasSize } from './surface';

/** A picture on a canvas, as `Chart` is one with axes: figures and saved files work from these functions alone. */
export interface Picture<Data, Hit = unknown> {
  /** Paints it at so many device pixels to a CSS pixel. */
  draw(canvas: HTMLCanvasElement, data: Data, size: CanvasSize, theme: ChartTheme, devicePixelRatio: number): void;
  /** What a pointer finds at a point, in CSS pixels from the left upper corner; null where there is nothing. */
  hit?(at: { readonly x: number; readonly y: number }, data: Data, size: CanvasSize, theme: ChartTheme): Hit | null;
}
