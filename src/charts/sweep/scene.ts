import { valueTicks, type Tick } from '../kit/ticks';
import { axisLayer, captionLayer, dotted, gridLayer, titleLayer, xTickLayer, yTickLayer } from '../kit/axes';
import type { PlacedLabel } from '../kit/label-placement';
import { halo, rootAttributes, type Layer, type Mark, type Scene, type Size } from '../kit/scene';
import { drawable, type SweepData } from './data';
import { onAxis, sweepFrame, type SweepFrame } from './frame';
import { criticalLabel, sweepNames, valueLabels, type SweepName } from './labels';
import { bandLayer, linesOf, markRadius, marksLayer, nameSamples, predictedLayer, seriesLayer } from './series';
import type { ChartTheme } from '../kit/theme';
import { formatNoise } from '../kit/values';

/** Ranks against background noise as a scene: references behind, then what theory predicts, then what was measured. */
export function sweepScene(data: SweepData, size: Size, theme: ChartTheme): Scene {
  const frame = sweepFrame(data, size, theme);
  const lines = linesOf(data, frame);
  const names = sweepNames(data, lines, frame, theme);
  const critical = criticalLabel(data, frame, size, theme);
  const labels = [...critical, ...valueLabels(data, lines, critical, frame, 2 * markRadius(theme), theme)];
  return {
    size,
    name: data.name,
    description: data.description,
    attributes: rootAttributes(theme),
    layers: [
      bandLayer(data, frame, theme),
      gridLayer(frame.plot, frame.yTicks, frame.y, theme),
      verticalLayer(data, frame, theme),
      cleanLayer(data, frame, theme),
      predictedLayer(lines.predicted, theme),
      seriesLayer(data, lines, theme),
      axisLayer(frame.plot, theme),
      currentLayer(data, frame, theme),
      marksLayer(data, frame, theme),
      nameSamples(data, names, frame, theme),
      labelLayer(names, labels, theme),
      yTickLayer(frame.plot, frame.yTicks, frame.y, theme),
      xTickLayer(frame.plot, ticksOf(data, frame, theme), frame.x, theme),
      titleLayer(data.xLabel, frame.plot, size, theme),
      captionLayer(data.caption, frame.plot, size, theme),
    ],
  };
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

function ticksOf(data: SweepData, { plot, x }: SweepFrame, theme: ChartTheme) {
  const point = data.points[data.highlight ?? -1];
  const named: Tick[] = point ? [{ value: point.x, text: formatNoise(point.x) }] : [];
  if (data.current) named.push({ value: data.current.x, text: data.current.label });
  return valueTicks(data.xMax, named, x, plot.right - plot.left, theme.fontSize.tick);
}

function labelLayer(names: readonly SweepName[], labels: readonly PlacedLabel[], theme: ChartTheme): Layer {
  const fill: Readonly<Record<string, string>> = {
    data: theme.data.text,
    predicted: theme.data.text,
    filters: theme.filters.text,
    clean: theme.clean.text,
    critical: theme.ink,
    'value-data': theme.data.text,
    'value-filters': theme.filters.text,
  };
  return {
    name: 'labels',
    shape: 'text',
    attributes: { 'font-size': theme.fontSize.label, ...halo(theme) },
    marks: [...names.map(({ label }) => label), ...labels].map(({ key, text, x, y, anchor }) => ({
      key,
      text,
      attributes: {
        x,
        y,
        'text-anchor': anchor,
        fill: fill[key]!,
        ...(key.startsWith('value') ? { 'font-weight': 700 } : {}),
      },
    })),
  };
}
