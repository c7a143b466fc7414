import { useLayoutEffect, useMemo, useRef } from 'react';
import { drawImageStrip, type PatchArrangement } from '../pixels/image-strip';
import { useChartTheme } from './use-chart-theme';

/** One image, its patches put together, so wide as asked and as high as its proportions make it. */
export function Picture({ arrangement, values, scale, width, name }: { arrangement: PatchArrangement; values: ArrayLike<number>; scale?: number; width: number; name: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useChartTheme();
  const size = useMemo(() => ({ width, height: Math.round((width * arrangement.height) / arrangement.width) }), [width, arrangement]);
  useLayoutEffect(() => {
    if (canvas.current) drawImageStrip(canvas.current, { arrangement, values, scale }, size, theme, window.devicePixelRatio);
  }, [arrangement, values, scale, size, theme]);
  return <canvas ref={canvas} role="img" aria-label={name} style={size} />;
}
