import { line } from 'd3';
import { stepTicks } from './axes';
import { captionLayer, dotted, gridLayer, yTickLayer } from './axis-layers';
import { drawablePoints, drawableReferences, type CurveData, type CurveReference } from './curve-data';
import { curveFrame, type CurveFrame } from './curve-frame';
import { eventLabels, lineLabels, type Leader } from './curve-labels';
import type { PlacedLabel } from './label-placement';
import { pointAt, thin, type Point } from './polyline';
import { halo, rootAttributes, type Layer, type Mark, type Scene, type Size } from './scene';
import type { ChartTheme } from './theme';

/** Sizes that grow with the text, as a handle must on a projector. */
const handleRadius = (theme: ChartTheme) => 0.54 * theme.fontSize.label;
const trackWidth = (theme: ChartTheme) => 0.25 * theme.fontSize.label;

const path = line<Point>((point) => point.x, (point) => point.y).digits(2);

/** A rank against the training step as a scene: horizontal references behind, the filters' line, the cursor in front. */
export function curveScene(data: CurveData, size: Size, theme: ChartTheme): Scene {
  const frame = curveFrame(data, size, theme);
  const references = drawableReferences(data);
  const points = thin(drawablePoints(data).map(({ step, value }) => ({ x: frame.x(step), y: frame.y(value) })));
  const names = lineLabels(data, references, points.at(-1), frame, theme);
  const events = eventLabels(data, points, references, names, frame, size, theme);
  const cursorX = data.cursor === undefined ? undefined : frame.x(Math.max(0, Math.min(data.cursor, data.steps)));
  return {
    size,
    name: data.name,
    description: data.description,
    attributes: rootAttributes(theme),
    layers: [
      gridLayer(frame.plot, frame.yTicks, frame.y, theme),
      referenceLayer(references, frame, theme),
      cursorLineLayer(cursorX, frame, theme),
      seriesLayer(points, theme),
      leaderLayer(events.leaders, theme),
      dotLayer(points, events.points, cursorX, theme),
      labelLayer([...names, ...events.labels], theme),
      trackLayer(cursorX, frame, theme),
      handleLayer(data.seekable ? cursorX : undefined, frame, theme),
      yTickLayer(frame.plot, frame.yTicks, frame.y, theme),
      xTickLayer(data, frame, theme),
      captionLayer(data.caption, frame.plot, size, theme),
    ],
  };
}

function referenceLayer(references: readonly CurveReference[], { plot, y }: CurveFrame, theme: ChartTheme): Layer {
  return {
    name: 'references',
    shape: 'line',
    marks: references.map(({ role, value }) => ({
      key: role,
      attributes: {
        x1: plot.left,
        x2: plot.right,
        y1: y(value),
        y2: y(value),
        stroke: theme[role].mark,
        'stroke-width': theme.lineWidth.ghost,
        ...(role === 'clean' ? dotted(theme) : {}),
      },
    })),
  };
}

function cursorLineLayer(x: number | undefined, { plot, trackY }: CurveFrame, theme: ChartTheme): Layer {
  const marks = x === undefined ? [] : [{ key: 0, attributes: { x1: x, x2: x, y1: plot.top - 4, y2: trackY } }];
  return { name: 'cursor', shape: 'line', attributes: { stroke: theme.ink, 'stroke-width': theme.lineWidth.reference }, marks };
}

function seriesLayer(points: readonly Point[], theme: ChartTheme): Layer {
  return {
    name: 'series',
    shape: 'path',
    attributes: { stroke: theme.filters.mark, 'stroke-width': theme.lineWidth.series, 'stroke-linejoin': 'round', 'stroke-linecap': 'round' },
    marks: points.length > 1 ? [{ key: 0, attributes: { d: path(points)! } }] : [],
  };
}

/** Thin lines to names that had to stand away from their moment. */
function leaderLayer(leaders: readonly Leader[], theme: ChartTheme): Layer {
  return {
    name: 'leaders',
    shape: 'line',
    attributes: { stroke: theme.filters.mark, 'stroke-width': theme.lineWidth.reference },
    marks: leaders.map(({ from, to }, i) => ({ key: i, attributes: { x1: from.x, y1: from.y, x2: to.x, y2: to.y } })),
  };
}

/** A full dot where the cursor (without one, the tip) is on the filters' line, open ones at named moments. */
function dotLayer(points: readonly Point[], events: readonly Point[], cursorX: number | undefined, theme: ChartTheme): Layer {
  const here = cursorX === undefined ? points.at(-1) : pointAt(points, cursorX);
  const { series } = theme.lineWidth;
  const open = { r: 1.6 * series, fill: theme.background, stroke: theme.filters.mark, 'stroke-width': 0.8 * series };
  const full = { r: 2 * series, fill: theme.filters.mark, stroke: theme.background, 'stroke-width': 1.5 };
  const marks: Mark[] = events.map(({ x, y }, i) => ({ key: `event-${i}`, attributes: { cx: x, cy: y, ...open } }));
  if (here) marks.push({ key: 'here', attributes: { cx: here.x, cy: here.y, ...full } });
  return { name: 'dots', shape: 'circle', marks };
}

function labelLayer(labels: readonly PlacedLabel[], theme: ChartTheme): Layer {
  const fill = (key: string) => (key === 'data' || key === 'clean' ? theme[key].text : theme.filters.text);
  return {
    name: 'labels',
    shape: 'text',
    attributes: { 'font-size': theme.fontSize.label, ...halo(theme) },
    marks: labels.map(({ key, text, x, y, anchor }) => ({ key, text, attributes: { x, y, 'text-anchor': anchor, fill: fill(key) } })),
  };
}

/** The x axis, which is the track of the handle too. */
function trackLayer(cursorX: number | undefined, { plot, trackY }: CurveFrame, theme: ChartTheme): Layer {
  const to = (x: number) => ({ x1: plot.left, x2: x, y1: trackY, y2: trackY });
  const marks: Mark[] = [{ key: 'whole', attributes: { ...to(plot.right), stroke: theme.grid } }];
  if (cursorX !== undefined) marks.push({ key: 'done', attributes: { ...to(cursorX), stroke: theme.ink } });
  return { name: 'track', shape: 'line', attributes: { 'stroke-width': trackWidth(theme), 'stroke-linecap': 'round' }, marks };
}

function handleLayer(cursorX: number | undefined, { trackY }: CurveFrame, theme: ChartTheme): Layer {
  const marks = cursorX === undefined ? [] : [{ key: 0, attributes: { cx: cursorX, cy: trackY, r: handleRadius(theme) } }];
  return { name: 'handle', shape: 'circle', attributes: { fill: theme.background, stroke: theme.ink, 'stroke-width': trackWidth(theme) * 0.7 }, marks };
}

function xTickLayer(data: CurveData, { plot, trackY, x }: CurveFrame, theme: ChartTheme): Layer {
  const { tick } = theme.fontSize;
  const y = trackY + handleRadius(theme) + 5 + 0.74 * tick;
  return {
    name: 'x-ticks',
    shape: 'text',
    attributes: { 'font-size': tick, 'text-anchor': 'middle', fill: theme.muted },
    marks: stepTicks(data.steps, x, plot.right - plot.left, tick).map(({ value, text }) => ({ key: value, text, attributes: { x: x(value), y } })),
  };
}
