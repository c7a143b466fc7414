import { textWidth } from '../charts/text-width';
import { compactLayout } from './compact-layout';
import { nameWidth } from './name-width';
import type { Tile, TileGroup, TileLabel, TileLayout, TileLayoutInput } from './tile';
import { tileSizes, type TileSizes } from './tile-sizes';

export { tileAt, type Tile, type TileGroup, type TileHit, type TileLabel, type TileLayout, type TileLayoutInput } from './tile';

/** From this width the two classes stand side by side. */
const WIDE = 700;
const BETWEEN_CLASSES = 32;
/** Between a signal vector and the filters that follow it. */
const SPLIT = 10;

/** Where every filter stands: by the signal vector that it follows, class by class, in the largest tiles that fit into `maxHeight`. */
export function tileLayout(input: TileLayoutInput): TileLayout {
  if (input.compact) return compactLayout(input);
  const sizes = tileSizes(input.side, input.devicePixelRatio);
  let layout = fullLayout(input, sizes[0]!);
  for (const candidate of sizes.slice(1)) {
    if (layout.height <= input.maxHeight) break;
    layout = fullLayout(input, candidate);
  }
  return layout;
}

function fullLayout(input: TileLayoutInput, sizes: TileSizes): TileLayout {
  const { groups, width } = input;
  const classes = ([1, -1] as const).map((sign) => groups.filter(({ classSign }) => classSign === sign));
  const wide = width >= WIDE;
  const half = wide ? Math.floor((width - BETWEEN_CLASSES) / 2) : width;
  const tiles: Tile[] = [], labels: TileLabel[] = [];
  let height = 0;
  classes.forEach((members, i) => {
    if (members.length === 0) return;
    const x = wide && i === 1 ? width - half : 0;
    const y = wide || height === 0 ? 0 : height + 16;
    height = Math.max(height, placeClass(members, x, y, half, input, sizes, tiles, labels));
  });
  return { tiles, labels, width, height, tileSize: sizes.tile, gap: sizes.gap };
}

/** Places the groups of one class under each other, and returns where they end. */
function placeClass(groups: readonly TileGroup[], x: number, top: number, width: number, input: TileLayoutInput, sizes: TileSizes, tiles: Tile[], labels: TileLabel[]): number {
  const { names, fontSize = 11, columns = Infinity } = input;
  const { tile, signal, gap } = sizes;
  const pitch = tile + gap;
  const name = nameWidth(names, fontSize);
  const start = Math.max(name + signal, Math.ceil(textWidth('noise', fontSize))) + SPLIT;
  const perRow = Math.max(1, Math.min(columns, Math.floor((width - start + gap) / pitch)));
  const between = Math.max(4, Math.round(tile / 4));
  labels.push({ text: groups[0]!.classSign === 1 ? 'class +1' : 'class −1', x, y: top + Math.round(fontSize / 2), role: 'class' });
  let y = top + Math.round(1.8 * fontSize);
  for (const { feature, filters } of groups) {
    const rows = Math.ceil(filters.length / perRow);
    const head = feature === null ? tile : signal;
    // A single row stands level with the middle of its signal vector, several rows with its top.
    const first = y + (rows === 1 ? Math.floor((Math.max(head, fontSize) - tile) / 2) : 0);
    filters.forEach((index, i) => tiles.push({ kind: 'filter', index, x: x + start + (i % perRow) * pitch, y: first + Math.floor(i / perRow) * pitch, size: tile }));
    if (feature === null) labels.push({ text: 'noise', x, y: first + tile / 2, role: 'noise' });
    else {
      const signalY = y + Math.max(0, Math.floor((fontSize - signal) / 2));
      tiles.push({ kind: 'signal', index: feature, x: x + name, y: signalY, size: signal });
      labels.push({ text: names[feature]!, x, y: signalY + signal / 2, role: 'feature' });
    }
    y += Math.max(fontSize, head, rows * pitch - gap) + between;
  }
  return y - between;
}
