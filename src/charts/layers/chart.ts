import { captionLayer } from '../kit/axes';
import { chart, type Chart, type Drawing } from '../kit/chart';
import { dotted } from '../kit/dashes';
import { BOLD } from '../kit/labels';
import { halo, type Layer, type Mark } from '../kit/scene';
import { textWidth } from '../kit/text-width';
import type { ChartTheme } from '../kit/theme';
import { tableNumber } from '../kit/numbers';
import { clearTicks, APART } from '../kit/ticks';
import { gridLayer, yTickLayer } from '../kit/y-axis';
import type { LayerPlace, LayersData, LayerSpectrum } from './data';
import { layersFrame, placeAt, type LayerCell, type LayersFrame } from './frame';
import { layersTable } from './table';

/** Spectra of all weight matrices beside each other, on one logarithmic axis, over those at initialisation. */
export const layersChart: Chart<LayersData, LayerPlace> = chart<LayersData, LayersFrame, LayerPlace>({
  frame: layersFrame,
  layers: layersLayers,
  table: layersTable,
  hit: (at, { data, frame }) => placeAt(at, data, frame),
});

function layersLayers({ data, frame, size, theme }: Drawing<LayersData, LayersFrame>): Layer[] {
  const { cells, columns, y, yTicks, shift } = frame;
  const each = (draw: (layer: LayerSpectrum, cell: LayerCell, i: number) => Mark[]): Mark[] =>
    data.layers.flatMap((layer, i) =>
      draw(layer, cells[i]!, i).map((mark) => ({ ...mark, key: `${layer.key} ${mark.key}` })),
    );
  const moved = (i: number) => (value: number) => y(value) + shift(i);
  const grids = cells.map(({ plot }, i) => gridLayer(plot, yTicks, moved(i), theme));
  const numbers = cells.map(({ plot }, i) => yTickLayer(plot, i % columns === 0 ? yTicks : [], moved(i), theme));
  const { hue, line } = { hue: theme.filters, line: theme.lineWidth };
  return [
    together('grid', grids, theme),
    {
      name: 'bars',
      shape: 'path',
      marks: each(({ values, signal }, cell, i) => {
        const full = Math.min(signal?.dimension ?? 0, values.length);
        return [
          { key: 'signal', attributes: { d: areaPath(values, 0, full, cell, moved(i)), fill: hue.mark } },
          { key: 'rest', attributes: { d: areaPath(values, full, values.length, cell, moved(i)), fill: hue.tint } },
        ];
      }),
    },
    {
      name: 'edges',
      shape: 'path',
      attributes: { stroke: hue.mark, 'stroke-width': line.edge },
      marks: each(({ values }, cell, i) => [
        { key: 'edge', attributes: { d: stepPath(values, 0, values.length, cell, moved(i)) } },
      ]),
    },
    {
      name: 'before',
      shape: 'path',
      attributes: { stroke: theme.initialisation.mark, 'stroke-width': line.ghost, ...dotted(theme) },
      marks: each(({ before }, cell, i) =>
        before && before.length > 0 ? [{ key: 'before', attributes: { d: middlesPath(before, cell, moved(i)) } }] : [],
      ),
    },
    axisLines(each, theme),
    highlightLayer(data, frame, theme),
    {
      name: 'titles',
      shape: 'text',
      attributes: { 'font-size': theme.fontSize.label, fill: theme.filters.text, ...BOLD },
      marks: each(({ title, name }, { plot, title: at }) => {
        const fits = (text: string) => textWidth(text, theme.fontSize.label, true) <= plot.right - plot.left;
        return [{ key: 'title', text: fits(title) ? title : name, attributes: { x: plot.left, y: at } }];
      }),
    },
    rankLayer(each, theme),
    xTickLayer(each, theme),
    together('y-ticks', numbers, theme),
    captionLayer(data.caption, { left: 0, right: 0, top: 0, bottom: 0 }, size, theme),
    beforeKey(data, size.width, theme),
  ];
}

type Each = (draw: (layer: LayerSpectrum, cell: LayerCell, i: number) => Mark[]) => Mark[];

/** Layers of the same kind as one, each mark under a key of its own. */
function together(name: string, layers: readonly Layer[], theme: ChartTheme): Layer {
  const empty: Layer = gridLayer({ left: 0, right: 0, top: 0, bottom: 0 }, [], () => 0, theme);
  const marks = layers.flatMap((layer, i) => layer.marks.map((mark) => ({ ...mark, key: `${i} ${mark.key}` })));
  return { ...(layers[0] ?? empty), name, marks };
}

const px = (value: number) => Math.round(value * 100) / 100;

/** The upper edges of values `from` (included) to `to` (excluded), a level over each place. */
function stepPath(
  values: ArrayLike<number>,
  from: number,
  to: number,
  { left }: LayerCell,
  y: (value: number) => number,
): string {
  let path = '';
  for (let i = from; i < to; i++)
    path += `${i === from ? `M${px(left(i))},` : 'V'}${px(y(values[i]!))}H${px(left(i + 1))}`;
  return path;
}

