import { line } from 'd3';
import { captionLayer, dotted, gridLayer, yTickLayer } from '../kit/axes';
import type { CurveData, CurveReference } from './data';
import type { NamedEvent } from './labels';
import { curveLayout, type CurveLayout } from './layout';
import { pinDash } from '../kit/pins';
import { pointAt, type Point } from '../kit/polyline';
import { halo, rootAttributes, type Layer, type Mark, type Scene, type Size } from '../kit/scene';
import type { ChartTheme } from '../kit/theme';
import type { TimeFrame } from '../kit/time-frame';
import { cursorLineLayer, handleLayer, stepTickLayer, trackLayer } from '../kit/time-layers';

const path = line<Point>(
  (point) => point.x,
  (point) => point.y,
).digits(2);

/** A rank against the training step as a scene: horizontal references behind, the filters' line, the cursor in front. */
export function curveScene(data: CurveData, size: Size, theme: ChartTheme): Scene {
  const layout = curveLayout(data, size, theme);
  const { frame, cursor, points, events } = layout;
  return {
    size,
    name: data.name,
    description: data.description,
    attributes: rootAttributes(theme),
    layers: [
      gridLayer(frame.plot, frame.yTicks, frame.y, theme),
      referenceLayer(layout.references, frame, theme),
      ghostLayer(layout.ghosts, theme),
      cursorLineLayer(cursor, frame, theme),
      seriesLayer(points, theme),
      leaderLayer(events, theme),
      dotLayer(points, events, cursor, theme),
      labelLayer(layout, theme),
      trackLayer(cursor, frame, theme),
      handleLayer(data.seekable ? cursor : undefined, frame, theme),
      yTickLayer(frame.plot, frame.yTicks, frame.y, theme),
      stepTickLayer(data, frame, theme),
      captionLayer(data.caption, frame.plot, size, theme),
    ],
  };
}

function referenceLayer(references: readonly CurveReference[], { plot, y }: TimeFrame, theme: ChartTheme): Layer {
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

/** Pinned runs: thin, in ink, each with its dash. */
function ghostLayer(ghosts: readonly (readonly Point[])[], theme: ChartTheme): Layer {
  return {
    name: 'ghosts',
    shape: 'path',
    attributes: { stroke: theme.ink, 'stroke-width': theme.lineWidth.reference, 'stroke-linejoin': 'round' },
    marks: ghosts.flatMap((points, i) =>
      points.length > 1 ? [{ key: i, attributes: { d: path(points)!, 'stroke-dasharray': pinDash(i) } }] : [],
    ),
  };
}

function seriesLayer(points: readonly Point[], theme: ChartTheme): Layer {
  return {
    name: 'series',
    shape: 'path',
    attributes: {
      stroke: theme.filters.mark,
      'stroke-width': theme.lineWidth.series,
      'stroke-linejoin': 'round',
      'stroke-linecap': 'round',
    },
    marks: points.length > 1 ? [{ key: 0, attributes: { d: path(points)! } }] : [],
  };
}

/** Thin lines to names that had to stand away from their moment. */
function leaderLayer(events: readonly NamedEvent[], theme: ChartTheme): Layer {
  return {
    name: 'leaders',
    shape: 'line',
    attributes: { stroke: theme.filters.mark, 'stroke-width': theme.lineWidth.reference },
    marks: events.flatMap(({ index, point, leader }) =>
      leader ? [{ key: index, attributes: { x1: point.x, y1: point.y, x2: leader.x, y2: leader.y } }] : [],
    ),
  };
}

/** A full dot where the cursor (without one, the tip) is on the filters' line, open ones at named moments. */
function dotLayer(
  points: readonly Point[],
  events: readonly NamedEvent[],
  cursor: number | undefined,
  theme: ChartTheme,
): Layer {
  const here = cursor === undefined ? points.at(-1) : pointAt(points, cursor);
  const { series } = theme.lineWidth;
  const open = { r: 1.6 * series, fill: theme.background, stroke: theme.filters.mark, 'stroke-width': 0.8 * series };
  const full = { r: 2 * series, fill: theme.filters.mark, stroke: theme.background, 'stroke-width': 1.5 };
  const marks: Mark[] = events.map(({ index, point }) => ({
    key: `event-${index}`,
    attributes: { cx: point.x, cy: point.y, ...open },
  }));
  if (here) marks.push({ key: 'here', attributes: { cx: here.x, cy: here.y, ...full } });
  return { name: 'dots', shape: 'circle', marks };
}

function labelLayer({ names, events, readings, letters }: CurveLayout, theme: ChartTheme): Layer {
  const fill = (key: string) =>
    key === 'data' || key === 'clean' ? theme[key].text : key.startsWith('pin') ? theme.ink : theme.filters.text;
  const bold = (key: string) => (key === 'reading' || key.startsWith('pin') ? { 'font-weight': 700 } : {});
  return {
    name: 'labels',
    shape: 'text',
    attributes: { 'font-size': theme.fontSize.label, ...halo(theme) },
    marks: [...names, ...events.map(({ label }) => label), ...readings, ...letters].map(
      ({ key, text, x, y, anchor }) => ({
        key,
        text,
        attributes: { x, y, 'text-anchor': anchor, fill: fill(key), ...bold(key) },
      }),
    ),
  };
}
