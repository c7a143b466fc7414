import { interpolateLab } from 'd3';
import { linePath } from '../kit/line-path';
import { paler, shapes, symbolAt } from '../kit/marks';
import type { Point } from '../kit/polyline';
import type { Attributes, Layer, Mark } from '../kit/scene';
import type { ChartTheme } from '../kit/theme';
import { pointsOf, type CollapseData } from './data';
import type { CollapseFrame } from './frame';

/** Shade by place in the order, from a pale blue to one near ink: ten steps that still show on the background. */
function shade(index: number, count: number, theme: ChartTheme): string {
  const share = count > 1 ? index / (count - 1) : 1;
  return interpolateLab(
    paler(theme.filters.mark, theme, 0.25),
    interpolateLab(theme.filters.mark, theme.ink)(0.75),
  )(share);
}

/** Five shapes, full and then hollow: ten series that can be told apart without their shades. */
function markOf(index: number, colour: string, at: Point, radius: number, theme: ChartTheme): Attributes {
  const shape = shapes[index % shapes.length] ?? 'circle';
  const hollow = Math.floor(index / shapes.length) % 2 === 1;
  return {
    ...symbolAt(shape, at, hollow ? radius - 0.4 : radius),
    fill: hollow ? theme.background : colour,
    stroke: hollow ? colour : theme.background,
    'stroke-width': hollow ? 1.4 : 0.75,
  };
}

/** Where one series is highlighted, the others step back. */
function colourOf(index: number, { series, highlight, stale }: CollapseData, theme: ChartTheme): string {
  const full = shade(index, series.length, theme);
  return stale || (highlight && series[highlight.row] !== undefined && highlight.row !== index)
    ? paler(full, theme, 0.55)
    : full;
}

const lineWidth = (theme: ChartTheme) => 0.5 * theme.lineWidth.series;
const markRadius = (theme: ChartTheme) => 1.45 * theme.lineWidth.series;

/** Thin lines that join what is measured, marks on them, and the highlighted series over the others. */
export function seriesLayers(data: CollapseData, { x, y }: CollapseFrame, theme: ChartTheme): Layer[] {
  const { highlight } = data;
  const drawn = data.series
    .map((series, row) => ({
      row,
      chosen: row === highlight?.row,
      colour: colourOf(row, data, theme),
      points: pointsOf(series, data).map(({ column, ...point }) => ({ column, x: x(point.x), y: y(point.y) })),
    }))
    .toSorted((a, b) => Number(a.chosen) - Number(b.chosen));
  return [
    {
      name: 'series',
      shape: 'path',
      attributes: { 'stroke-linejoin': 'round', ...(data.stale ? { 'stroke-dasharray': '3 4' } : {}) },
      marks: drawn
        .filter(({ points }) => points.length > 1)
        .map(({ row, chosen, colour, points }) => ({
          key: row,
          attributes: {
            d: linePath(points),
            stroke: colour,
            'stroke-width': chosen ? 2 * lineWidth(theme) : lineWidth(theme),
          },
        })),
    },
    {
      name: 'marks',
      shape: 'path',
      marks: drawn.flatMap(({ row, chosen, colour, points }) =>
        points.map((point): Mark => {
          const strong = chosen && point.column === highlight?.column;
          return {
            key: `${row}-${point.column}`,
            attributes: {
              ...markOf(row, colour, point, strong ? 1.5 * markRadius(theme) : markRadius(theme), theme),
              ...(strong ? { stroke: theme.ink, 'stroke-width': 1.5 } : {}),
            },
          };
        }),
      ),
    },
  ];
}

/** The key right of the plot, in the order of the map's rows: lines that fall together leave no room for their names. */
export function keyLayers(data: CollapseData, { key }: CollapseFrame, theme: ChartTheme): Layer[] {
  const { tick } = theme.fontSize;
  const [end, middle] = [key.names - 5, (key.left + key.names - 5) / 2];
  return [
    {
      name: 'key-samples',
      shape: 'path',
      marks: data.series.flatMap((_, i): Mark[] => {
        const [colour, y] = [colourOf(i, data, theme), key.heightOf(i)];
        return [
          {
            key: `line-${i}`,
            attributes: { d: `M${key.left},${y}H${end}`, stroke: colour, 'stroke-width': lineWidth(theme) },
          },
          { key: `mark-${i}`, attributes: markOf(i, colour, { x: middle, y }, markRadius(theme), theme) },
        ];
      }),
    },
    {
      name: 'key-names',
      shape: 'text',
      attributes: { 'font-size': tick },
      marks: data.series.map(({ label }, i) => ({
        key: i,
        text: label,
        attributes: {
          x: key.names,
          y: key.heightOf(i) + 0.36 * tick,
          fill: data.highlight?.row === i ? theme.ink : theme.muted,
        },
      })),
    },
  ];
}
