import { chart, type Chart, type Drawing } from '../kit/chart';
import { dotted } from '../kit/dashes';
import { BOLD, labelLayer } from '../kit/labels';
import { linePath } from '../kit/line-path';
import { symbolAt } from '../kit/marks';
import { tableNumber } from '../kit/numbers';
import type { Attributes, Layer, Mark } from '../kit/scene';
import type { ChartTable, TableWords } from '../kit/table';
import { textWidth } from '../kit/text-width';
import type { ChartTheme } from '../kit/theme';
import { valueTicks, Y_TICK_GAP } from '../kit/ticks';
import type { CauseCell, CauseLine, CauseMark, CausePlace, CausesData } from './data';
import { causesFrame, placeNear, sampleWidth, type CausesFrame, type CellFrame } from './frame';

/** Small multiples of rank, signal share and test accuracy against noise, each over the curve of the first. */
export const causesChart: Chart<CausesData, CausePlace> = chart({
  frame: causesFrame,
  layers: causesLayers,
  table: causesTable,
  hit: placeNear,
});

const half = 0.5;

type Drawn = Drawing<CausesData, CausesFrame>;

function causesLayers(drawing: Drawn): Layer[] {
  const { theme } = drawing;
  return [
    gridLayer(drawing),
    { name: 'curves', shape: 'path', attributes: { 'stroke-linejoin': 'round' }, marks: curveMarks(drawing) },
    { name: 'marks', shape: 'path', marks: pointMarks(drawing) },
    keyLayer(drawing),
    ...wordLayers(drawing),
    labelLayer(
      drawing.frame.cells.flatMap(({ row, box, title }) =>
        title.map(({ text, y }, line) => ({ key: `${row} ${line}`, text, x: box.left, y, anchor: 'start' as const })),
      ),
      theme,
      () => ({ fill: theme.ink, ...BOLD }),
      { name: 'titles' },
    ),
  ];
}

/** Lines across every plot: ranks, and shares of 0, one half and 1. */
function gridLayer({ frame: { cells, rankTicks }, theme }: Drawn): Layer {
  const marks = cells.flatMap(({ row, upper, rank, share }): Mark[] => {
    const across = (key: string, y: number, stroke = theme.grid): Mark => ({
      key: `${row} ${key}`,
      attributes: { x1: upper.left, x2: upper.right, y1: y, y2: y, stroke },
    });
    return [
      ...rankTicks.map(({ value, text }) => across(`rank ${text}`, rank(value), value === 1 ? theme.muted : undefined)),
      ...(share
        ? [0, half, 1].map((value) => across(`share ${value}`, share(value), value === 0 ? theme.muted : undefined))
        : []),
    ];
  });
  return { name: 'grid', shape: 'line', attributes: { 'stroke-width': theme.lineWidth.grid }, marks };
}

const looks: Readonly<Record<CauseLine, (theme: ChartTheme) => Attributes>> = {
  filters: (theme) => ({ stroke: theme.filters.mark, 'stroke-width': theme.lineWidth.series }),
  data: (theme) => ({ stroke: theme.data.mark, 'stroke-width': 0.6 * theme.lineWidth.series }),
  share: (theme) => ({
    stroke: theme.filters.mark,
    'stroke-width': 0.7 * theme.lineWidth.series,
    'stroke-dasharray': '6 3',
  }),
  test: (theme) => ({ stroke: theme.ink, 'stroke-width': 0.7 * theme.lineWidth.series }),
  usual: (theme) => ({ stroke: theme.muted, 'stroke-width': theme.lineWidth.reference, ...dotted(theme) }),
};

type Read = (point: CauseMark) => number | null;
const reads: Readonly<Record<Exclude<CauseLine, 'usual'>, Read>> = {
  data: ({ data }) => data,
  test: ({ test }) => test,
  share: ({ share }) => share,
  filters: ({ rank }) => rank,
};

/** A line through what is known; what is still to come between is passed over. */
function pathOf({ points }: CauseCell, read: Read, x: CellFrame['x'], y: CellFrame['rank']): string | null {
  const at = points.flatMap((point) => {
    const value = point && read(point);
    return point && value !== null ? [{ x: x(point.x), y: y(value) }] : [];
  });
  return at.length > 1 ? linePath(at) : null;
}

