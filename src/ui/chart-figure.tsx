import { useLayoutEffect, useRef, type PointerEvent, type ReactNode } from 'react';
import type { Size } from '../charts/kit/scene';
import type { ChartTheme } from '../charts/kit/theme';
import { NumbersButton, type Numbered } from './numbers-button';
import { useRoom } from './room';
import { useChartTheme } from './use-chart-theme';
import { useMagnification } from './use-magnification';
import { useWidth } from './use-size';
import { useViewportHeight } from './use-viewport';
import { useSeen, useVisible } from './use-visible';

/** Where a pointer is in a figure: pixels from its left upper corner, and whether it presses. */
export interface PointerAt {
  readonly x: number;
  readonly y: number;
  readonly pressed: boolean;
}

export interface ChartFigureProps<Data> {
  readonly data: Data | null;
  /** Height in pixels for a width and the height of the screen, on a page whose type is of the usual size. */
  readonly height: (width: number, screen: number) => number;
  draw(svg: SVGSVGElement, data: Data, size: Size, theme: ChartTheme): void;
  /** Hears where the pointer is; null when it leaves. */
  onPointer?(at: PointerAt | null, size: Size, theme: ChartTheme): void;
  onClick?(at: PointerAt, size: Size, theme: ChartTheme): void;
  /** What the chart's button opens as a table. */
  readonly numbers?: Numbered | null;
  /** A control that lies over the chart. */
  overlay?(size: Size, theme: ChartTheme): ReactNode;
}

/** Gives a chart an element, its size and the theme, draws it when it is first seen, and again whenever one of them changes. */
export function ChartFigure<Data>({
  data,
  height,
  draw,
  onPointer,
  onClick,
  numbers,
  overlay,
}: ChartFigureProps<Data>) {
  const box = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const theme = useChartTheme();
  const width = useWidth(box);
  const seen = useSeen(useVisible(box));
  const room = useRoom();
  const magnification = useMagnification();
  const viewportHeight = useViewportHeight();
  const figureHeight =
    room ?? Math.round(magnification * height(width / magnification, viewportHeight / magnification));
  const size = { width, height: figureHeight };
  useLayoutEffect(() => {
    if (svg.current && data && width > 0 && seen) draw(svg.current, data, { width, height: figureHeight }, theme);
  }, [data, width, figureHeight, seen, theme, draw]);
  const at = (event: PointerEvent<SVGSVGElement>): PointerAt => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top, pressed: (event.buttons & 1) === 1 };
  };
  const point = (event: PointerEvent<SVGSVGElement>) => onPointer?.(at(event), size, theme);
  return (
    <div ref={box} className="sizer" style={{ minHeight: size.height }}>
      <svg
        ref={svg}
        className="chart"
        width={size.width}
        height={size.height}
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={() => onPointer?.(null, size, theme)}
        onPointerUp={(event) => onClick?.(at(event), size, theme)}
        style={onClick ? { cursor: 'pointer' } : undefined}
      />
      {data && width > 0 && overlay?.(size, theme)}
      {numbers && <NumbersButton numbers={numbers} />}
    </div>
  );
}
