import { axisLayers } from '../kit/axes';
import { chart, type Chart, type Drawing } from '../kit/chart';
import { BOLD, labelLayer } from '../kit/labels';
import { formatNoise, tableNumber } from '../kit/numbers';
import { markBox, segmentBoxes } from '../kit/obstacles';
import type { Point } from '../kit/polyline';
import type { Layer } from '../kit/scene';
import type { ChartTable } from '../kit/table';
import type { ChartTheme } from '../kit/theme';
import { clearTicks, valueTicks, Y_TICK_GAP, type IndexTick } from '../kit/ticks';
import { boundaryLabel, boundaryLayer, boundaryPieces } from './boundary';
import { cellTextLayer, cellsLayer, highlightLabel, highlightLayer } from './cells';
import { keyLayers } from './colour';
import { cellValue, type Cell, type MapData } from './data';
import { cellAt, mapFrame, rowOf, type MapFrame } from './frame';

/** Cells over noise and a second parameter, the critical noise over them, the run on the page and the highlighted cell in front. */
export const mapChart: Chart<MapData, Cell> = chart({
  frame: mapFrame,
  layers: mapLayers,
  table: mapTable,
  hit: cellAt,
});

function mapLayers({ data, frame, size, theme }: Drawing<MapData, MapFrame>): Layer[] {
  const pieces = boundaryPieces(data, frame);
  const current = currentPoint(data, frame);
  const overCells = [...pieces.flatMap(segmentBoxes), ...(current ? [markBox(current, theme.fontSize.label)] : [])];
  const axes = axisLayers(
    {
      plot: frame.plot,
      y: frame.rowY,
      // Its rows are named by values of their own, below.
      yTicks: [],
      x: frame.x,
      xTicks: columnTicks(data, frame, theme),
      titles: [data.columnLabel],
      caption: data.rowLabel,
    },
    size,
    theme,
  );
  return [
    outlineLayer(frame, theme),
    cellsLayer(data, frame, theme),
    cellTextLayer(data, frame, overCells, theme),
    boundaryLayer(data, pieces, theme),
    currentLayer(current, theme),
    highlightLayer(data, frame, theme),
    ...keyLayers(data, frame, size, theme),
    rowTickLayer(data, frame, theme),
    axes.x,
    axes.title,
    axes.caption,
    labelLayer(
      [...boundaryLabel(pieces, frame, size, theme), ...highlightLabel(data, frame, theme)],
      theme,
      (key) => (key === 'value' ? BOLD : {}),
      { shared: { fill: theme.ink } },
    ),
  ];
}

/** As the map stands: its uppermost row first. Cells whose colour only stands in for a measurement are left open. */
function mapTable(data: MapData): ChartTable {
  const { columns, rows, rowLabel, interpolated } = data;
  return {
    head: [rowLabel, ...columns.map((noise) => `σ = ${tableNumber(noise)}`)],
    rows: rows
      .map(({ text }, r) => [
        text,
        ...columns.map((_, c) => tableNumber(interpolated?.[r * columns.length + c] ? null : cellValue(data, r, c))),
      ])
      .toReversed(),
  };
}

/** The outline of the grid: where nothing is known yet there is nothing else to see. */
function outlineLayer({ plot }: MapFrame, theme: ChartTheme): Layer {
  const attributes = {
    x: plot.left - 0.5,
    y: plot.top - 0.5,
    width: plot.right - plot.left,
    height: plot.bottom - plot.top,
  };
  return {
    name: 'outline',
    shape: 'rect',
    attributes: { stroke: theme.grid, 'stroke-width': theme.lineWidth.grid },
    marks: [{ key: 0, attributes }],
  };
}

/** Where the run on the page is on the map, if it is. */
function currentPoint({ current, rows }: MapData, { plot, x, rowY }: MapFrame): Point | undefined {
  const row = current ? rowOf(current.row, rows) : undefined;
  const at = current ? x(current.column) : 0;
  return row !== undefined && at >= plot.left && at <= plot.right ? { x: at, y: rowY(row) } : undefined;
}

/** A ring at the run on the page, its rim of background between it and any cell. */
function currentLayer(at: Point | undefined, theme: ChartTheme): Layer {
  const ring = at ? { cx: at.x, cy: at.y, r: 0.5 * theme.fontSize.label } : {};
  return {
    name: 'current',
    shape: 'circle',
    marks: at
      ? [
          { key: 'rim', attributes: { ...ring, stroke: theme.background, 'stroke-width': 5 } },
          { key: 'ring', attributes: { ...ring, stroke: theme.ink, 'stroke-width': 2 } },
        ]
      : [],
  };
}

function columnTicks(data: MapData, { plot, x, ends }: MapFrame, theme: ChartTheme): IndexTick[] {
  const { tick } = theme.fontSize;
  const column = data.columns[data.highlight?.column ?? -1];
  const named = column === undefined ? [] : [{ value: column, text: formatNoise(column) }];
  return valueTicks(ends[1], named, x, plot.right - plot.left, tick).filter(({ value }) => value >= ends[0]);
}

function rowTickLayer(data: MapData, { plot, rowY }: MapFrame, theme: ChartTheme): Layer {
  const { tick } = theme.fontSize;
  const named = data.rows.map(({ text }, row) => ({ value: row, text, gap: 0 }));
  // The highlighted row is named first.
  const order = named.toSorted(
    (a, b) => Number(b.value === data.highlight?.row) - Number(a.value === data.highlight?.row),
  );
  // Numbers stand above one another: their room is their height, not their width.
  const shown = clearTicks(order, rowY, tick, () => 1.15 * tick);
  return {
    name: 'y-ticks',
    shape: 'text',
    attributes: { 'font-size': tick, 'text-anchor': 'end' },
    marks: shown.map(({ value, text }) => ({
      key: value,
      text,
      attributes: {
        x: plot.left - Y_TICK_GAP,
        y: rowY(value) + 0.36 * tick,
        fill: value === data.highlight?.row ? theme.ink : theme.muted,
      },
    })),
  };
}
