import type { TableWords } from '../../src/charts/kit/table';
import { lightTheme } from '../../src/charts/kit/theme';
import { blankSheet, type Look } from '../../src/slides/blank';
import { slideSizes, type SlideSize, type SlideSizeName } from '../../src/slides/sizes';
import type { PlacedScene, Sheet } from '../../src/slides/sheet';
import type { DrawnChart } from '../../src/ui/drawn';

export interface SheetOptions {
  readonly size: SlideSizeName;
  readonly look: Look;
  /** Over the figure; null for none. */
  readonly title: string | null;
  readonly tables: TableWords;
}

/** The height of a screen at which panels say how high their charts are. */
const screen = 800;

/**
 * Charts under each other, in the proportions of the page; two of one height beside each other where there is width. A sheet
 * of paper is as high as they are on a page whose type is as large beside them, where that is more than its own height.
 */
export function layOut(charts: readonly DrawnChart[], { size: name, look, title, tables }: SheetOptions): Sheet {
  const own: SlideSize = slideSizes[name];
  const { theme, margin, inner, top, texts } = blankSheet(own, look, title);
  const gap = 1.2 * theme.fontSize.label;
  const unit = theme.fontSize.label / lightTheme.fontSize.label;
  const heights = charts.map(({ height }) => height(inner / unit, screen));
  const beside = charts.length === 2 && heights[0] === heights[1] && own.width > 1.2 * own.height;
  const columns = beside ? 2 : 1,
    rows = charts.length / columns;
  const all = heights.filter((_, i) => i % columns === 0).reduce((sum, one) => sum + one, 0);
  const around = margin + top + gap * (rows - 1);
  const size = { ...own, height: Math.max(own.height, Math.min(own.most ?? 0, Math.round(around + unit * all))) };
  const room = size.height - around;
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
