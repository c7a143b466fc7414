import { useLayoutEffect, useMemo, useRef, type MouseEvent, type ReactNode } from 'react';
import type { ChartTheme } from '../charts/kit/theme';
import type { Picture } from '../pixels/kit/picture';
import { repaints } from '../pixels/kit/repaint';
import { NumbersButton, type Numbered } from './numbers-button';
import { useChartTheme } from './use-chart-theme';
import { usePixelRatio } from './use-pixel-ratio';
import { useWidth } from './use-size';
import { useSeen, useVisible } from './use-visible';

export interface PixelFigureProps<Data, Hit> {
  readonly picture: Picture<Data, Hit>;
  readonly name: string;
  /** What to paint at a width under a theme, and how high it becomes. */
  make(width: number, theme: ChartTheme): { readonly data: Data; readonly height: number };
  /** Hears what the pointer finds, or null; null too when it leaves. */
  onPoint?(found: Hit | null): void;
  onOpen?(found: Hit | null): void;
  /** What the figure's button opens as a table, where it shows numbers. */
  readonly numbers?: Numbered;
  children?: ReactNode;
}

/** Gives a picture a canvas, its size and the theme, paints it when it is first seen, and again whenever one of them changes. */
export function PixelFigure<Data, Hit>({
  picture,
  name,
  make,
  onPoint,
  onOpen,
  numbers,
  children,
}: PixelFigureProps<Data, Hit>) {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useChartTheme();
  const width = useWidth(box);
  const seen = useSeen(useVisible(box));
  const ratio = usePixelRatio();
  const made = useMemo(() => (width > 0 ? make(width, theme) : null), [make, width, theme]);
  useLayoutEffect(() => {
    if (!canvas.current || !made || !seen) return;
    const paint = (on: HTMLCanvasElement, ratio: number, dressed = theme) => {
      const { data, height } = dressed === theme ? made : make(width, dressed);
      picture.draw(on, data, { width, height }, dressed, ratio);
    };
    paint(canvas.current, ratio);
    repaints.set(canvas.current, paint);
  }, [made, make, width, seen, theme, picture, ratio]);
  const size = { width, height: made?.height ?? 0 };
  const found = (event: MouseEvent<HTMLCanvasElement>): Hit | null => {
    if (!made || !picture.hit) return null;
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return picture.hit({ x: event.clientX - left, y: event.clientY - top }, made.data, size, theme);
  };
  const point = (event: MouseEvent<HTMLCanvasElement>) => onPoint?.(found(event));
  return (
    <div ref={box} className="sizer" style={made ? { minHeight: made.height } : undefined}>
      <canvas
        ref={canvas}
        className="chart"
        role="img"
        aria-label={name}
        style={{ width: '100%', height: size.height, ...(onOpen ? { cursor: 'pointer' } : {}) }}
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={() => onPoint?.(null)}
        onClick={(event) => onOpen?.(found(event))}
      />
      {children}
      {numbers && <NumbersButton {...numbers} />}
    </div>
  );
}
