import type { Scene, Size } from './scene';
import type { ChartTable, TableWords } from './table';
import type { ChartTheme } from './theme';

/** A chart of the page with what it shows now. */
export interface Redraw {
  scene(size: Size, theme: ChartTheme): Scene;
  table(words: TableWords): ChartTable;
}

/** How each chart of the page is drawn, so that a file can hold it at a size and under a theme of its own. */
export const redraws = new WeakMap<SVGSVGElement, Redraw>();
