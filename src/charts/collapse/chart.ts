import { axisLayers } from '../kit/axes';
import { chart, type Chart, type Drawing } from '../kit/chart';
import { BOLD, labelLayer, placeLabels, type PlacedLabel } from '../kit/labels';
import { tableNumber } from '../kit/numbers';
import { around, markBox } from '../kit/obstacles';
import type { Layer, Size } from '../kit/scene';
import type { ChartTable, TableWords } from '../kit/table';
import type { ChartTheme } from '../kit/theme';
import { valueTicks } from '../kit/ticks';
import { pointsOf, type CollapseData, type CollapsePlace } from './data';
import { collapseFrame, placeNear, type CollapseFrame } from './frame';
import { keyLayers, seriesLayers } from './series';

/** Stands under the axis where its whole title has no room. */
const SHORT_TITLE = 'σ/σ*';

/** Rows of a map against σ/σ*. */
export const collapseChart: Chart<CollapseData, CollapsePlace> = chart({
  frame: collapseFrame,
  axes: (frame) => frame,
  layers: collapseLayers,
  table: collapseTable,
  hit: placeNear,
});

function collapseLayers({ data, frame, size, theme }: Drawing<CollapseData, CollapseFrame>): Layer[] {
  const { plot } = frame;
  const axes = axisLayers(
    {
      ...frame,
      // A line at the lower end would run along the axis.
      grid: frame.yTicks.filter(({ value }) => value > (data.domain?.[0] ?? 0)),
      xTicks: valueTicks(data.xMax, [], frame.x, plot.right - plot.left, theme.fontSize.tick),
      titles: [data.xLabel, SHORT_TITLE],
      caption: data.yLabel,
    },
    size,
    theme,
  );
  return [
    axes.grid,
    referenceLayer(data, frame, theme),
    axes.line,
    ...seriesLayers(data, frame, theme),
    ...keyLayers(data, frame, theme),
    axes.y,
    axes.x,
    axes.title,
    axes.caption,
    labelLayer(
      [...referenceLabel(data, frame, size, theme), ...valueLabel(data, frame, theme)],
      theme,
      (key) => (key === 'value' ? BOLD : {}),
      { shared: { fill: theme.ink } },
    ),
  ];
}

/** A row for each point that was measured. */
function collapseTable({ series, yLabel }: CollapseData, words: TableWords): ChartTable {
  const rows = series.flatMap(({ label, points }) =>
    points.flatMap(({ x, y }) => (y === null ? [] : [[label, tableNumber(x), tableNumber(y)]])),
  );
  return { head: [words.line, words.ratio, yLabel], rows };
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