function curveMarks({ data, frame, theme }: Drawn): Mark[] {
  const [usual] = data.cells;
  return frame.cells.flatMap((cell) => {
    const { row } = cell;
    const line = (key: CauseLine, of: CauseCell, read: Read, y: CellFrame['share'], name: string = key): Mark[] => {
      const d = y && pathOf(of, read, cell.x, y);
      return d === null ? [] : [{ key: `${row} ${name}`, attributes: { d, ...looks[key](theme) } }];
    };
    const own = data.cells[row]!;
    return [
      ...(row > 0 && usual
        ? [
            ...line('usual', usual, reads.filters, cell.rank, 'usual rank'),
            ...line('usual', usual, reads.share, cell.share, 'usual share'),
          ]
        : []),
      ...line('data', own, reads.data, cell.rank),
      ...line('test', own, reads.test, cell.share),
      ...line('share', own, reads.share, cell.share),
      ...line('filters', own, reads.filters, cell.rank),
    ];
  });
}

/** Every run of the filters: a square, a hollow diamond where noise has taken the lead. */
function pointMarks({ data, frame, theme }: Drawn): Mark[] {
  const radius = 1.3 * theme.lineWidth.series;
  return frame.cells.flatMap(({ row, x, rank }) =>
    data.cells[row]!.points.flatMap((point, k): Mark[] => {
      if (!point || point.rank === null) return [];
      const noise = point.share !== null && point.share < half;
      const lit = data.highlight?.row === row && data.highlight.column === k;
      const hue = noise ? theme.data.mark : theme.filters.mark;
      return [
        {
          key: `${row} ${k}`,
          attributes: {
            ...symbolAt(
              noise ? 'diamond' : 'square',
              { x: x(point.x), y: rank(point.rank) },
              lit ? 1.8 * radius : radius,
            ),
            fill: noise ? theme.background : hue,
            stroke: noise ? hue : theme.background,
            'stroke-width': noise ? 1.5 : 1,
          },
        },
      ];
    }),
  );
}

function keyLayer({ frame: { key }, theme }: Drawn): Layer {
  const { label } = theme.fontSize;
  return {
    name: 'samples',
    shape: 'path',
    marks: key.map(({ line, left, y }) => ({
      key: line,
      attributes: { d: `M${left},${y - 0.35 * label}h${sampleWidth * label}`, ...looks[line](theme) },
    })),
  };
}

/** Names of lines, numbers of the axes, and what the x axes show. */
function wordLayers({ data, frame, size, theme }: Drawn): Layer[] {
  const { tick, label } = theme.fontSize;
  const names = frame.key.map(({ line, left, y }) => ({
    key: line,
    text: data.names[line],
    x: left + (sampleWidth + 0.4) * label,
    y,
    anchor: 'start' as const,
  }));
  const heights = frame.cells.flatMap(({ row, leads, upper, rank, share }): Mark[] =>
    leads
      ? [
          ...frame.rankTicks.map(({ value, text }) => ({ key: `${row} ${text}`, text, y: rank(value) })),
          ...(share
            ? [0, 1].map((value) => ({ key: `${row} share ${value}`, text: String(value), y: share(value) }))
            : []),
        ].map(({ key, text, y }) => ({ key, text, attributes: { x: upper.left - Y_TICK_GAP, y: y + 0.35 * tick } }))
      : [],
  );
  const places = frame.cells.flatMap(({ row, ends, x, upper, lower }): Mark[] =>
    ends
      ? valueTicks(data.xMax, [], x, upper.right - upper.left, tick).map(({ value, text }) => ({
          key: `${row} ${text}`,
          text,
          attributes: { x: x(value), y: (lower ?? upper).bottom + 1.3 * tick },
        }))
      : [],
  );
  const numbers = (name: string, anchor: string, marks: readonly Mark[]): Layer => ({
    name,
    shape: 'text',
    attributes: { 'font-size': tick, 'text-anchor': anchor, fill: theme.muted },
    marks,
  });
  const title = { key: 0, text: data.xLabel, attributes: { x: size.width / 2, y: frame.titleY } };
  const left = frame.cells.length < data.cells.length ? data.some(frame.cells.length, data.cells.length) : '';
  const room = (size.width - textWidth(data.xLabel, tick)) / 2;
  return [
    labelLayer(names, theme, () => ({ fill: theme.ink }), { name: 'key' }),
    numbers('y-ticks', 'end', heights),
    numbers('x-ticks', 'middle', places),
    numbers('title', 'middle', room >= 0 ? [title] : []),
    ...(left && textWidth(left, tick) + tick <= room
      ? [numbers('some', 'start', [{ key: 0, text: left, attributes: { x: 0, y: frame.titleY } }])]
      : []),
  ];
}

/** A row for each run that was made. */
function causesTable({ cells, names }: CausesData, words: TableWords): ChartTable {
  return {
    head: [words.line, words.ratio, names.filters, names.data, names.share, names.test],
    rows: cells.flatMap(({ title, points }) =>
      points.flatMap((point) =>
        point
          ? [[title, ...[point.x, point.rank, point.data, point.share, point.test].map((value) => tableNumber(value))]]
          : [],
      ),
    ),
  };
}
