import { useLayoutEffect, useRef, type PointerEvent } from 'react';
import type { Size } from '../charts/scene';
import type { ChartTheme } from '../charts/theme';
import { useChartTheme } from './use-chart-theme';
import { useWidth } from './use-size';

export interface ChartFigureProps<Data> {
  readonly data: Data | null;
  /** Height in pixels for a width. */
  readonly height: (width: number) => number;
  draw(svg: SVGSVGElement, data: Data, size: Size, theme: ChartTheme): void;
  /** Hears where the pointer is, in pixels from the figure's left edge; null when it leaves. */
  onPointer?(x: number | null, size: Size, theme: ChartTheme): void;
}

/** Gives a chart an element, its size and the theme, and draws it again whenever one of them changes. */
export function ChartFigure<Data>({ data, height, draw, onPointer }: ChartFigureProps<Data>) {
  const box = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const theme = useChartTheme();
  const width = useWidth(box);
  const size = { width, height: height(width) };
  useLayoutEffect(() => {
    if (svg.current && data && width > 0) draw(svg.current, data, { width, height: height(width) }, theme);
  }, [data, width, height, theme, draw]);
  const point = (event: PointerEvent<SVGSVGElement>) => onPointer?.(event.clientX - event.currentTarget.getBoundingClientRect().left, size, theme);
  return (
    <div ref={box} className="sizer" style={{ minHeight: size.height }}>
      <svg ref={svg} className="chart" width={size.width} height={size.height} onPointerMove={point} onPointerDown={point} onPointerLeave={() => onPointer?.(null, size, theme)} />
    </div>
  );
}
