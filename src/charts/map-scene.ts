import { clearTicks, valueTicks, Y_TICK_GAP, type IndexTick } from './axes';
import { captionLayer, titleLayer, xTickLayer } from './axis-layers';
import type { PlacedLabel } from './label-placement';
import { boundaryLabel, boundaryLayer, boundaryPieces } from './map-boundary';
import { cellTextLayer, cellsLayer, highlightLabel, highlightLayer } from './map-cells';
import type { MapData } from './map-data';
import { mapFrame, rowOf, type MapFrame } from './map-frame';
import { keyLayers } from './map-key';
import { halo, rootAttributes, type Layer, type Scene, type Size } from './scene';
import type { ChartTheme } from './theme';

/** A map as a scene: cells, the critical noise over them, the run on the page and the highlighted cell in front. */
export function mapScene(data: MapData, size: Size, theme: ChartTheme): Scene {
  const frame = mapFrame(data, size, theme);
  const pieces = boundaryPieces(data, frame);
  const labels = [...boundaryLabel(pieces, frame, size, theme), ...highlightLabel(data, frame, size, theme)];
  return {
    size,
    name: data.name,
    description: data.description,
    attributes: rootAttributes(theme),
    layers: [
      emptyLayer(frame, theme),
      cellsLayer(data, frame, theme),
      cellTextLayer(data, frame, theme),
      boundaryLayer(data, pieces, theme),
      currentLayer(data, frame, theme),
      highlightLayer(data, frame, theme),
      ...keyLayers(data, frame, size, theme),
      rowTickLayer(data, frame, theme),
      xTickLayer(frame.plot, columnTicks(data, frame, theme), frame.x, theme),
      titleLayer(data.columnLabel, frame.plot, size, theme),
      captionLayer(data.rowLabel, frame.plot, size, theme),
      labelLayer(labels, theme),
    ],
  };
}

/** The outline of the grid: where nothing is known yet there is nothing else to see. */
function emptyLayer({ plot }: MapFrame, theme: ChartTheme): Layer {
  const attributes = { x: plot.left - 0.5, y: plot.top - 0.5, width: plot.right - plot.left, height: plot.bottom - plot.top };
  return { name: 'outline', shape: 'rect', attributes: { stroke: theme.grid, 'stroke-width': theme.lineWidth.grid }, marks: [{ key: 0, attributes }] };
}

/** A ring at the run on the page, its rim of background between it and any cell. */
function currentLayer(data: MapData, { plot, x, rowY }: MapFrame, theme: ChartTheme): Layer {
  const row = data.current ? rowOf(data.current.row, data.rows) : undefined;
  const cx = data.current ? x(data.current.column) : 0;
  const shown = row !== undefined && cx >= plot.left && cx <= plot.right;
  const at = shown ? { cx, cy: rowY(row), r: 0.5 * theme.fontSize.label } : {};
  return {
    name: 'current',
    shape: 'circle',
    marks: shown ? [
      { key: 'rim', attributes: { ...at, stroke: theme.background, 'stroke-width': 5 } },
      { key: 'ring', attributes: { ...at, stroke: theme.ink, 'stroke-width': 2 } },
    ] : [],
  };
}

function columnTicks(data: MapData, { plot, x, ends }: MapFrame, theme: ChartTheme): IndexTick[] {
  const { tick } = theme.fontSize;
  const column = data.columns[data.highlight?.column ?? -1];
  const named = column === undefined ? [] : [{ value: column, text: String(Number(column.toPrecision(3))) }];
  return valueTicks(ends[1], named, x, plot.right - plot.left, tick).filter(({ value }) => value >= ends[0]);
}

function rowTickLayer(data: MapData, { plot, rowY }: MapFrame, theme: ChartTheme): Layer {
  const { tick } = theme.fontSize;
  const order = [...(data.highlight ? [data.highlight.row] : []), ...data.rows.keys()].filter((row) => data.rows[row] !== undefined);
  // Numbers stand above one another: their room is their height, not their width.
  const shown = clearTicks(order.map((row) => ({ value: row, text: data.rows[row].text, gap: 0 })), rowY, tick, () => 1.15 * tick);
  return {
    name: 'y-ticks',
    shape: 'text',
    attributes: { 'font-size': tick, 'text-anchor': 'end' },
    marks: shown.map(({ value, text }) => ({
      key: value,
      text,
      attributes: { x: plot.left - Y_TICK_GAP, y: rowY(value) + 0.36 * tick, fill: value === data.highlight?.row ? theme.ink : theme.muted },
    })),
  };
}

function labelLayer(labels: readonly PlacedLabel[], theme: ChartTheme): Layer {
  return {
    name: 'labels',
    shape: 'text',
    attributes: { 'font-size': theme.fontSize.label, fill: theme.ink, ...halo(theme) },
    marks: labels.map(({ key, text, x, y, anchor }) => ({ key, text, attributes: { x, y, 'text-anchor': anchor, ...(key === 'value' ? { 'font-weight': 700 } : {}) } })),
  };
}
