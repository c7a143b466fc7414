import type { FilterGroup } from '../kit/groups';
import { tileSizes } from './sizes';
import { RING_ROOM, type Tile, type TileLabel, type TileLayout, type TileLayoutInput } from './tile';

/** Columns that there are at least, where there is so much to show. */
const FEWEST = 6;
const NEAREST = 8;
/** From one column to the next, in tiles. */
const FURTHEST = 1.6;
/** Between a signal vector and the filter below it. */
const BETWEEN = 5;

interface Column {
  readonly feature: FilterGroup['feature'];
  /** Above each other: one below its signal vector, two where they follow none. */
  readonly filters: readonly number[];
}

/** Signal vectors side by side, each above the filter that follows it most closely; of filters that follow none as many columns as is their share. As high as allowed, whatever there is to show. */
export function pairsLayout(input: TileLayoutInput): TileLayout {
  const { groups, names, marks, width, maxHeight, fontSize = 11 } = input;
  const below = RING_ROOM + Math.ceil(1.35 * fontSize);
  const sizes = tileSizes(input.side, input.devicePixelRatio).filter(({ tile, signal }) => tile === signal);
  const fit = (tile: number) => Math.floor((width - 2 * RING_ROOM + NEAREST) / (tile + NEAREST));
  const { tile } =
    sizes.find((size) => below + 2 * size.tile + BETWEEN + RING_ROOM <= maxHeight && fit(size.tile) >= FEWEST) ??
    sizes.at(-1)!;
  const shown = columnsOf(groups, Math.max(1, fit(tile)));
  // Evenly over the width, as far as the fewest columns are apart.
  const pitch = Math.min(
    Math.floor(FURTHEST * tile),
    Math.floor((width - 2 * RING_ROOM - tile) / (Math.max(FEWEST, shown.length) - 1)),
  );
  const tiles: Tile[] = [],
    labels: TileLabel[] = [];
  shown.forEach(({ feature, filters }, i) => {
    const x = RING_ROOM + i * pitch;
    const at = (row: number) => ({ x, y: below + row * (tile + BETWEEN), size: tile });
    const follows = typeof feature === 'number';
    if (follows) tiles.push({ kind: 'signal', index: feature, ...at(0) });
    filters.slice(0, follows ? 1 : 2).forEach((index, row) => {
      tiles.push({ kind: 'filter', index, ...at(follows ? 1 : row) });
    });
    const before = shown[i - 1]?.feature;
    if (follows || before !== feature)
      labels.push({
        text: follows ? names[feature]! : marks[feature],
        x,
        y: 0.7 * fontSize,
        role: follows ? 'feature' : 'none',
      });
  });
  return { tiles, labels, width, height: maxHeight, tileSize: tile, gap: BETWEEN };
}

/** At most `most` columns. */
function columnsOf(groups: readonly FilterGroup[], most: number): Column[] {
  const following = merged(groups);
  const none = (kind: 'noise' | 'idle') =>
    groups.filter(({ feature }) => feature === kind).flatMap(({ filters }) => filters);
  const noise = none('noise');
  const all = noise.length + following.reduce((sum, { filters }) => sum + filters.length, 0);
  const forNoise = all > 0 ? Math.round((Math.min(most, FEWEST) * noise.length) / all) : 0;
  const columns = following.slice(0, most - forNoise);
  const rest: Column[] = [
    ...pairs(noise).map((filters) => ({ feature: 'noise' as const, filters })),
    ...pairs(none('idle')).map((filters) => ({ feature: 'idle' as const, filters })),
  ];
  return [...columns, ...rest.slice(0, Math.max(forNoise, Math.min(most, FEWEST) - columns.length))];
}

function pairs(filters: readonly number[]): number[][] {
  return Array.from({ length: Math.ceil(filters.length / 2) }, (_, i) => filters.slice(2 * i, 2 * i + 2));
}

/** Both classes' followers of one signal vector, in the order of the vectors; the class whose own it is comes first, as it lists it earlier. */
function merged(groups: readonly FilterGroup[]): Column[] {
  const found = new Map<number, { place: number; filters: number[] }>();
  for (const sign of [1, -1] as const) {
    groups
      .filter(({ classSign }) => classSign === sign)
      .forEach(({ feature, filters }, place) => {
        if (typeof feature !== 'number') return;
        const known = found.get(feature);
        if (!known) found.set(feature, { place, filters: [...filters] });
        else if (place < known.place) found.set(feature, { place, filters: [...filters, ...known.filters] });
        else known.filters.push(...filters);
      });
  }
  return [...found].toSorted(([a], [b]) => a - b).map(([feature, { filters }]) => ({ feature, filters }));
}
