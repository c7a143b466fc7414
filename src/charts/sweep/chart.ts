import { axisLayers } from '../kit/axes';
import { chart, type Chart, type Drawing } from '../kit/chart';
import { dotted } from '../kit/dashes';
import { BOLD, labelLayer, type PlacedLabel } from '../kit/labels';
import { formatNoise } from '../kit/numbers';
import type { Layer, Mark } from '../kit/scene';
import type { ChartTheme } from '../kit/theme';
import { valueTicks, type Tick } from '../kit/ticks';
import { drawable, type SweepData } from './data';
import { onAxis, pointNear, sweepFrame, type SweepFrame } from './frame';
import { criticalLabel, sweepNames, valueLabels } from './labels';
import { bandLayer, linesOf, markRadius, marksLayer, nameSamples, predictedLayer, seriesLayer } from './series';
import { sweepTable } from './table';

/** Ranks against background noise: references behind, then what theory predicts, then what was measured. */
export const sweepChart: Chart<SweepData, number> = chart({
  frame: sweepFrame,
  axes: (frame) => frame,
  layers: sweepLayers,
  table: sweepTable,
  hit: pointNear,
});

function sweepLayers({ data, frame, size, theme }: Drawing<SweepData, SweepFrame>): Layer[] {
  const lines = linesOf(data, frame);
  const names = sweepNames(data, lines, frame, theme);
  const critical = criticalLabel(data, frame, size, theme);
  const values = valueLabels(data, lines, critical, frame, 2 * markRadius(theme), theme);
  const axes = axisLayers(
    { ...frame, xTicks: noiseTicks(data, frame, theme), titles: [data.xLabel], caption: data.caption },
    size,
    theme,
  );
  return [
    bandLayer(data, frame, theme),
    axes.grid,
    verticalLayer(data, frame, theme),
    cleanLayer(data, frame, theme),
    predictedLayer(lines.predicted, theme),
    seriesLayer(data, lines, theme),
    axes.line,
    currentLayer(data, frame, theme),
    marksLayer(data, frame, theme),
    nameSamples(data, names, frame, theme),
    wordLayer([...names.map(({ label }) => label), ...critical, ...values], theme),
    axes.y,
    axes.x,
    axes.title,
    axes.caption,
  ];
}

/** Vertical lines: the critical noise up to its name, the current noise, and the highlighted level. */
function verticalLayer(data: SweepData, { plot, row, x }: SweepFrame, theme: ChartTheme): Layer {
  const marks: Mark[] = [];
  const add = (key: string, at: number | undefined, top: number, stroke: string, dashes?: string) => {
    if (at === undefined || !onAxis(at, data)) return;
    marks.push({
      key,
      attributes: {
        x1: x(at),
        x2: x(at),
        y1: top,
        y2: plot.bottom,
        stroke,
        ...(dashes === undefined ? {} : { 'stroke-dasharray': dashes }),
      },
    });
  };
  add('highlight', data.points[data.highlight ?? -1]?.x, plot.top, theme.grid);
  add('current', data.current?.x, plot.top, theme.muted, '1 3');
  add('critical', data.critical?.x, row - 0.74 * theme.fontSize.label, theme.ink, '4 3');
  return { name: 'verticals', shape: 'line', attributes: { 'stroke-width': theme.lineWidth.reference }, marks };
}

function cleanLayer({ clean, scale }: SweepData, { plot, y }: SweepFrame, theme: ChartTheme): Layer {
  return {
    name: 'clean',
    shape: 'line',
    attributes: { stroke: theme.clean.mark, 'stroke-width': theme.lineWidth.ghost, ...dotted(theme) },
    marks: drawable(clean, scale)
      ? [{ key: 0, attributes: { x1: plot.left, x2: plot.right, y1: y(clean), y2: y(clean) } }]
      : [],
  };
}

/** A triangle under the axis, its tip at the current noise. */
function currentLayer(data: SweepData, { plot, x }: SweepFrame, theme: ChartTheme): Layer {
  const at = data.current;
  const half = 0.36 * theme.fontSize.tick;
  const marks =
    at && onAxis(at.x, data)
      ? [
          {
            key: 0,
            attributes: {
              d: `M${-half},${1.3 * half}L0,0L${half},${1.3 * half}Z`,
              transform: `translate(${x(at.x)},${plot.bottom + 1})`,
            },
          },
        ]
      : [];
  return { name: 'current', shape: 'path', attributes: { fill: theme.ink }, marks };
}

function noiseTicks(data: SweepData, { plot, x }: SweepFrame, theme: ChartTheme) {
  const point = data.points[data.highlight ?? -1];
  const named: Tick[] = point ? [{ value: point.x, text: formatNoise(point.x) }] : [];
  if (data.current) named.push({ value: data.current.x, text: data.current.label });
  return valueTicks(data.xMax, named, x, plot.right - plot.left, theme.fontSize.tick);
}

function wordLayer(labels: readonly PlacedLabel[], theme: ChartTheme): Layer {
  const fill: Readonly<Record<string, string>> = {
    data: theme.data.text,
    predicted: theme.data.text,
    filters: theme.filters.text,
    clean: theme.clean.text,
    'value-data': theme.data.text,
    'value-filters': theme.filters.text,
  };
  return labelLayer(labels, theme, (key) => ({
    fill: fill[key] ?? theme.ink,
    ...(key.startsWith('value') ? BOLD : {}),
  }));
}
