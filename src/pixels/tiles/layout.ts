import type { FilterGroup } from '../kit/groups';
import { nameWidth, noneWidth } from '../kit/names';
import { tileSizes, type TileSizes } from './sizes';
import { RING_ROOM, type Tile, type TileLabel, type TileLayout, type TileLayoutInput } from './tile';

/** From this width the two classes stand side by side. */
const WIDE = 700;
const BETWEEN_CLASSES = 32,
  BETWEEN_STACKED = 16;
/** Between a signal vector and the filters that follow it. */
const SPLIT = 10;

/** From this size of tile down, more than a few signal vectors of a class may stand in several columns, each at least so wide. */
const SMALL_TILE = 16,
  FEW = 6,
  NARROWEST_COLUMN = 150,
  BETWEEN_COLUMNS = 20;

/** Where every filter stands: by the signal vector that it follows, class by class, in the largest tiles that fit into `maxHeight`. */
export function tileLayout(input: TileLayoutInput): TileLayout {
  const sizes = tileSizes(input.side, input.devicePixelRatio);
  let last: TileLayout | undefined;
  const many = input.groups.length > 2 * FEW;
  const mostColumns = Math.max(
    1,
    Math.floor((classWidth(input) + BETWEEN_COLUMNS) / (NARROWEST_COLUMN + BETWEEN_COLUMNS)),
  );
  for (const candidate of sizes) {
    for (let columns = 1; columns <= (many && candidate.tile <= SMALL_TILE ? mostColumns : 1); columns++) {
      const layout = fullLayout(input, candidate, columns);
      if (layout.height <= input.maxHeight) return layout;
      if (!last || layout.height < last.height || layout.tileSize < last.tileSize) last = layout;
    }
  }
  return last!;
}

function classWidth({ width }: TileLayoutInput): number {
  return width >= WIDE ? Math.floor((width - BETWEEN_CLASSES) / 2) : width;
}

function fullLayout(input: TileLayoutInput, sizes: TileSizes, columns: number): TileLayout {
  const { groups, width } = input;
  const wide = width >= WIDE,
    each = classWidth(input);
  const tiles: Tile[] = [],
    labels: TileLabel[] = [];
  let height = 0;
  ([1, -1] as const).forEach((sign, i) => {
    const members = groups.filter(({ classSign }) => classSign === sign);
    if (members.length === 0) return;
    const x = wide && i === 1 ? width - each : 0;
    const y = wide || height === 0 ? 0 : height + BETWEEN_STACKED;
    height = Math.max(height, placeClass(members, x, y, each, columns, input, sizes, tiles, labels));
  });
  return { tiles, labels, width, height: height + RING_ROOM, tileSize: sizes.tile, gap: sizes.gap };
}

/** Places the groups of one class, those that follow something in columns, and returns where they end. */
function placeClass(
  groups: readonly FilterGroup[],
  x: number,
  top: number,
  width: number,
  columns: number,
  input: TileLayoutInput,
  sizes: TileSizes,
  tiles: Tile[],
  labels: TileLabel[],
): number {
  const { fontSize = 11 } = input;
  labels.push({
    text: groups[0]!.classSign === 1 ? input.marks.plus : input.marks.minus,
    x,
    y: top + Math.round(fontSize / 2),
    role: 'class',
  });
  const first = top + Math.round(1.8 * fontSize),
    between = Math.max(4, Math.round(sizes.tile / 4));
  const following = groups.filter(({ feature }) => typeof feature === 'number');
  const perColumn = Math.max(1, Math.ceil(following.length / columns));
  const column = Math.floor((width - (columns - 1) * BETWEEN_COLUMNS) / columns);
  let end = first;
  for (let c = 0; c < columns; c++) {
    let y = first;
    for (const group of following.slice(c * perColumn, (c + 1) * perColumn)) {
      y = placeGroup(group, x + c * (column + BETWEEN_COLUMNS), y, column, input, sizes, tiles, labels) + between;
    }
    end = Math.max(end, y);
  }
  for (const group of groups)
    if (typeof group.feature !== 'number')
      end = placeGroup(group, x, end, width, input, sizes, tiles, labels) + between;
  return end - between;
}

function placeGroup(
  { feature, filters }: FilterGroup,
  x: number,
  y: number,
  width: number,
  input: TileLayoutInput,
  { tile, signal, gap }: TileSizes,
  tiles: Tile[],
  labels: TileLabel[],
): number {
  const { names, marks, fontSize = 11, columns: hint = Infinity } = input;
  const pitch = tile + gap,
    name = nameWidth(names, fontSize);
  const start = Math.max(name + signal, noneWidth(marks, fontSize)) + SPLIT;
  const perRow = Math.max(1, Math.min(hint, Math.floor((width - RING_ROOM - start + gap) / pitch)));
  const rows = Math.ceil(filters.length / perRow);
  const head = Math.max(fontSize, typeof feature === 'number' ? signal : tile);
  // A single row stands level with the middle of its signal vector, several rows with its top.
  const first = y + (rows === 1 ? Math.floor((head - tile) / 2) : 0);
  filters.forEach((index, i) =>
    tiles.push({
      kind: 'filter',
      index,
      x: x + start + (i % perRow) * pitch,
      y: first + Math.floor(i / perRow) * pitch,
      size: tile,
    }),
  );
  if (typeof feature !== 'number') labels.push({ text: marks[feature], x, y: y + head / 2, role: 'none' });
  else {
    tiles.push({ kind: 'signal', index: feature, x: x + name, y: y + Math.floor((head - signal) / 2), size: signal });
    labels.push({ text: names[feature]!, x, y: y + head / 2, role: 'feature' });
  }
  return y + Math.max(head, rows * pitch - gap);
}
