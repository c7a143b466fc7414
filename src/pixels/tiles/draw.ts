import type { ChartTheme } from '../../charts/kit/theme';
import { fadedGreys, packed, parseColour } from '../kit/colour';
import { fillBox, largestMagnitude, paintTile } from '../kit/grey';
import type { Picture } from '../kit/picture';
import { openSurface, type CanvasSize, type Surface } from '../kit/surface';
import { filterStrength } from './strength';
import { tileAt, type Tile, type TileHit, type TileLabel, type TileLayout } from './tile';

export interface TilesData {
  readonly layout: TileLayout;
  /** [2m × d], row-major. */
  readonly filters: Float64Array | Float32Array;
  /** Orthonormal signal vectors, [r × d]. */
  readonly signal: Float64Array | Float32Array;
  /** d = channels · side². */
  readonly side: number;
  /** Grey, or planes of red, green and blue; grey without it. */
  readonly channels?: 1 | 3 | undefined;
  readonly selected?: TileHit | undefined;
  readonly hovered?: TileHit | undefined;
  /** Whether names and counts are written; true without it. */
  readonly labels?: boolean | undefined;
}

/** Filters and the signal vectors that they follow; a pointer finds one of either. */
export const tilesPicture: Picture<TilesData, TileHit> = {
  draw: drawTiles,
  hit: ({ x, y }, { layout }) => tileAt(layout, x, y),
};

/**
 * Paints filters and signal vectors as small images, grey or in colour, each at its own contrast: zero mid grey, positive lighter,
 * negative darker. Filters much shorter than the longest are pale.
 */
function drawTiles(
  canvas: HTMLCanvasElement,
  data: TilesData,
  size: CanvasSize,
  theme: ChartTheme,
  devicePixelRatio: number,
): void {
  const surface = openSurface(canvas, size, theme, devicePixelRatio);
  if (!surface) return;
  const { layout, filters, signal, side, channels = 1 } = data;
  const dimension = channels * side * side;
  const { scales, opacity } = filterStrength(filters, dimension);
  const greys = fadedGreys(theme.background);
  // Without an edge, what is white or black in a tile is lost in a white or black page, and a tile looks smaller than it is.
  const edge = packed(parseColour(theme.grid));
  for (const { kind, index, x, y, size } of layout.tiles) {
    const all = kind === 'filter' ? filters : signal;
    const values = all.subarray(index * dimension, (index + 1) * dimension);
    if (values.length < dimension) continue;
    const box = surface.box(x, y, size, size);
    const paint = (scale: number, shades?: Uint32Array) =>
      paintTile(surface.image, box.x, box.y, box.width, values, side, scale, shades, channels);
    if (kind === 'signal') paint(largestMagnitude(values));
    else {
      if (layout.gap > 2 && opacity[index] === 1)
        fillBox(surface.image, { x: box.x - 1, y: box.y - 1, width: box.width + 2, height: box.height + 2 }, edge);
      paint(scales[index]!, greys(opacity[index]!));
    }
  }
  surface.show();
  const { context } = surface;
  for (const tile of layout.tiles) if (tile.kind === 'signal') frame(context, tile, theme.muted, 1);
  if (data.labels ?? true) drawLabels(surface, layout.labels, theme);
  ring(context, find(layout, data.hovered), theme.ink, theme);
  ring(context, find(layout, data.selected), theme.filters.mark, theme);
}

function find({ tiles }: TileLayout, hit: TileHit | undefined): Tile | undefined {
  return hit && tiles.find(({ kind, index }) => kind === hit.kind && index === hit.index);
}

/** A line just outside a tile. */
function frame(context: CanvasRenderingContext2D, { x, y, size }: Tile, colour: string, width: number): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.strokeRect(x - width / 2, y - width / 2, size + width, size + width);
}

/** A line that stands out from light and dark tiles alike, as background closes it on its outer side. */
function ring(context: CanvasRenderingContext2D, tile: Tile | undefined, colour: string, theme: ChartTheme): void {
  if (!tile) return;
  frame(context, tile, theme.background, 4);
  frame(context, tile, colour, 2);
}

function drawLabels(surface: Surface, labels: readonly TileLabel[], { ink, muted, ...theme }: ChartTheme): void {
  const { fontFamily } = theme,
    fontSize = theme.fontSize.tick;
  // Larger type than the page has, on a slide, stays within the picture.
  const least = (fontSize - 1) / 2;
  for (const { text, x, y, role } of labels)
    surface.write(text, x, Math.max(y, least) + 0.5, { fontFamily, fontSize, fill: role === 'feature' ? ink : muted });
}
