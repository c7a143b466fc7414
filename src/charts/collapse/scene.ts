import { valueTicks } from '../kit/ticks';
import { axisLayer, captionLayer, gridLayer, titleLayer, xTickLayer, yTickLayer } from '../kit/axes';
import { pointsOf, type CollapseData } from './data';
import { collapseFrame, type CollapseFrame } from './frame';
import { keyLayers, seriesLayers } from './series';
import { placeLabels, type PlacedLabel } from '../kit/label-placement';
import { around, markBox } from '../kit/obstacles';
import { halo, rootAttributes, type Layer, type Scene, type Size } from '../kit/scene';
import type { ChartTheme } from '../kit/theme';

const SHORT_TITLE = 'σ/σ*';

/** Rows of a map against σ/σ* as a scene. */
export function collapseScene(data: CollapseData, size: Size, theme: ChartTheme): Scene {
  const frame = collapseFrame(data, size, theme);
  const { plot } = frame;
  const xTicks = valueTicks(data.xMax, [], frame.x, plot.right - plot.left, theme.fontSize.tick);
  const title = titleLayer(data.xLabel, plot, size, theme);
  return {
    size,
    name: data.name,
    description: data.description,
    attributes: rootAttributes(theme),
    layers: [
      // A line at the lower end would run along the axis.
      gridLayer(
        plot,
        frame.yTicks.filter(({ value }) => value > (data.domain?.[0] ?? 0)),
        frame.y,
        theme,
      ),
      referenceLayer(data, frame, theme),
      axisLayer(plot, theme),
      ...seriesLayers(data, frame, theme),
      ...keyLayers(data, frame, theme),
      yTickLayer(plot, frame.yTicks, frame.y, theme),
      xTickLayer(plot, xTicks, frame.x, theme),
      title.marks.length > 0 ? title : titleLayer(SHORT_TITLE, plot, size, theme),
      captionLayer(data.yLabel, plot, size, theme),
      labelLayer([...referenceLabel(data, frame, size, theme), ...valueLabel(data, frame, theme)], theme),
    ],
  };
}

function referenceLayer({ reference, xMax }: CollapseData, { plot, row, x }: CollapseFrame, theme: ChartTheme): Layer {
  const shown = reference.x >= 0 && reference.x <= xMax;
  const at = x(reference.x);
  return {
    name: 'reference',
    shape: 'line',
    attributes: { stroke: theme.ink, 'stroke-width': theme.lineWidth.reference, 'stroke-dasharray': '4 3' },
    marks: shown
      ? [{ key: 0, attributes: { x1: at, x2: at, y1: row - 0.74 * theme.fontSize.label, y2: plot.bottom } }]
      : [],
  };
}

function referenceLabel(
  { reference, xMax }: CollapseData,
  { row, x }: CollapseFrame,
  size: Size,
  theme: ChartTheme,
): PlacedLabel[] {
  if (reference.x < 0 || reference.x > xMax) return [];
  const { label } = theme.fontSize;
  const [at, near] = [x(reference.x), 0.5 * label];
  return placeLabels(
    [
      {
        key: 'reference',
        text: reference.label,
        fontSize: label,
        positions: [
          { x: at + near, y: row, anchor: 'start' },
          { x: at - near, y: row, anchor: 'end' },
        ],
      },
    ],
    { left: 0, right: size.width, top: 0, bottom: size.height },
    [],
  );
}

/** The highlighted value, clear of its own mark. */
function valueLabel(data: CollapseData, { plot, x, y }: CollapseFrame, theme: ChartTheme): PlacedLabel[] {
  const series = data.series[data.highlight?.row ?? -1];
  const point = series && pointsOf(series, data).find(({ column }) => column === data.highlight?.column);
  if (!point) return [];
  const at = { x: x(point.x), y: y(point.y) };
  const fontSize = theme.fontSize.label;
  return placeLabels(
    [{ key: 'value', text: point.y.toFixed(2), fontSize, bold: true, positions: around(at, fontSize) }],
    { ...plot, top: 0 },
    [markBox(at, 5)],
  );
}

function labelLayer(labels: readonly PlacedLabel[], theme: ChartTheme): Layer {
  return {
    name: 'labels',
    shape: 'text',
    attributes: { 'font-size': theme.fontSize.label, fill: theme.ink, ...halo(theme) },
    marks: labels.map(({ key, text, x, y, anchor }) => ({
      key,
      text,
      attributes: { x, y, 'text-anchor': anchor, ...(key === 'value' ? { 'font-weight': 700 } : {}) },
    })),
  };
}
