import { captionLayer } from './axes';
import type { Drawing } from './chart';
import type { Layer, Mark } from './scene';
import type { ChartTheme } from './theme';
import { stepTicks } from './step-ticks';
import { cursorX, type TimeData, type TimeFrame } from './time';
import { gridLayer, yTickLayer } from './y-axis';

/** Sizes that grow with the text, as a handle must on a projector. */
const handleRadius = (theme: ChartTheme) => 0.54 * theme.fontSize.label;
const trackWidth = (theme: ChartTheme) => 0.25 * theme.fontSize.label;

/** The layers of the axes of a chart against the step, which it puts among its own. */
type TimeLayers = Readonly<Record<'grid' | 'cursor' | 'handle' | 'y' | 'x' | 'caption', Layer>>;

export function timeLayers({ data, frame, size, theme }: Drawing<TimeData, TimeFrame>): TimeLayers {
  const { plot, y, yTicks } = frame;
  const cursor = cursorX(data.cursor, data.steps, frame);
  return {
    grid: gridLayer(plot, yTicks, y, theme),
    cursor: cursorLineLayer(cursor, frame, theme),
    handle: handleLayer(data.seekable ? cursor : undefined, frame, theme),
    y: yTickLayer(plot, yTicks, y, theme),
    x: stepTickLayer(data, frame, theme),
    caption: captionLayer(data.caption, plot, size, theme),
  };
}

/** The vertical line at the step shown elsewhere on the page. */
function cursorLineLayer(x: number | undefined, { plot, trackY }: TimeFrame, theme: ChartTheme): Layer {
  const marks = x === undefined ? [] : [{ key: 0, attributes: { x1: x, x2: x, y1: plot.top - 4, y2: trackY } }];
  return {
    name: 'cursor',
    shape: 'line',
    attributes: { stroke: theme.ink, 'stroke-width': theme.lineWidth.reference },
    marks,
  };
}

/** The x axis, which is the track of the handle too. */
export function trackLayer(cursor: number | undefined, { plot, trackY }: TimeFrame, theme: ChartTheme): Layer {
  const to = (x: number) => ({ x1: plot.left, x2: x, y1: trackY, y2: trackY });
  const marks: Mark[] = [{ key: 'whole', attributes: { ...to(plot.right), stroke: theme.grid } }];
  if (cursor !== undefined) marks.push({ key: 'done', attributes: { ...to(cursor), stroke: theme.ink } });
  return {
    name: 'track',
    shape: 'line',
    attributes: { 'stroke-width': trackWidth(theme), 'stroke-linecap': 'round' },
    marks,
  };
}

function handleLayer(cursor: number | undefined, { trackY }: TimeFrame, theme: ChartTheme): Layer {
  const marks =
    cursor === undefined ? [] : [{ key: 0, attributes: { cx: cursor, cy: trackY, r: handleRadius(theme) } }];
  return {
    name: 'handle',
    shape: 'circle',
    attributes: { fill: theme.background, stroke: theme.ink, 'stroke-width': trackWidth(theme) * 0.7 },
    marks,
  };
}

function stepTickLayer({ steps, origin }: TimeData, { trackY, x }: TimeFrame, theme: ChartTheme): Layer {
  const { tick } = theme.fontSize;
  const y = trackY + handleRadius(theme) + 5 + 0.74 * tick;
  return {
    name: 'x-ticks',
    shape: 'text',
    attributes: { 'font-size': tick, 'text-anchor': 'middle', fill: theme.muted },
    marks: stepTicks(steps, origin, x, tick).map(({ value, text }) => ({
      key: value,
      text,
      attributes: { x: x(value), y },
    })),
  };
}
