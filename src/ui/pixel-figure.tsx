import { useLayoutEffect, useMemo, useRef, type MouseEvent, type ReactNode } from 'react';
import type { Size } from '../charts/kit/scene';
import type { ChartTheme } from '../charts/kit/theme';
import { repaints } from '../pixels/kit/repaint';
import { NumbersButton, type Numbered } from './numbers-button';
import { useChartTheme } from './use-chart-theme';
import { paperRatio, usePaper } from './use-paper';
import { useWidth } from './use-size';
import { useSeen, useVisible } from './use-visible';

export interface PixelFigureProps<Data> {
  readonly name: string;
  /** What to paint at a width under a theme, and how high it becomes. */
  make(width: number, theme: ChartTheme): { readonly data: Data; readonly height: number };
  draw(canvas: HTMLCanvasElement, data: Data, size: Size, theme: ChartTheme, devicePixelRatio: number): void;
  /** Hears where the pointer is, in pixels from the figure's left upper corner; null when it leaves. */
  onPointer?(at: { x: number; y: number } | null, data: Data, size: Size, theme: ChartTheme): void;
  onClick?(at: { x: number; y: number }, data: Data, size: Size, theme: ChartTheme): void;
  /** What the figure's button opens as a table, where it shows numbers. */
  readonly numbers?: Numbered;
  children?: ReactNode;
}

/** Gives a picture a canvas, its size and the theme, paints it when it is first seen, and again whenever one of them changes. */
export function PixelFigure<Data>({ name, make, draw, onPointer, onClick, numbers, children }: PixelFigureProps<Data>) {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useChartTheme();
  const width = useWidth(box);
  const seen = useSeen(useVisible(box));
  const paper = usePaper();
  const made = useMemo(() => (width > 0 ? make(width, theme) : null), [make, width, theme]);
  useLayoutEffect(() => {
    if (!canvas.current || !made || !seen) return;
    const paint = (on: HTMLCanvasElement, ratio: number) =>
      draw(on, made.data, { width, height: made.height }, theme, ratio);
    paint(canvas.current, paper ? paperRatio : window.devicePixelRatio);
    repaints.set(canvas.current, paint);
  }, [made, width, seen, theme, draw, paper]);
  const at = (event: MouseEvent<HTMLCanvasElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const size = { width, height: made?.height ?? 0 };
  const point = (event: MouseEvent<HTMLCanvasElement>) => made && onPointer?.(at(event), made.data, size, theme);
  return (
    <div ref={box} className="sizer" style={made ? { minHeight: made.height } : undefined}>
      <canvas
        ref={canvas}
        className="chart"
        role="img"
        aria-label={name}
        style={{ width: '100%', height: size.height, ...(onClick ? { cursor: 'pointer' } : {}) }}
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={() => made && onPointer?.(null, made.data, size, theme)}
        onClick={(event) => made && onClick?.(at(event), made.data, size, theme)}
      />
      {children}
      {numbers && <NumbersButton numbers={numbers} />}
    </div>
  );
}
