import { useContext, useLayoutEffect, useRef, type PointerEvent, type ReactNode } from 'react';
import type { Chart, Described } from '../charts/kit/chart';
import { redraws, type Redraw } from '../charts/kit/redraws';
import { renderScene } from '../charts/kit/render-scene';
import type { Size } from '../charts/kit/scene';
import type { ChartTheme } from '../charts/kit/theme';
import { Drawn } from './drawn';
import { NumbersButton } from './numbers-button';
import { useRoom } from './room';
import { useChartTheme } from './use-chart-theme';
import { useMagnification } from './use-magnification';
import { useWidth } from './use-size';
import { useViewportHeight } from './use-viewport';
import { useSeen, useVisible } from './use-visible';

export interface ChartFigureProps<Data extends Described, Hit> {
  readonly chart: Chart<Data, Hit>;
  readonly data: Data | null;
  /** Height in pixels for a width and the height of the screen, on a page whose type is of the usual size. */
  readonly height: (width: number, screen: number) => number;
  /** What the data become at a size and under a theme, where they depend on them. */
  fit?(data: Data, size: Size, theme: ChartTheme): Data;
  /** Hears what the pointer finds, or null, and whether it presses; null too when it leaves. */
  onPoint?(found: Hit | null, pressed: boolean): void;
  /** Hears on what a press ends. */
  onOpen?(found: Hit | null): void;
  /** A control that lies over the chart. */
  overlay?(size: Size, theme: ChartTheme): ReactNode;
}

/** How a chart draws what it shows, at any size and under any theme. */
const redrawOf = <Data extends Described, Hit>(
  chart: Chart<Data, Hit>,
  data: Data,
  fit: ChartFigureProps<Data, Hit>['fit'],
): Redraw => ({
  scene: (size, theme) => chart.scene(fit ? fit(data, size, theme) : data, size, theme),
  table: (words) => chart.table(data, words),
});

/** Gives a chart an element, its size and the theme, draws it when it is first seen, and again whenever one of them changes. */
export function ChartFigure<Data extends Described, Hit>({
  chart,
  data,
  height,
  fit,
  onPoint,
  onOpen,
  overlay,
}: ChartFigureProps<Data, Hit>) {
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
  const drawn = useContext(Drawn);
  if (drawn && data) drawn({ ...redrawOf(chart, data, fit), height });
  useLayoutEffect(() => {
    if (!svg.current || !data || width === 0 || !seen) return;
    const redraw = redrawOf(chart, data, fit);
    renderScene(svg.current, redraw.scene({ width, height: figureHeight }, theme));
    redraws.set(svg.current, redraw);
  }, [data, fit, width, figureHeight, seen, theme, chart]);
  const found = (event: PointerEvent<SVGSVGElement>): Hit | null => {
    if (!data || !chart.hit) return null;
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const at = { x: event.clientX - left, y: event.clientY - top };
    return chart.hit(at, fit ? fit(data, size, theme) : data, size, theme);
  };
  const point = (event: PointerEvent<SVGSVGElement>) => onPoint?.(found(event), (event.buttons & 1) === 1);
  return (
    <div ref={box} className="sizer" style={{ minHeight: size.height }}>
      <svg
        ref={svg}
        className="chart notranslate"
        width={size.width}
        height={size.height}
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={() => onPoint?.(null, false)}
        onPointerUp={(event) => onOpen?.(found(event))}
        style={onOpen ? { cursor: 'pointer' } : undefined}
      />
      {data && width > 0 && overlay?.(size, theme)}
      {data && (
        <NumbersButton name={data.name} description={data.description} table={(words) => chart.table(data, words)} />
      )}
    </div>
  );
}
