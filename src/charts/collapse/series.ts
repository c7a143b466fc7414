import { interpolateLab } from 'd3';
import { pointsOf, type CollapseData } from './data';
import type { CollapseFrame } from './frame';
import { linePath } from '../kit/line-path';
import type { Point } from '../kit/polyline';
import type { Attributes, Layer, Mark } from '../kit/scene';
import { paler } from '../kit/marks';
import { shapes, symbolAt } from '../kit/marks';
import type { ChartTheme } from '../kit/theme';

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
  const shape = shapes[index % shapes.length]!;
  const hollow = Math.floor(index / shapes.length) % 2 === 1;
  return {
    ...symbolAt(shape, at, hollow ? radius - 0.4 : radius),
    fill: hollow ? theme.background : colour,
    stroke: hollow ? colour : theme.background,
    'stroke-width': hollow ? 1.4 : 0.75,
  };
}

/** Colours of the series; where one is highlighted, the others step back. */
function colours({ series, highlight, stale }: CollapseData, theme: ChartTheme): string[] {
  return series.map((_, i) => {
    const full = shade(i, series.length, theme);
    return stale || (highlight && series[highlight.row] !== undefined && highlight.row !== i)
      ? paler(full, theme, 0.55)
      : full;
  });
}

/** Thin lines that join what is measured, marks on them, and the highlighted series over the others. */
export function seriesLayers(data: CollapseData, { x, y }: CollapseFrame, theme: ChartTheme): Layer[] {
  const { series, width, dash } = {
    series: data.series,
    width: 0.5 * theme.lineWidth.series,
    dash: data.stale ? { 'stroke-dasharray': '3 4' } : {},
  };
  const radius = 1.45 * theme.lineWidth.series;
  const fill = colours(data, theme);
  const chosen = data.highlight?.row;
  const order = [...series.keys()].toSorted((a, b) => Number(a === chosen) - Number(b === chosen));
  const points = series.map((each) =>
    pointsOf(each, data).map(({ column, ...point }) => ({ column, x: x(point.x), y: y(point.y) })),
  );
  return [
    {
      name: 'series',
      shape: 'path',
      attributes: { 'stroke-linejoin': 'round', ...dash },
      marks: order
        .filter((i) => points[i].length > 1)
        .map((i) => ({
          key: i,
          attributes: { d: linePath(points[i]), stroke: fill[i], 'stroke-width': i === chosen ? 2 * width : width },
        })),
    },
    {
      name: 'marks',
      shape: 'path',
      marks: order.flatMap((i) =>
        points[i].map((point): Mark => {
          const strong = i === chosen && point.column === data.highlight?.column;
          return {
            key: `${i}-${point.column}`,
            attributes: {
              ...markOf(i, fill[i], point, strong ? 1.5 * radius : radius, theme),
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
  const fill = colours(data, theme);
  const middle = (key.left + key.names - 5) / 2;
  return [
    {
      name: 'key-samples',
      shape: 'path',
      marks: data.series.flatMap((_, i): Mark[] => [
        {
          key: `line-${i}`,
          attributes: {
            d: `M${key.left},${key.heights[i]}H${key.names - 5}`,
            stroke: fill[i],
            'stroke-width': 0.5 * theme.lineWidth.series,
          },
        },
        {
          key: `mark-${i}`,
          attributes: markOf(i, fill[i], { x: middle, y: key.heights[i] }, 1.45 * theme.lineWidth.series, theme),
        },
      ]),
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
          y: key.heights[i] + 0.36 * tick,
          fill: data.highlight?.row === i ? theme.ink : theme.muted,
        },
      })),
    },
  ];
}
