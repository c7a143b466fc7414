import type { TableWords } from '../../src/charts/kit/table';
import { blankSheet, type Look } from '../../src/slides/blank';
import { slideSizes, type SlideSizeName } from '../../src/slides/sizes';
import type { PlacedScene, Sheet } from '../../src/slides/sheet';
import type { DrawnChart } from '../../src/ui/drawn';

export interface SheetOptions {
  readonly size: SlideSizeName;
  readonly look: Look;
  /** Over the figure; null for none. */
  readonly title: string | null;
  readonly tables: TableWords;
}

/** A width and a screen at which panels say how high their charts are beside each other. */
const width = 640,
  screen = 800;

/** Charts under each other, in the proportions of the page; two of one height beside each other where there is width. */
export function layOut(charts: readonly DrawnChart[], { size: name, look, title, tables }: SheetOptions): Sheet {
  const size = slideSizes[name];
  const { theme, margin, inner, top, texts } = blankSheet(size, look, title);
  const gap = 1.2 * theme.fontSize.label;
  const heights = charts.map(({ height }) => height(width, screen));
  const beside = charts.length === 2 && heights[0] === heights[1] && size.width > 1.2 * size.height;
  const columns = beside ? 2 : 1,
    rows = charts.length / columns;
  const room = size.height - margin - top - gap * (rows - 1);
  const all = heights.filter((_, i) => i % columns === 0).reduce((sum, one) => sum + one, 0);
  let y = top;
  const scenes = charts.map((chart, i): PlacedScene => {
    const box = { width: (inner - gap * (columns - 1)) / columns, height: (room * heights[i]!) / all };
    const place = { x: margin + (i % columns) * (box.width + gap), y };
    if (i % columns === columns - 1) y += box.height + gap;
    return { ...place, scene: chart.scene(box, theme), table: chart.table(tables) };
  });
  return {
    size,
    theme,
    transparent: look === 'transparent',
    title: title ?? scenes[0]!.scene.name,
    description: scenes.map(({ scene }) => scene.description).join(' '),
    scenes,
    pictures: [],
    texts,
  };
}
