import type { CollapseData } from './collapse-data';
import { collapseScene } from './collapse-scene';
import { renderScene } from './render-scene';
import type { Size } from './scene';
import type { ChartTheme } from './theme';

export type { CollapseData, CollapseSeries } from './collapse-data';
export { collapsePointAt } from './collapse-frame';

/** Draws rows of a map against σ/σ* into `svg`; called again, it changes what is there. */
export function drawCollapse(svg: SVGSVGElement, data: CollapseData, size: Size, theme: ChartTheme): void {
  renderScene(svg, collapseScene(data, size, theme));
}
