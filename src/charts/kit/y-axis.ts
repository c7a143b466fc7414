import type { Box } from './labels';
import type { Scale } from './scales';
import type { Layer } from './scene';
import type { ChartTheme } from './theme';
import { Y_TICK_GAP, type Tick } from './ticks';

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
