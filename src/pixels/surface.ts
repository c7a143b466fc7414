import type { ChartTheme } from '../charts/theme';
import type { DeviceBox } from './grey';

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
}

/** Kept between repaints, as a fresh image of the canvas in every frame would only be collected again. */
const images = new WeakMap<HTMLCanvasElement, ImageData>();

/** Makes a canvas as large as asked, where it is not yet, and fills its image with the background. Undefined where there is no 2D context. */
export function openSurface(canvas: HTMLCanvasElement, size: CanvasSize, theme: ChartTheme, devicePixelRatio: number): Surface | undefined {
  const ratio = devicePixelRatio > 0 ? devicePixelRatio : 1;
  const width = Math.max(1, Math.round(size.width * ratio)), height = Math.max(1, Math.round(size.height * ratio));
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  let image = images.get(canvas);
  if (image?.width !== width || image.height !== height) images.set(canvas, (image = context.createImageData(width, height)));
  new Uint32Array(image.data.buffer).fill(packed(parseColour(theme.background)));
  return {
    image, context, ratio,
    box: (x, y, width, height) => ({ x: Math.round(x * ratio), y: Math.round(y * ratio), width: Math.round(width * ratio), height: Math.round(height * ratio) }),
    show: () => {
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.putImageData(image, 0, 0);
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
    },
  };
}

export type Colour = readonly [red: number, green: number, blue: number];

/** @param hex `#rrggbb`, as all colours of the theme are. */
export function parseColour(hex: string): Colour {
  const bits = Number.parseInt(hex.slice(1), 16);
  return [(bits >> 16) & 255, (bits >> 8) & 255, bits & 255];
}

/** An opaque colour as one number of an image's memory, whose bytes lie in the order red, green, blue, alpha. */
export function packed([red, green, blue]: Colour): number {
  return (0xff000000 | (blue << 16) | (green << 8) | red) >>> 0;
}

/** Steps from one colour to another, [256], packed. */
export function ramp(from: string, to: string): Uint32Array {
  const a = parseColour(from), b = parseColour(to);
  return Uint32Array.from({ length: 256 }, (_, i) => packed([0, 1, 2].map((c) => Math.round(a[c]! + ((b[c]! - a[c]!) * i) / 255)) as unknown as Colour));
}

/** Fills a box of device pixels with a packed colour; clipped to the image. */
export function fillBox(image: Pick<ImageData, 'data' | 'width' | 'height'>, { x, y, width, height }: DeviceBox, colour: number): void {
  const target = new Uint32Array(image.data.buffer, image.data.byteOffset, image.width * image.height);
  const left = Math.max(0, x), right = Math.min(image.width, x + width);
  if (right <= left) return;
  for (let row = Math.max(0, y); row < Math.min(image.height, y + height); row++) target.fill(colour, row * image.width + left, row * image.width + right);
}
