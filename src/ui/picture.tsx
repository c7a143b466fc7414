import { useLayoutEffect, useMemo, useRef } from 'react';
import { imageStrip, pictureSize, type PatchArrangement } from '../pixels/image-strip/draw';
import { repaints } from '../pixels/kit/repaint';
import { useChartTheme } from './use-chart-theme';
import { useMagnification } from './use-magnification';
import { usePixelRatio } from './use-pixel-ratio';

/** One image, its patches put together, as wide as asked at most, on a page whose type is of the usual size, and as high as its proportions make it. */
export function Picture({
  arrangement,
  values,
  scale,
  outlined,
  veils,
  width,
  name,
}: {
  arrangement: PatchArrangement;
  values: ArrayLike<number>;
  scale?: number;
  outlined?: number | undefined;
  veils?: ArrayLike<number> | undefined;
  width: number;
  name: string;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useChartTheme();
  const ratio = usePixelRatio();
  const size = usePictureSize(arrangement, width);
  useLayoutEffect(() => {
    if (!canvas.current) return;
    const paint = (on: HTMLCanvasElement, ratio: number, dressed = theme) =>
      imageStrip.draw(on, { arrangement, values, scale, outlined, veils }, size, dressed, ratio);
    paint(canvas.current, ratio);
    repaints.set(canvas.current, paint);
  }, [arrangement, values, scale, outlined, veils, size, theme, ratio]);
  return <canvas ref={canvas} role="img" aria-label={name} style={size} />;
}

/** The place of a picture that is still to come. */
export function PicturePlace({ arrangement, width }: { arrangement: PatchArrangement; width: number }) {
  return <span className="picture-place" style={usePictureSize(arrangement, width)} />;
}

/** No larger than what is painted, so that pictures stand side by side without gaps. */
function usePictureSize(
  arrangement: PatchArrangement,
  width: number,
): { readonly width: number; readonly height: number } {
  const magnification = useMagnification();
  return useMemo(() => {
    const ratio = window.devicePixelRatio;
    const painted = pictureSize(arrangement, { width: width * magnification * ratio, height: Infinity });
    return { width: painted.width / ratio, height: painted.height / ratio };
  }, [width, magnification, arrangement]);
}