function areaPath(
  values: ArrayLike<number>,
  from: number,
  to: number,
  cell: LayerCell,
  y: (value: number) => number,
): string {
  return to <= from ? '' : `${stepPath(values, from, to, cell, y)}V${px(cell.plot.bottom)}H${px(cell.left(from))}Z`;
}

/** A line through the middle of each place. */
function middlesPath(values: ArrayLike<number>, { left }: LayerCell, y: (value: number) => number): string {
  return Array.from(
    values,
    (value, i) => `${i === 0 ? 'M' : 'L'}${px((left(i) + left(i + 1)) / 2)},${px(y(value))}`,
  ).join('');
}

function axisLines(each: Each, theme: ChartTheme): Layer {
  return {
    name: 'axis',
    shape: 'line',
    attributes: { stroke: theme.muted, 'stroke-width': theme.lineWidth.grid },
    marks: each((_, { plot }) => [
      { key: 'x', attributes: { x1: plot.left, x2: plot.right, y1: plot.bottom + 0.5, y2: plot.bottom + 0.5 } },
    ]),
  };
}

/** The ranks of each matrix, the one that the page shows in bold and first. */
function rankLayer(each: Each, theme: ChartTheme): Layer {
  return {
    name: 'ranks',
    shape: 'text',
    attributes: { 'font-size': theme.fontSize.tick },
    marks: each(({ ranks }, cell) =>
      ranks
        .toSorted((a, b) => Number(b.chosen) - Number(a.chosen))
        .slice(0, cell.ranks.length)
        .map(({ label, value, chosen }, k) => ({
          key: `rank ${k}`,
          text: `${label} ${value}`,
          attributes: { ...cell.ranks[k]!, fill: chosen ? theme.ink : theme.muted, ...(chosen ? BOLD : {}) },
        })),
    ),
  };
}

/** Under each: where the signal ends, and the ends. */
function xTickLayer(each: Each, theme: ChartTheme): Layer {
  const { tick } = theme.fontSize;
  return {
    name: 'x-ticks',
    shape: 'text',
    attributes: { 'font-size': tick, 'text-anchor': 'middle' },
    marks: each(({ values, signal }, { plot, left }) => {
      const middle = (value: number) => (left(value - 1) + left(value)) / 2;
      const held = (text: string, x: number) => {
        const half = textWidth(text, tick) / 2;
        return Math.max(plot.left + half, Math.min(x, plot.right - half));
      };
      const wanted = [
        ...(signal && signal.dimension <= values.length
          ? [{ value: signal.dimension, text: signal.label, strong: true, gap: APART }]
          : []),
        { value: values.length, text: String(values.length), strong: false, gap: APART },
        { value: 1, text: '1', strong: false, gap: APART },
      ];
      const ticks = values.length === 0 ? [] : wanted;
      const at = new Map(ticks.map(({ value, text }) => [value, held(text, middle(value))]));
      return clearTicks(ticks, (value) => at.get(value)!, tick).map(({ value, text, strong }) => ({
        key: `tick ${value}`,
        text,
        attributes: { x: at.get(value)!, y: plot.bottom + 5 + tick, fill: strong ? theme.ink : theme.muted },
      }));
    }),
  };
}

/** The value under the pointer, written at the upper right of its plot, and where it stands. */
function highlightLayer({ layers, highlight }: LayersData, { cells }: LayersFrame, theme: ChartTheme): Layer {
  const value = highlight && layers[highlight.layer]?.values[highlight.index];
  const cell = highlight && cells[highlight.layer];
  const { label } = theme.fontSize;
  return {
    name: 'highlight',
    shape: 'text',
    attributes: { 'font-size': label, fill: theme.ink, 'text-anchor': 'end', ...BOLD, ...halo(theme) },
    marks:
      value === undefined || !cell
        ? []
        : [
            {
              key: 0,
              text: `${highlight.index + 1}: ${tableNumber(value)}`,
              attributes: { x: cell.plot.right - 2, y: cell.plot.top + label },
            },
          ],
  };
}

/** What the dotted lines are, at the right of the caption; dropped where both do not fit. */
function beforeKey({ caption, beforeLabel, layers }: LayersData, width: number, theme: ChartTheme): Layer {
  const { tick } = theme.fontSize;
  const text = `· · ·  ${beforeLabel}`;
  const fits = textWidth(caption, tick) + textWidth(text, tick) + 2 * tick < width;
  return {
    name: 'key',
    shape: 'text',
    attributes: { 'font-size': tick, 'text-anchor': 'end', fill: theme.initialisation.text },
    marks:
      fits && layers.some(({ before }) => before)
        ? [{ key: 0, text, attributes: { x: width - 2, y: Math.round(tick) } }]
        : [],
  };
}
