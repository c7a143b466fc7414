import type { MapData } from './data';
import { mapScene } from './scene';
import { renderScene } from '../kit/render-scene';
import type { Size } from '../kit/scene';
import type { ChartTheme } from '../kit/theme';

export type { MapData } from './data';
export { mapCellAt } from './frame';

/** Draws a map of cells over noise and a second parameter into `svg`; called again, it changes what is there. */
export function drawMap(svg: SVGSVGElement, data: MapData, size: Size, theme: ChartTheme): void {
  renderScene(svg, mapScene(data, size, theme));
}
