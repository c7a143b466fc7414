import { dotted } from '../kit/dashes';
import { bandPath, linePath } from '../kit/line-path';
import { paler, type Shape, symbolAt } from '../kit/marks';
import type { Point } from '../kit/polyline';
import type { Attributes, Layer, Mark } from '../kit/scene';
import type { ChartTheme } from '../kit/theme';
import { drawable, type SweepData, type SweepRole } from './data';
import { onAxis, type SweepFrame } from './frame';
import type { SweepLines, SweepName } from './labels';

const roles = ['data', 'filters'] as const;
/** Data round, filters square: never colour alone. */
const shapeOf: Readonly<Record<SweepRole, Shape>> = { data: 'circle', filters: 'square' };
const DASHES = { predicted: '5 3', stale: '3 4' };

export const markRadius = (theme: ChartTheme) => 1.7 * theme.lineWidth.series;

/** The points of each line in pixels. Levels not measured yet are bridged, as they are filled in from coarse to fine. */
export function linesOf(data: SweepData, { x, y }: SweepFrame): SweepLines {
  const measured = (role: SweepRole) =>
    data.points.flatMap((point) => {
      const value = point[role];
      return onAxis(point.x, data) && drawable(value, data.scale) ? [{ x: x(point.x), y: y(value) }] : [];
    });
  const predicted = (data.predicted ?? [])
    .filter((point) => onAxis(point.x, data) && drawable(point.y, data.scale))
    .map((point) => ({ x: x(point.x), y: y(point.y) }));
  return { data: measured('data'), filters: measured('filters'), predicted };
}

const colour = (role: SweepRole, data: SweepData, theme: ChartTheme) =>
  data.stale ? paler(theme[role].mark, theme) : theme[role].mark;

export function bandLayer(data: SweepData, { x, y }: SweepFrame, theme: ChartTheme): Layer {
  const marks: Mark[] = roles.flatMap((role) => {
    const ends = data.points.flatMap((point) => {
      const [low, high] = [point[`${role}Low`], point[`${role}High`]];
      return onAxis(point.x, data) && drawable(low, data.scale) && drawable(high, data.scale)
        ? [{ x: x(point.x), low: y(low), high: y(high) }]
        : [];
    });
    return ends.length > 1
      ? [{ key: role, attributes: { d: bandPath(ends), fill: paler(theme[role].tint, theme, data.stale ? 0.7 : 0.4) } }]
      : [];
  });
  return { name: 'bands', shape: 'path', marks };
}

const predictedStroke = (theme: ChartTheme): Attributes => ({
  stroke: theme.data.mark,
  'stroke-width': 0.6 * theme.lineWidth.series,
  'stroke-dasharray': DASHES.predicted,
});

export function predictedLayer(points: readonly Point[], theme: ChartTheme): Layer {
  return {
    name: 'predicted',
    shape: 'path',
    attributes: predictedStroke(theme),
    marks: points.length > 1 ? [{ key: 0, attributes: { d: linePath(points) } }] : [],
  };
}

export function seriesLayer(data: SweepData, lines: SweepLines, theme: ChartTheme): Layer {
  return {
    name: 'series',
    shape: 'path',
    attributes: {
      'stroke-width': theme.lineWidth.series,
      'stroke-linejoin': 'round',
      ...(data.stale ? { 'stroke-dasharray': DASHES.stale } : {}),
    },
    marks: roles.flatMap((role) =>
      lines[role].length > 1
        ? [{ key: role, attributes: { d: linePath(lines[role]), stroke: colour(role, data, theme) } }]
        : [],
    ),
  };
}

/** Full marks where a level was measured, larger ones at the highlighted level, hollow ones for the run on the page. */
export function marksLayer(data: SweepData, { x, y }: SweepFrame, theme: ChartTheme): Layer {
  const marks: Mark[] = [];
  const radius = markRadius(theme);
  for (const role of roles) {
    const shape = shapeOf[role];
    data.points.forEach((point, i) => {
      const value = point[role];
      if (!onAxis(point.x, data) || !drawable(value, data.scale)) return;
      const fill = point.muted ? paler(colour(role, data, theme), theme) : colour(role, data, theme);
      const at = symbolAt(shape, { x: x(point.x), y: y(value) }, i === data.highlight ? 1.5 * radius : radius);
      marks.push({ key: `${role}-${i}`, attributes: { ...at, fill, stroke: theme.background, 'stroke-width': 1 } });
    });
    const here = data.currentPoint?.[role];
    if (!data.current || !onAxis(data.current.x, data) || !drawable(here, data.scale)) continue;
    marks.push({
      key: `${role}-current`,
      attributes: {
        ...symbolAt(shape, { x: x(data.current.x), y: y(here) }, 1.7 * radius),
        fill: 'none',
        stroke: theme[role].mark,
        'stroke-width': 0.8 * theme.lineWidth.series,
      },
    });
  }
  return { name: 'marks', shape: 'path', marks };
}

/** Before each name a piece of its line with its mark: where lines end close together, names stand away from them. */
export function nameSamples(
  data: SweepData,
  names: readonly SweepName[],
  { sample }: SweepFrame,
  theme: ChartTheme,
): Layer {
  const [from, to] = [sample.left, sample.left + sample.width];
  const marks = names.flatMap(({ key, y }): Mark[] => {
    const d = `M${from},${y}H${to}`;
    if (key === 'predicted') return [{ key, attributes: { d, ...predictedStroke(theme) } }];
    if (key === 'clean')
      return [
        { key, attributes: { d, stroke: theme.clean.mark, 'stroke-width': theme.lineWidth.ghost, ...dotted(theme) } },
      ];
    const stroke = colour(key, data, theme);
    return [
      { key, attributes: { d, stroke, 'stroke-width': theme.lineWidth.series } },
      {
        key: `${key}-mark`,
        attributes: {
          ...symbolAt(shapeOf[key], { x: (from + to) / 2, y }, markRadius(theme)),
          fill: stroke,
          stroke: theme.background,
          'stroke-width': 1,
        },
      },
    ];
  });
  return { name: 'samples', shape: 'path', marks };
}
