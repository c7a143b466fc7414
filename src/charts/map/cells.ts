import {
  BOLD,
  placeLabels,
  textBox,
  type Box,
  type LabelRequest,
  type PlacedLabel,
  type Position,
} from '../kit/labels';
import { inkOn } from '../kit/ink';
import type { Layer, Mark } from '../kit/scene';
import type { ChartTheme } from '../kit/theme';
import { uncertainColour } from './colour';
import { cellValue, formatShare, type MapData } from './data';
import type { MapFrame } from './frame';

/** Cells at least this large carry their number. Pixels. */
const WITH_TEXT = { width: 34, height: 18 };
/** Cells narrower than this have no border: it would take their colour. Pixels. */
const WITH_BORDER = 7;

interface Cell {
  readonly key: string;
  readonly row: number;
  readonly column: number;
  readonly value: number;
  readonly interpolated: boolean;
}

function known(data: MapData): Cell[] {
  return data.rows.flatMap((_, row) =>
    data.columns.flatMap((__, column) => {
      const value = cellValue(data, row, column);
      return value === null
        ? []
        : [
            {
              key: `${row}-${column}`,
              row,
              column,
              value,
              interpolated: data.interpolated?.[row * data.columns.length + column] ?? false,
            },
          ];
    }),
  );
}

const cornerOf = (row: number, column: number, { plot, cell }: MapFrame) => ({
  x: plot.left + column * cell.width,
  y: plot.bottom - (row + 1) * cell.height,
});

const carriesText = ({ cell }: MapFrame) => cell.width >= WITH_TEXT.width && cell.height >= WITH_TEXT.height;

/** Measured cells stand apart by a pixel; those taken from a neighbour merge with each other. */
export function cellsLayer(data: MapData, frame: MapFrame, theme: ChartTheme): Layer {
  const { width, height } = frame.cell;
  const border = Math.min(width, height) >= WITH_BORDER ? 1 : 0;
  return {
    name: 'cells',
    shape: 'rect',
    marks: known(data).map(({ key, row, column, value, interpolated }): Mark => {
      const gap = interpolated ? 0 : border;
      return {
        key,
        attributes: {
          ...cornerOf(row, column, frame),
          width: width - gap,
          height: height - gap,
          fill: uncertainColour(value, data, interpolated, theme),
        },
      };
    }),
  };
}

/** Numbers in the middle of their cells, or higher or lower there: clear of what is drawn over the cells. */
export function cellTextLayer(data: MapData, frame: MapFrame, obstacles: readonly Box[], theme: ChartTheme): Layer {
  const { tick } = theme.fontSize;
  const { width, height } = frame.cell;
  const cells = carriesText(frame) ? known(data).filter(({ interpolated }) => !interpolated) : [];
  const byKey = new Map(cells.map((cell) => [cell.key, cell]));
  const requests = cells.map(({ key, row, column, value }): LabelRequest => {
    const { x, y } = cornerOf(row, column, frame);
    const middle = y + (height - 1) / 2 + 0.36 * tick;
    const away = Math.max(0, height / 2 - 0.75 * tick);
    return {
      key,
      text: formatShare(value),
      fontSize: tick,
      positions: [0, -away, away].map((by): Position => ({ x: x + (width - 1) / 2, y: middle + by, anchor: 'middle' })),
    };
  });
  return {
    name: 'cell-text',
    shape: 'text',
    attributes: { 'font-size': tick, 'text-anchor': 'middle' },
    marks: placeLabels(requests, frame.plot, obstacles, 0).flatMap(({ key, text, x, y }): Mark[] => {
      const cell = byKey.get(key);
      if (!cell) return [];
      const fill = inkOn(uncertainColour(cell.value, data, false, theme));
      const strong = data.highlight?.row === cell.row && data.highlight.column === cell.column;
      return [{ key, text, attributes: { x, y, fill, ...(strong ? BOLD : {}) } }];
    }),
  };
}

export function highlightLayer({ highlight, rows, columns }: MapData, frame: MapFrame, theme: ChartTheme): Layer {
  const shown = highlight && rows[highlight.row] !== undefined && columns[highlight.column] !== undefined;
  const at = shown ? cornerOf(highlight.row, highlight.column, frame) : { x: 0, y: 0 };
  const { width, height } = frame.cell;
  return {
    name: 'highlight',
    shape: 'rect',
    attributes: { stroke: theme.ink, 'stroke-width': 2 },
    marks: shown ? [{ key: 0, attributes: { x: at.x - 0.5, y: at.y - 0.5, width, height } }] : [],
  };
}

/** The highlighted cell's number where cells do not carry theirs: above the cell, or below it in the topmost rows. */
export function highlightLabel(data: MapData, frame: MapFrame, theme: ChartTheme): PlacedLabel[] {
  const { highlight } = data;
  const value = highlight ? cellValue(data, highlight.row, highlight.column) : null;
  if (!highlight || value === null || carriesText(frame)) return [];
  const { label } = theme.fontSize;
  const { x, y } = cornerOf(highlight.row, highlight.column, frame);
  const text = value.toFixed(2);
  const half = textBox(text, label, { x: 0, y: 0, anchor: 'start' }, true).right / 2;
  const above = y - 0.5 * label;
  const fits = above - 0.74 * label >= frame.plot.top;
  return [
    {
      key: 'value',
      text,
      anchor: 'middle',
      x: Math.max(frame.plot.left + half, Math.min(x + frame.cell.width / 2, frame.plot.right - half)),
      y: fits ? above : y + frame.cell.height + 1.25 * label,
    },
  ];
}
