import type { Drawing } from '../kit/chart';
import { dotted, pinDash } from '../kit/dashes';
import { BOLD, labelLayer } from '../kit/labels';
import { linePath } from '../kit/line-path';
import { pointAt, type Point } from '../kit/polyline';
import type { Layer, Mark } from '../kit/scene';
import { namedRuns, stepTable } from '../kit/table';
import type { ChartTheme } from '../kit/theme';
import { timeChart, type TimeChart, type TimeFrame } from '../kit/time';
import { timeLayers, trackLayer } from '../kit/time-layers';
import type { CurveData, CurveReference } from './data';
import { curveFrame } from './frame';
import type { NamedEvent } from './labels';
import { curveLayout, type CurveLayout } from './layout';

/** A rank of the filters against the training step: horizontal references behind, the filters' line, the cursor in front. */
export const curveChart: TimeChart<CurveData> = timeChart({
  frame: curveFrame,
  axes: (frame) => frame,
  layers: curveLayers,
  table: ({ label, history, ghosts = [] }, words) =>
    stepTable([{ label, points: history }, ...namedRuns(ghosts, words)], words),
});

function curveLayers(drawing: Drawing<CurveData, TimeFrame>): Layer[] {
  const { frame, theme } = drawing;
  const layout = curveLayout(drawing);
  const { cursor, points, events } = layout;
  const axes = timeLayers(drawing);
  return [
    axes.grid,
    referenceLayer(layout.references, frame, theme),
    ghostLayer(layout.ghosts, theme),
    axes.cursor,
    seriesLayer(points, theme),
    leaderLayer(events, theme),
    dotLayer(points, events, cursor, theme),
    wordLayer(layout, theme),
    trackLayer(cursor, frame, theme),
    axes.handle,
    axes.y,
    axes.x,
    axes.caption,
  ];
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
      points.length > 1 ? [{ key: i, attributes: { d: linePath(points), 'stroke-dasharray': pinDash(i) } }] : [],
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
    marks: points.length > 1 ? [{ key: 0, attributes: { d: linePath(points) } }] : [],
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

function wordLayer({ names, events, readings, letters }: CurveLayout, theme: ChartTheme): Layer {
  const fill = (key: string) =>
    key === 'data' || key === 'clean' ? theme[key].text : key.startsWith('pin') ? theme.ink : theme.filters.text;
  return labelLayer([...names, ...events.map(({ label }) => label), ...readings, ...letters], theme, (key) => ({
    fill: fill(key),
    ...(key === 'reading' || key.startsWith('pin') ? BOLD : {}),
  }));
}
