import { textBox, type Box } from './labels';
import type { Scale } from './scales';
import type { Layer, Size } from './scene';
import { textWidth } from './text-width';
import type { ChartTheme } from './theme';
import type { IndexTick, Tick } from './ticks';
import { gridLayer, yTickLayer } from './y-axis';

/** What stands around a plot. */
export interface Axes {
  readonly plot: Box;
  readonly y: Scale;
  readonly yTicks: readonly Tick[];
  /** Those with a line across the plot; all without it. */
  readonly grid?: readonly Tick[] | undefined;
  readonly x: Scale;
  readonly xTicks: readonly IndexTick[];
  /** What the x axis shows: the first of these that is not wider than the plot. */
  readonly titles: readonly string[];
  /** What the y axis shows. */
  readonly caption?: string | undefined;
}

/** The layers of a chart's axes, which it puts among its own. */
type AxisLayers = Readonly<Record<'grid' | 'line' | 'y' | 'x' | 'title' | 'caption', Layer>>;

export function axisLayers(axes: Axes, size: Size, theme: ChartTheme): AxisLayers {
  const { plot, y, yTicks, grid, x, xTicks, titles, caption } = axes;
  return {
    grid: gridLayer(plot, grid ?? yTicks, y, theme),
    line: lineLayer(plot, theme),
    y: yTickLayer(plot, yTicks, y, theme),
    x: xTickLayer(plot, xTicks, x, theme),
    title: titleLayer(titles, plot, size, theme),
    caption: captionLayer(caption ?? '', plot, size, theme),
  };
}

/** The line on which a plot stands. */
function lineLayer(plot: Box, theme: ChartTheme): Layer {
  const attributes = { x1: plot.left, x2: plot.right, y1: plot.bottom + 0.5, y2: plot.bottom + 0.5 };
  return {
    name: 'axis',
    shape: 'line',
    attributes: { stroke: theme.muted, 'stroke-width': theme.lineWidth.grid },
    marks: [{ key: 'x', attributes }],
  };
}

/** Numbers under a plot; those that name something in ink. */
function xTickLayer(plot: Box, xTicks: readonly IndexTick[], x: Scale, theme: ChartTheme): Layer {
  const { tick } = theme.fontSize;
  return {
    name: 'x-ticks',
    shape: 'text',
    attributes: { 'font-size': tick, 'text-anchor': 'middle' },
    marks: xTicks.map(({ value, text, strong }) => ({
      key: text,
      text,
      attributes: { x: x(value), y: plot.bottom + 5 + tick, fill: strong ? theme.ink : theme.muted },
    })),
  };
}

/** Under the numbers of the x axis; dropped where none fits. */
function titleLayer(titles: readonly string[], plot: Box, size: Size, theme: ChartTheme): Layer {
  const { tick } = theme.fontSize;
  const text = titles.find((title) => textWidth(title, tick) <= plot.right - plot.left);
  const attributes = { x: (plot.left + plot.right) / 2, y: size.height - Math.round(0.5 * tick) };
  return {
    name: 'title',
    shape: 'text',
    attributes: { 'font-size': tick, 'text-anchor': 'middle', fill: theme.muted },
    marks: text === undefined ? [] : [{ key: 0, text, attributes }],
  };
}

/** The room of what the y axis shows. */
export function captionBox(text: string, plot: Box, theme: ChartTheme): Box {
  const { tick } = theme.fontSize;
  return { ...textBox(text, tick, { x: plot.left, y: Math.round(tick), anchor: 'start' }), bottom: 1.4 * tick };
}

/** Above the plot; dropped where it is wider than the chart. */
export function captionLayer(text: string, plot: Box, size: Size, theme: ChartTheme): Layer {
  const { tick } = theme.fontSize;
  const fits = plot.left + textWidth(text, tick) <= size.width;
  const attributes = { x: plot.left, y: Math.round(tick) };
  return {
    name: 'caption',
    shape: 'text',
    attributes: { 'font-size': tick, fill: theme.muted },
    marks: fits && text !== '' ? [{ key: 0, text, attributes }] : [],
  };
}
