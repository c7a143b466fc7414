import type { FilterGroup } from '../kit/groups';
import type { PictureMarks } from '../kit/names';

export interface TileLayoutInput {
  readonly groups: readonly FilterGroup[];
  /** Name of every signal vector: `signalNames`. */
  readonly names: readonly string[];
  readonly marks: PictureMarks;
  /** Side of a filter in its own pixels. */
  readonly side: number;
  readonly width: number;
  readonly maxHeight: number;
  /** At most so many filters in a row. */
  readonly columns?: number;
  /** Lets tiles be whole multiples of `side` in device pixels; 1 without it. */
  readonly devicePixelRatio?: number;
  /** Of the labels, pixels; 11 without it. */
  readonly fontSize?: number;
}

/** A square at whole pixels: a filter's image, or that of the signal vector that the filters beside it follow. */
export interface Tile {
  readonly kind: 'filter' | 'signal';
  /** Row of the filter matrix, or of the signal basis. */
  readonly index: number;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

export interface TileLabel {
  readonly text: string;
  readonly x: number;
  /** Of the middle of the text. */
  readonly y: number;
  /** What it says: a signal vector's name, what filters are that follow none, a class. */
  readonly role: 'feature' | 'none' | 'class';
}

export interface TileLayout {
  readonly tiles: readonly Tile[];
  readonly labels: readonly TileLabel[];
  readonly width: number;
  readonly height: number;
  /** Side of a filter's tile, and the distance between two neighbours, in pixels. */
  readonly tileSize: number;
  readonly gap: number;
}

/** Kept free around all tiles, so that a ring around one at the side is not cut off; pixels. */
export const RING_ROOM = 3;

export type TileHit = Pick<Tile, 'kind' | 'index'>;

/** The filter or signal vector at a point; half of the gap around a tile belongs to it, so that moving across them does not flicker. */
export function tileAt({ tiles, gap }: TileLayout, x: number, y: number): TileHit | null {
  const around = gap / 2;
  for (const tile of tiles) {
    const dx = x - tile.x + around,
      dy = y - tile.y + around,
      size = tile.size + gap;
    if (dx >= 0 && dy >= 0 && dx < size && dy < size) return { kind: tile.kind, index: tile.index };
  }
  return null;
}
