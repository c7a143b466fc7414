import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FilterGroup } from '../kit/groups';
import { signalNames } from '../kit/names';
import { marks } from '../testing';
import { tileLayout } from './layout';
import { pairsLayout } from './pairs-layout';
import { smallestTile } from './sizes';
import { tileAt, type Tile, type TileLayoutInput } from './tile';

/** Groups of m filters a class on 2K features, as `followed` sorts them: by a seeded hash, some following none. */
function groupsOf(m: number, k: number, noise: number): FilterGroup[] {
  return ([1, -1] as const).flatMap((classSign, c) => {
    const members = Array.from({ length: k }, (): number[] => []),
      none: number[] = [];
    for (let i = 0; i < m; i++) {
      const dice = (((c * m + i) * 2654435761) % 4294967296) / 4294967296;
      (dice < noise ? none : members[Math.floor(dice * 7919) % k]!).push(c * m + i);
    }
    const following = members.map((filters, i) => ({ classSign, feature: 2 * i + c, filters }));
    return none.length > 0 ? [...following, { classSign, feature: 'noise' as const, filters: none }] : following;
  });
}
const input = (m: number, k: number, rest: Partial<TileLayoutInput> = {}, noise = 0.5): TileLayoutInput => ({
  groups: groupsOf(m, k, noise),
  names: signalNames(2 * k),
  marks,
  side: 8,
  width: 1100,
  maxHeight: 360,
  ...rest,
});

const filtersOf = (tiles: readonly Tile[]) => tiles.filter(({ kind }) => kind === 'filter').map(({ index }) => index);

function overlaps(tiles: readonly Tile[]): boolean {
  const sorted = tiles.toSorted((a, b) => a.y - b.y);
  return sorted.some((a, i) => {
    for (let j = i + 1; j < sorted.length && sorted[j]!.y < a.y + a.size; j++) {
      const b = sorted[j]!;
      if (a.x < b.x + b.size && b.x < a.x + a.size) return true;
    }
    return false;
  });
}

const anyInput = fc
  .record({
    m: fc.integer({ min: 1, max: 200 }),
    k: fc.integer({ min: 1, max: 16 }),
    side: fc.constantFrom(2, 5, 8, 14, 28),
    width: fc.integer({ min: 320, max: 1300 }),
    maxHeight: fc.integer({ min: 120, max: 900 }),
    noise: fc.constantFrom(0, 0.5, 1),
    devicePixelRatio: fc.constantFrom(1, 1.25, 2, 3),
  })
  .map(({ m, k, noise, ...rest }) => ({ m, input: input(m, k, rest, noise) }));

describe('tiles of all filters', () => {
  it('hold every filter once, at whole pixels, apart from each other and inside the width, and fit into the height while they can be smaller', () => {
    fc.assert(
      fc.property(anyInput, ({ m, input }) => {
        const { tiles, height, tileSize } = tileLayout(input);
        expect(filtersOf(tiles).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 2 * m }, (_, i) => i));
        expect(overlaps(tiles)).toBe(false);
        for (const { x, y, size } of tiles) {
          expect([x, y, size].every(Number.isInteger)).toBe(true);
          expect(x >= 0 && y >= 0 && x + size <= input.width && y + size <= height).toBe(true);
        }
        expect(tileSize).toBeGreaterThanOrEqual(smallestTile);
        if (tileSize > smallestTile) expect(height).toBeLessThanOrEqual(input.maxHeight);
      }),
      { seed: 11, numRuns: 60 },
    );
  });

  it('are whole multiples of a filter’s side on the device', () => {
    expect(tileLayout(input(64, 3)).tileSize % 8).toBe(0);
    expect((2 * tileLayout(input(64, 3, { devicePixelRatio: 2, maxHeight: 250 })).tileSize) % 8).toBe(0);
  });

  it('stand class beside class when wide and class under class when narrow', () => {
    const wide = tileLayout(input(64, 3)),
      narrow = tileLayout(input(64, 3, { width: 340 }));
    const first = (tiles: readonly Tile[], from: number, to: number) =>
      tiles.find(({ kind, index }) => kind === 'filter' && index >= from && index < to)!;
    expect(first(wide.tiles, 64, 128).x).toBeGreaterThan(550);
    expect(first(narrow.tiles, 64, 128).x).toBe(first(narrow.tiles, 0, 64).x);
    expect(first(narrow.tiles, 64, 128).y).toBeGreaterThan(
      Math.max(...narrow.tiles.filter(({ kind, index }) => kind === 'filter' && index < 64).map(({ y }) => y)),
    );
  });

  it('name every signal vector and the filters that follow none', () => {
    expect(tileLayout(input(64, 2)).labels.map(({ text }) => text)).toEqual([
      'class +1',
      'u₁',
      'u₂',
      'noise',
      'class −1',
      'v₁',
      'v₂',
      'noise',
    ]);
  });

  it('are found under the pointer, gaps included', () => {
    const layout = tileLayout(input(64, 3));
    for (const { kind, index, x, y, size } of layout.tiles)
      expect(tileAt(layout, x + size / 2, y + size / 2)).toEqual({ kind, index });
    const { x, y, index } = layout.tiles.find(({ kind }) => kind === 'filter')!;
    expect(tileAt(layout, x - 1, y + 1)).toEqual({ kind: 'filter', index });
    expect(tileAt(layout, -5, -5)).toBeNull();
  });
});

