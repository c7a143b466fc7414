import { axisLayers } from '../kit/axes';
import { chart, type Chart, type Drawing } from '../kit/chart';
import { BOLD, labelLayer, placeWishing, type LabelRequest } from '../kit/labels';
import { linePath } from '../kit/line-path';
import { symbolAt } from '../kit/marks';
import { tableNumber } from '../kit/numbers';
import { around, markBox, segmentBoxes } from '../kit/obstacles';
import type { Point } from '../kit/polyline';
import type { Layer } from '../kit/scene';
import type { ChartTheme } from '../kit/theme';
import { valueTicks } from '../kit/ticks';
import type { AttentionData } from './data';
import { attentionFrame, type AttentionFrame } from './frame';

/** Attention on the object against noise, beside what even shares would be. */
export const attentionChart: Chart<AttentionData> = chart<AttentionData, AttentionFrame, never>({
  frame: attentionFrame,
  axes: (frame) => frame,
  layers: attentionLayers,
  table: ({ points, xLabel, line, chance }) => ({
    head: [xLabel, line, chance.label],
    rows: points.map(({ x, share }) => [tableNumber(x), tableNumber(share), tableNumber(chance.value)]),
  }),
});

const radiusOf = (theme: ChartTheme) => 1.7 * theme.lineWidth.series;

function attentionLayers({ data, frame, size, theme }: Drawing<AttentionData, AttentionFrame>): Layer[] {
  const { plot, x, y } = frame;
  const { current, xMax } = data;
  const points = data.points
    .filter((point) => point.x <= xMax && Number.isFinite(point.share))
    .map((point) => ({ x: x(point.x), y: y(point.share) }));
  const here = current.share === null || current.x > xMax ? null : { x: x(current.x), y: y(current.share) };
  const pixels = plot.right - plot.left;
  const xTicks = valueTicks(xMax, [{ value: current.x, text: current.label }], x, pixels, theme.fontSize.tick);
  const axes = axisLayers({ ...frame, xTicks, titles: [data.xLabel], caption: data.caption }, size, theme);
  return [
    axes.grid,
    referenceLayer(data, frame, theme),
    {
      name: 'series',
      shape: 'path',
      attributes: { stroke: theme.filters.mark, 'stroke-width': theme.lineWidth.series, 'stroke-linejoin': 'round' },
      marks: points.length > 1 ? [{ key: 0, attributes: { d: linePath(points) } }] : [],
    },
    axes.line,
    {
      name: 'marks',
      shape: 'path',
      marks: [
        ...points.map((at, i) => ({
          key: i,
          attributes: {
            ...symbolAt('square', at, radiusOf(theme)),
            fill: theme.filters.mark,
            stroke: theme.background,
            'stroke-width': theme.lineWidth.grid,
          },
        })),
        ...(here
          ? [
              {
                key: 'current',
                attributes: {
                  ...symbolAt('square', here, 1.8 * radiusOf(theme)),
                  fill: 'none',
                  stroke: theme.ink,
                  'stroke-width': 0.8 * theme.lineWidth.series,
                },
              },
            ]
          : []),
      ],
    },
    labelLayer(labels(data, points, here, frame, theme), theme, (key) => ({
      fill: key === 'current' ? theme.filters.text : theme.muted,
      ...(key === 'current' ? BOLD : {}),
    })),
    axes.y,
    axes.x,
    axes.title,
    axes.caption,
  ];
}

function referenceLayer(
  { chance, half, xMax }: AttentionData,
  { plot, x, y }: AttentionFrame,
  theme: ChartTheme,
): Layer {
  return {
    name: 'references',
    shape: 'line',
    attributes: { stroke: theme.muted, 'stroke-width': theme.lineWidth.reference },
    marks: [
      {
        key: 'chance',
        attributes: {
          x1: plot.left,
          x2: plot.right,
          y1: y(chance.value),
          y2: y(chance.value),
          'stroke-dasharray': '5 3',
        },
      },
      ...(half && half.x <= xMax
        ? [
            {
              key: 'half',
              attributes: { x1: x(half.x), x2: x(half.x), y1: plot.top, y2: plot.bottom, 'stroke-dasharray': '1 3' },
            },
          ]
        : []),
    ],
  };
}

/** The value of the run on the page, and the names of both references, where there is room. */
function labels(
  { chance, half, current, xMax }: AttentionData,
  points: readonly Point[],
  here: Point | null,
  { plot, x, y }: AttentionFrame,
  theme: ChartTheme,
) {
  const { label, tick } = theme.fontSize;
  const requests: LabelRequest[] = [];
  if (here && current.share !== null)
    requests.push({
      key: 'current',
      text: current.share.toFixed(2),
      fontSize: label,
      bold: true,
      positions: around(here, label),
    });
  const beside = [y(chance.value) - 0.4 * label, y(chance.value) + 1.1 * label];
  requests.push({
    key: 'chance',
    text: chance.label,
    fontSize: label,
    positions: beside.flatMap((row) => [
      { x: plot.left + 4, y: row, anchor: 'start' as const },
      { x: plot.right - 2, y: row, anchor: 'end' as const },
    ]),
  });
  if (half && half.x <= xMax)
    requests.push({
      key: 'half',
      text: half.label,
      fontSize: label,
      positions: [plot.top + label, (plot.top + plot.bottom) / 2, plot.bottom - 0.5 * label].flatMap((row) => [
        { x: x(half.x) + 5, y: row, anchor: 'start' as const },
        { x: x(half.x) - 5, y: row, anchor: 'end' as const },
      ]),
    });
  const marks = [...points, ...(here ? [here] : [])].map((at) => markBox(at, 1.8 * radiusOf(theme)));
  return placeWishing(requests, { ...plot, top: 1.4 * tick }, marks, [segmentBoxes(points)]);
}
