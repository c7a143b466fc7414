import { captionBox } from '../kit/axes';
import type { Drawing } from '../kit/chart';
import { dotted } from '../kit/dashes';
import { BOLD, labelLayer } from '../kit/labels';
import { linePath } from '../kit/line-path';
import type { Point } from '../kit/polyline';
import type { Attributes, Layer } from '../kit/scene';
import { stepTable } from '../kit/table';
import type { ChartTheme, Hue } from '../kit/theme';
import { cursorX, timeChart, type TimeChart, type TimeFrame } from '../kit/time';
import { timeLayers, trackLayer } from '../kit/time-layers';
import type { LinesData, LinesRole, LinesSeries } from './data';
import { linesFrame } from './frame';
import { boxesOf, cursorReadings, drawnSeries, momentLabels, moments, tipLabels, type DrawnSeries } from './labels';

/** Several quantities against the training step. */
export const linesChart: TimeChart<LinesData> = timeChart({
  frame: linesFrame,
  axes: (frame) => frame,
  layers: linesLayers,
  table: ({ series }, words) => stepTable(series, words),
});

function linesLayers(drawing: Drawing<LinesData, TimeFrame>): Layer[] {
  const { data, frame, theme } = drawing;
  const { plot } = frame;
  const { label, tick } = theme.fontSize;
  const drawn = drawnSeries(data, frame);
  const cursor = cursorX(data.cursor, data.steps, frame);
  const names = tipLabels(drawn, frame, theme);
  const nameBoxes = boxesOf(names, label);
  const cursorBox =
    cursor === undefined ? [] : [{ left: cursor - 3, right: cursor + 3, top: plot.top - 4, bottom: frame.trackY }];
  const events = momentLabels(data, drawn, nameBoxes, cursorBox, frame, theme);
  const taken = [captionBox(data.caption, plot, theme), ...nameBoxes, ...boxesOf(events, tick)];
  const readings = cursorReadings(data, drawn, taken, frame, theme);
  const axes = timeLayers(drawing);
  return [
    axes.grid,
    zeroLayer(data, frame, theme),
    momentLayer(data, frame, theme),
    seriesLayer('behind', drawn, false, theme),
    axes.cursor,
    seriesLayer('series', drawn, true, theme),
    dotLayer(data, readings.points, theme),
    labelLayer(events, theme, () => ({ fill: theme.muted }), { name: 'moment-labels', fontSize: tick }),
    labelLayer([...names, ...readings.labels], theme, (key) => textStyle(data, key, theme)),
    // A stretch in ink would promise a handle.
    trackLayer(data.seekable ? cursor : undefined, frame, theme),
    axes.handle,
    axes.y,
    axes.x,
    axes.caption,
  ];
}

function hueOf(role: LinesRole, theme: ChartTheme): Pick<Hue, 'mark' | 'text'> {
  if (role === 'ink') return { mark: theme.ink, text: theme.ink };
  return role === 'muted' ? theme.initialisation : theme[role];
}

/** Where values have either sign, zero is more than a grid line. */
function zeroLayer({ domain, scale }: LinesData, { plot, y }: TimeFrame, theme: ChartTheme): Layer {
  const shown = scale === 'linear' && domain !== undefined && domain[0] < 0 && domain[1] > 0;
  const row = Math.round(y(0)) - 0.5;
  return {
    name: 'zero',
    shape: 'line',
    attributes: { stroke: theme.muted, 'stroke-width': theme.lineWidth.grid },
    marks: shown ? [{ key: 0, attributes: { x1: plot.left, x2: plot.right, y1: row, y2: row } }] : [],
  };
}

function momentLayer(data: LinesData, { plot, x }: TimeFrame, theme: ChartTheme): Layer {
  return {
    name: 'moments',
    shape: 'line',
    attributes: { stroke: theme.muted, 'stroke-width': theme.lineWidth.grid, 'stroke-dasharray': '1 3' },
    marks: moments(data).map(({ step }, i) => ({
      key: i,
      attributes: { x1: x(step), x2: x(step), y1: plot.top, y2: plot.bottom },
    })),
  };
}

function seriesLayer(name: string, drawn: readonly DrawnSeries[], emphasis: boolean, theme: ChartTheme): Layer {
  const dashes: Readonly<Record<NonNullable<LinesSeries['dash']>, Attributes>> = {
    solid: {},
    dashed: { 'stroke-dasharray': '6 4' },
    dotted: dotted(theme),
  };
  return {
    name,
    shape: 'path',
    attributes: { 'stroke-linejoin': 'round' },
    marks: drawn
      .filter(({ series, points }) => series.emphasis === emphasis && points.length > 1)
      .map(({ series, points }) => ({
        key: series.key,
        attributes: {
          d: linePath(points),
          stroke: hueOf(series.role, theme).mark,
          'stroke-width': series.emphasis ? 0.9 * theme.lineWidth.series : 0.4 * theme.lineWidth.series,
          ...dashes[series.dash ?? 'solid'],
        },
      })),
  };
}

function dotLayer(data: LinesData, points: readonly { key: string; at: Point }[], theme: ChartTheme): Layer {
  const { series: width } = theme.lineWidth;
  return {
    name: 'dots',
    shape: 'circle',
    attributes: { r: 1.6 * width, stroke: theme.background, 'stroke-width': 1.5 },
    marks: points.map(({ key, at }) => ({
      key,
      attributes: { cx: at.x, cy: at.y, fill: hueOf(roleOf(data, key), theme).mark },
    })),
  };
}

/** Of the series that a name or a reading belongs to. */
const roleOf = (data: LinesData, label: string): LinesRole =>
  data.series.find(({ key }) => key === label || `reading-${key}` === label)?.role ?? 'muted';

function textStyle(data: LinesData, key: string, theme: ChartTheme): Attributes {
  return { fill: hueOf(roleOf(data, key), theme).text, ...(key.startsWith('reading-') ? BOLD : {}) };
}
