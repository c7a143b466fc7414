import type { ChartTheme } from '../../charts/kit/theme';
import { largestMagnitude, paintPicture, type PixelGrid } from '../kit/grey';
import type { Picture } from '../kit/picture';
import { openSurface, type CanvasSize } from '../kit/surface';

/** Where the patches of an image lie in its picture; pixels that no patch covers are gutter. */
export interface PatchArrangement {
  readonly width: number;
  readonly height: number;
  readonly side: number;
  /** Grey, or planes of red, green and blue in every patch; grey without it. */
  readonly channels?: 1 | 3 | undefined;
  /** Upper left corner of every patch. */
  readonly places: readonly (readonly [x: number, y: number])[];
}

interface ImageStripData {
  readonly arrangement: PatchArrangement;
  /** [P × channels × side²], row-major. */
  readonly values: ArrayLike<number>;
  /** The value that is white: give the same to pictures that are to be compared. The largest magnitude without it. */
  readonly scale?: number | undefined;
  /** A patch with a line around it, in the colour of what is true. */
  readonly outlined?: number | undefined;
  /** How far each patch is veiled, from 0 to 1, [P]. */
  readonly veils?: ArrayLike<number> | undefined;
}

/** Puts the patches of one image together; NaN in the gutter. Where patches overlap, the later one is seen. */
export function composePicture(
  { width, height, side, channels = 1, places }: PatchArrangement,
  values: ArrayLike<number>,
): PixelGrid {
  const picture = new Float64Array(channels * width * height).fill(NaN);
  places.forEach(([left, top], p) => {
    for (let channel = 0; channel < channels; channel++) {
      const start = (p * channels + channel) * side * side,
        plane = (channel * height + top) * width + left;
      for (let y = 0; y < side; y++) {
        for (let x = 0; x < side; x++) picture[plane + y * width + x] = values[start + y * side + x]!;
      }
    }
  });
  return { values: picture, columns: width, rows: height, channels };
}

/** One image of several patches. */
export const imageStrip: Picture<ImageStripData, never> = { draw: drawImageStrip };

/**
 * Paints one image, all patches on one scale, as large as fits at whole device pixels per pixel, from the upper left
 * corner of the canvas; the gutter is the page's background.
 */
function drawImageStrip(
  canvas: HTMLCanvasElement,
  { arrangement, values, scale, outlined, veils }: ImageStripData,
  size: CanvasSize,
  theme: ChartTheme,
  devicePixelRatio: number,
): void {
  const surface = openSurface(canvas, size, theme, devicePixelRatio);
  if (!surface) return;
  const box = { x: 0, y: 0, ...pictureSize(arrangement, surface.image) };
  paintPicture(surface.image, box, composePicture(arrangement, values), scale ?? largestMagnitude(values));
  surface.show();
  const { context, ratio } = surface;
  const pixel = box.width / arrangement.width / ratio;
  if (veils) {
    context.fillStyle = theme.background;
    arrangement.places.forEach(([x, y], p) => {
      context.globalAlpha = veils[p] ?? 0;
      context.fillRect(x * pixel, y * pixel, arrangement.side * pixel, arrangement.side * pixel);
    });
    context.globalAlpha = 1;
  }
  const place = outlined === undefined ? undefined : arrangement.places[outlined];
  if (!place) return;
  const width = 2 * theme.magnified,
    side = arrangement.side * pixel;
  context.strokeStyle = theme.clean.mark;
  context.lineWidth = width;
  // Just outside the patch, where there is room; at the side of the picture, on its last pixels.
  const from = (at: number) => Math.max(width / 2, at * pixel - width / 2);
  const to = (at: number, size: number) => Math.min(size - width / 2, at * pixel + side + width / 2);
  const [left, top] = [from(place[0]), from(place[1])];
  context.strokeRect(left, top, to(place[0], box.width / ratio) - left, to(place[1], box.height / ratio) - top);
}

/** The largest picture in the same proportions that fits into a room: whole multiples where it can be one at all. */
export function pictureSize(
  { width, height }: Pick<PatchArrangement, 'width' | 'height'>,
  room: CanvasSize,
): CanvasSize {
  const times = Math.min(room.width / width, room.height / height);
  const whole = times >= 1 ? Math.floor(times) : times;
  return { width: Math.max(1, Math.floor(width * whole)), height: Math.max(1, Math.floor(height * whole)) };
}
