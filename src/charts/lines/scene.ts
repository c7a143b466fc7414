import { line } from 'd3';
import { captionBox, captionLayer, dotted, gridLayer, yTickLayer } from '../kit/axes';
import type { PlacedLabel } from '../kit/label-placement';
import type { LinesData, LinesSeries } from './data';
import { linesFrame } from './frame';
import { boxesOf, cursorReadings, drawnSeries, momentLabels, moments, tipLabels, type DrawnSeries } from './labels';
import type { Point } from '../kit/polyline';
import { halo, rootAttributes, type Attributes, type Layer, type Scene, type Size } from '../kit/scene';
import type { ChartTheme, Hue } from '../kit/theme';
import { cursorX, type TimeFrame } from '../kit/time-frame';
import { cursorLineLayer, handleLayer, stepTickLayer, trackLayer } from '../kit/time-layers';

const path = line<Point>(
  (point) => point.x,
  (point) => point.y,
).digits(2);

/** Several quantities against the training step as a scene. */
export function linesScene(data: LinesData, size: Size, theme: ChartTheme): Scene {
  const frame = linesFrame(data, size, theme);
  const { plot } = frame;
  const drawn = drawnSeries(data, frame);
  const cursor = cursorX(data.cursor, data.steps, frame);
  const names = tipLabels(drawn, frame, theme);
  const nameBoxes = boxesOf(names, theme.fontSize.label);
  const cursorBox =
    cursor === undefined ? [] : [{ left: cursor - 3, right: cursor + 3, top: plot.top - 4, bottom: frame.trackY }];
  const events = momentLabels(data, drawn, nameBoxes, cursorBox, frame, theme);
  const readings = cursorReadings(
    data,
    drawn,
    [captionBox(data.caption, plot, theme), ...nameBoxes, ...boxesOf(events, theme.fontSize.tick)],
    frame,
    theme,
  );
  return {
    size,
    name: data.name,
    description: data.description,
    attributes: rootAttributes(theme),
    layers: [
      gridLayer(plot, frame.yTicks, frame.y, theme),
      zeroLayer(data, frame, theme),
      momentLayer(data, frame, theme),
      seriesLayer(
        'behind',
        drawn.filter(({ series }) => !series.emphasis),
        theme,
      ),
      cursorLineLayer(cursor, frame, theme),
      seriesLayer(
        'series',
        drawn.filter(({ series }) => series.emphasis),
        theme,
      ),
      dotLayer(data, readings.points, theme),
      labelLayer('moment-labels', events, theme.fontSize.tick, () => ({ fill: theme.muted }), theme),
      labelLayer(
        'labels',
        [...names, ...readings.labels],
        theme.fontSize.label,
        (key) => textStyle(data, key, theme),
        theme,
      ),
      // A stretch in ink would promise a handle.
      trackLayer(data.seekable ? cursor : undefined, frame, theme),
      handleLayer(data.seekable ? cursor : undefined, frame, theme),
      yTickLayer(plot, frame.yTicks, frame.y, theme),
      stepTickLayer(data, frame, theme),
      captionLayer(data.caption, plot, size, theme),
    ],
  };
}

function hueOf({ role }: LinesSeries, theme: ChartTheme): Pick<Hue, 'mark' | 'text'> {
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

function seriesLayer(name: string, drawn: readonly DrawnSeries[], theme: ChartTheme): Layer {
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
      .filter(({ points }) => points.length > 1)
      .map(({ series, points }) => ({
        key: series.key,
        attributes: {
          d: path(points)!,
          stroke: hueOf(series, theme).mark,
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
      attributes: { cx: at.x, cy: at.y, fill: hueOf(seriesOf(data, key), theme).mark },
    })),
  };
}

const seriesOf = (data: LinesData, key: string) =>
  data.series.find((series) => series.key === key || `reading-${series.key}` === key)!;

function textStyle(data: LinesData, key: string, theme: ChartTheme): Attributes {
  return {
    fill: hueOf(seriesOf(data, key), theme).text,
    ...(key.startsWith('reading-') ? { 'font-weight': 700 } : {}),
  };
}

function labelLayer(
  name: string,
  labels: readonly PlacedLabel[],
  fontSize: number,
  style: (key: string) => Attributes,
  theme: ChartTheme,
): Layer {
  return {
    name,
    shape: 'text',
    attributes: { 'font-size': fontSize, ...halo(theme) },
    marks: labels.map(({ key, text, x, y, anchor }) => ({
      key,
      text,
      attributes: { x, y, 'text-anchor': anchor, ...style(key) },
    })),
  };
}
