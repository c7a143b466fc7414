import type { ChartTheme } from '../../charts/kit/theme';
import { packed, parseColour } from './colour';
import type { DeviceBox } from './grey';
import { stampOf, type Written } from './stamps';

/** CSS pixels. */
export interface CanvasSize {
  readonly width: number;
  readonly height: number;
}

/** A canvas at the device's own pixels: `image` is painted first, then shown, and text and lines are drawn over it in CSS pixels. */
export interface Surface {
  readonly image: ImageData;
  readonly context: CanvasRenderingContext2D;
  readonly ratio: number;
  /** From CSS to whole device pixels. */
  box(x: number, y: number, width: number, height: number): DeviceBox;
  show(): void;
  /** Writes over the image: from `x` on, or up to it, with the middle of the line at `y`. */
  write(text: string, x: number, y: number, written: Written, align?: 'left' | 'right'): void;
}

/** Kept between repaints, as a fresh image of the canvas in every frame would only be collected again. */
const images = new WeakMap<HTMLCanvasElement, ImageData>();

/** Makes a canvas as large as asked, where it is not yet, and fills its image with the background. Undefined where there is no 2D context. */
export function openSurface(
  canvas: HTMLCanvasElement,
  size: CanvasSize,
  theme: ChartTheme,
  devicePixelRatio: number,
): Surface | undefined {
  const ratio = devicePixelRatio > 0 ? devicePixelRatio : 1;
  const width = Math.max(1, Math.round(size.width * ratio)),
    height = Math.max(1, Math.round(size.height * ratio));
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  let image = images.get(canvas);
  if (image?.width !== width || image.height !== height)
    images.set(canvas, (image = context.createImageData(width, height)));
  new Uint32Array(image.data.buffer).fill(packed(parseColour(theme.background)));
  return {
    image,
    context,
    ratio,
    box: (x, y, width, height) => ({
      x: Math.round(x * ratio),
      y: Math.round(y * ratio),
      width: Math.round(width * ratio),
      height: Math.round(height * ratio),
    }),
    show: () => {
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.putImageData(image, 0, 0);
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
    },
    write(text, x, y, written, align = 'left') {
      const stamp = stampOf(text, written, ratio);
      if (!stamp) return;
      const left = Math.round(x * ratio - (align === 'right' ? stamp.width : 0)),
        top = Math.round(y * ratio) - stamp.middle;
      context.drawImage(
        stamp.canvas,
        left / ratio,
        top / ratio,
        stamp.canvas.width / ratio,
        stamp.canvas.height / ratio,
      );
    },
  };
}
