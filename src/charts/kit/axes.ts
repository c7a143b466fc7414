import { Y_TICK_GAP, type IndexTick, type Tick } from './ticks';
import { textBox, type Box } from './label-placement';
import type { Scale } from './scales';
import type { Attributes, Layer, Size } from './scene';
import { textWidth } from './text-width';
import type { ChartTheme } from './theme';

/** Horizontal grid lines, each on one row of pixels. */
export function gridLayer(plot: Box, yTicks: readonly Tick[], y: Scale, theme: ChartTheme): Layer {
  return {
    name: 'grid',
    shape: 'line',
    attributes: { stroke: theme.grid, 'stroke-width': theme.lineWidth.grid },
    marks: yTicks.map(({ value, text }) => {
      const row = Math.round(y(value)) - 0.5;
      return { key: text, attributes: { x1: plot.left, x2: plot.right, y1: row, y2: row } };
    }),
  };
}

/** Numbers left of the plot. */
export function yTickLayer(plot: Box, yTicks: readonly Tick[], y: Scale, theme: ChartTheme): Layer {
  const { tick } = theme.fontSize;
  return {
    name: 'y-ticks',
    shape: 'text',
    attributes: { 'font-size': tick, 'text-anchor': 'end', fill: theme.muted },
    marks: yTicks.map(({ value, text }) => ({
      key: text,
      text,
      attributes: { x: plot.left - Y_TICK_GAP, y: Math.round(y(value) + 0.36 * tick) },
    })),
  };
}

/** The dash of ghosts and of the clean data: round dots, drawn as dashes of no length with round ends. */
export function dotted(theme: ChartTheme): Attributes {
  return { 'stroke-linecap': 'round', 'stroke-dasharray': `0 ${2.4 * theme.lineWidth.ghost}` };
}

/** The line on which a plot stands. */
export function axisLayer(plot: Box, theme: ChartTheme): Layer {
  const attributes = { x1: plot.left, x2: plot.right, y1: plot.bottom + 0.5, y2: plot.bottom + 0.5 };
  return {
    name: 'axis',
    shape: 'line',
    attributes: { stroke: theme.muted, 'stroke-width': theme.lineWidth.grid },
    marks: [{ key: 'x', attributes }],
  };
}

/** Numbers under a plot; those that name something in ink. */
export function xTickLayer(plot: Box, xTicks: readonly IndexTick[], x: Scale, theme: ChartTheme): Layer {
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

/** What the x axis shows, under its numbers; dropped where it is wider than the plot. */
export function titleLayer(text: string, plot: Box, size: Size, theme: ChartTheme): Layer {
  const { tick } = theme.fontSize;
  const fits = textWidth(text, tick) <= plot.right - plot.left;
  const attributes = { x: (plot.left + plot.right) / 2, y: size.height - Math.round(0.5 * tick) };
  return {
    name: 'title',
    shape: 'text',
    attributes: { 'font-size': tick, 'text-anchor': 'middle', fill: theme.muted },
    marks: fits ? [{ key: 0, text, attributes }] : [],
  };
}

/** The room of what the y axis shows. */
export function captionBox(text: string, plot: Box, theme: ChartTheme): Box {
  const { tick } = theme.fontSize;
  return { ...textBox(text, tick, { x: plot.left, y: Math.round(tick), anchor: 'start' }), bottom: 1.4 * tick };
}

/** What the y axis shows, above the plot; dropped where it is wider than the chart. */
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