describe('pairs of a signal vector and a filter', () => {
  const pairs = (m: number, k: number, rest: Partial<TileLayoutInput> = {}, noise = 0) =>
    pairsLayout(input(m, k, { width: 316, maxHeight: 108, ...rest }, noise));

  it.each([
    [64, 3, 0],
    [512, 16, 0.5],
    [1, 1, 0],
    [64, 3, 1],
  ])('fit, and are as high whatever there is: m = %d, K = %d, noise %d', (m, k, noise) => {
    for (const width of [160, 316, 600]) {
      const { tiles, height } = pairs(m, k, { width }, noise);
      expect(height).toBe(108);
      expect(overlaps(tiles)).toBe(false);
      expect(Math.max(...tiles.map(({ x, size }) => x + size))).toBeLessThanOrEqual(width);
      expect(Math.max(...tiles.map(({ y, size }) => y + size))).toBeLessThanOrEqual(108);
    }
  });

  it('are six of the default experiment, in whole multiples of the filters’ pixels', () => {
    const { tiles, labels, tileSize } = pairs(64, 3);
    expect(tiles.filter(({ kind }) => kind === 'signal').map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(filtersOf(tiles)).toHaveLength(6);
    expect(labels.map(({ text }) => text)).toEqual(['u₁', 'v₁', 'u₂', 'v₂', 'u₃', 'v₃']);
    expect(tileSize % 8).toBe(0);
    for (const { kind, x, y } of tiles)
      if (kind === 'filter')
        expect(tiles.some((other) => other.kind === 'signal' && other.x === x && other.y < y)).toBe(true);
  });

  it('have beside them as many columns of noise as is its share, and idle ones where there is room', () => {
    const noisy = pairs(64, 3, {}, 0.5);
    expect(noisy.tiles.filter(({ kind }) => kind === 'signal')).toHaveLength(3);
    expect(noisy.labels.at(-1)!.text).toBe(marks.noise);
    expect(pairs(64, 3, {}, 1).tiles.some(({ kind }) => kind === 'signal')).toBe(false);
    const groups: FilterGroup[] = [
      { classSign: 1, feature: 0, filters: [0] },
      { classSign: 1, feature: 'idle', filters: [1] },
    ];
    expect(pairs(2, 1, { groups }).labels.map(({ text }) => text)).toEqual(['u₁', marks.idle]);
  });

  it('show the follower of a signal vector’s own class first', () => {
    const groups: FilterGroup[] = [
      { classSign: 1, feature: 0, filters: [0] },
      { classSign: 1, feature: 1, filters: [1] },
      { classSign: -1, feature: 1, filters: [3] },
      { classSign: -1, feature: 0, filters: [2] },
    ];
    expect(filtersOf(pairs(2, 1, { groups }).tiles)).toEqual([0, 3]);
  });
});
