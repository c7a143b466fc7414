import { textWidth } from '../../charts/kit/text-width';
import type { FilterGroup } from '../kit/groups';
import { nameWidth, noneWidth } from '../kit/names';
import { tileSizes, type TileSizes } from './sizes';
import { RING_ROOM, type Tile, type TileLabel, type TileLayout, type TileLayoutInput } from './tile';

const SPLIT = 6;
const BETWEEN_COLUMNS = 12;
/** Rows are never nearer than this, and never further apart than they need be to be told apart. */
const NEAREST = 3,
  FURTHEST = 12;

/** What is tried in turn: columns of signal vectors, filters that each row must have room for, size of their tiles. */
const attempts = [
  { columns: 1, least: 4, smallest: 16 },
  { columns: 1, least: 3, smallest: 16 },
  { columns: 1, least: 4, smallest: 8 },
  { columns: 2, least: 2, smallest: 0 },
  { columns: 2, least: 0, smallest: 0 },
] as const;

interface Row {
  readonly feature: FilterGroup['feature'];
  readonly filters: readonly number[];
}

/** One row per signal vector with as many filters as fit in and the number of the others, in one or two columns. */
export function compactLayout(input: TileLayoutInput): TileLayout {
  const rows = mergedRows(input.groups);
  const others = (['noise', 'idle'] as const).flatMap((kind): Row[] => {
    const filters = input.groups.filter(({ feature }) => feature === kind).flatMap((group) => group.filters);
    return filters.length > 0 ? [{ feature: kind, filters }] : [];
  });
  const sizes = tileSizes(input.side, input.devicePixelRatio);
  for (const { columns, least, smallest } of attempts) {
    for (const candidate of sizes) {
      if (candidate.tile < smallest) break;
      const layout = place(input, rows, others, candidate, columns);
      if (layout.perRow >= least && layout.height <= input.maxHeight) return layout;
    }
  }
  return place(input, rows, others, sizes.at(-1)!, 2);
}

function place(
  input: TileLayoutInput,
  rows: readonly Row[],
  others: readonly Row[],
  sizes: TileSizes,
  columns: 1 | 2,
): TileLayout & { readonly perRow: number } {
  const { names, marks, width, maxHeight, fontSize = 11 } = input;
  const { tile, signal, gap } = sizes;
  const pitch = tile + gap;
  const name = nameWidth(names, fontSize),
    start = name + signal + SPLIT;
  const most = Math.max(...rows.map(({ filters }) => filters.length), 0);
  const column = Math.floor((width - (columns - 1) * BETWEEN_COLUMNS) / columns);
  const fit = (room: number, count: number) => {
    const all = Math.floor((room - RING_ROOM + gap) / pitch);
    return count <= all ? count : Math.max(0, Math.floor((room - moreWidth(count, fontSize)) / pitch));
  };
  const perRow = Math.min(input.columns ?? Infinity, fit(column - start, Infinity));

  const perColumn = Math.ceil(rows.length / columns),
    lines = perColumn + others.length;
  const rowHeight = Math.max(signal, fontSize);
  const free = (maxHeight - 2 * RING_ROOM - lines * rowHeight) / Math.max(1, lines - 1);
  const step = rowHeight + Math.max(NEAREST, Math.min(FURTHEST, Math.floor(free)));

  const tiles: Tile[] = [],
    labels: TileLabel[] = [];
  const placeRow = ({ feature, filters }: Row, x: number, y: number, from: number, room: number) => {
    const middle = y + rowHeight / 2;
    const shown = Math.min(input.columns ?? Infinity, fit(room - from, filters.length));
    if (typeof feature === 'number')
      tiles.push({
        kind: 'signal',
        index: feature,
        x: x + name,
        y: y + Math.floor((rowHeight - signal) / 2),
        size: signal,
      });
    labels.push(
      typeof feature !== 'number'
        ? { text: marks[feature], x, y: middle, role: 'none' }
        : { text: names[feature]!, x, y: middle, role: 'feature' },
    );
    const top = y + Math.floor((rowHeight - tile) / 2);
    filters
      .slice(0, shown)
      .forEach((index, i) => tiles.push({ kind: 'filter', index, x: x + from + i * pitch, y: top, size: tile }));
    if (filters.length > shown)
      labels.push({ text: `+${filters.length - shown}`, x: x + from + shown * pitch + 2, y: middle, role: 'more' });
  };
  rows.forEach((row, i) =>
    placeRow(
      row,
      Math.floor(i / perColumn) * (column + BETWEEN_COLUMNS),
      RING_ROOM + (i % perColumn) * step,
      start,
      column,
    ),
  );
  const othersStart = Math.max(start, noneWidth(marks, fontSize) + SPLIT);
  others.forEach((row, i) => placeRow(row, 0, RING_ROOM + (perColumn + i) * step, othersStart, width));
  return {
    tiles,
    labels,
    width,
    height: 2 * RING_ROOM + Math.max(0, lines * step - (step - rowHeight)),
    tileSize: tile,
    gap,
    perRow: most === 0 ? Infinity : perRow,
  };
}

/** Both classes' followers of one signal vector as one row, in the place that it has in the class that lists it earlier: its own. */
function mergedRows(groups: readonly FilterGroup[]): Row[] {
  const rows = new Map<number, { place: number; filters: number[] }>();
  for (const [c, sign] of ([1, -1] as const).entries()) {
    groups
      .filter(({ classSign }) => classSign === sign)
      .forEach(({ feature, filters }, i) => {
        if (typeof feature !== 'number') return;
        const place = c * groups.length + i,
          known = rows.get(feature);
        if (!known) rows.set(feature, { place, filters: [...filters] });
        else if (i < known.place) rows.set(feature, { place, filters: [...filters, ...known.filters] });
        else known.filters.push(...filters);
      });
  }
  return [...rows]
    .toSorted(([, a], [, b]) => a.place - b.place)
    .map(([feature, { filters }]) => ({ feature, filters }));
}

function moreWidth(count: number, fontSize: number): number {
  return Math.ceil(textWidth(Number.isFinite(count) ? `+${count}` : '+99', fontSize)) + 4;
}
