import type { CollapseData } from './data';
import { collapseScene } from './scene';
import { renderScene } from '../kit/render-scene';
import type { Size } from '../kit/scene';
import type { ChartTheme } from '../kit/theme';

export type { CollapseData, CollapseSeries } from './data';
export { collapsePointAt } from './frame';

/** Draws rows of a map against σ/σ* into `svg`; called again, it changes what is there. */
export function drawCollapse(svg: SVGSVGElement, data: CollapseData, size: Size, theme: ChartTheme): void {
  renderScene(svg, collapseScene(data, size, theme));
}
