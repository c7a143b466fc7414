import type { MapData } from './map-data';
import { mapScene } from './map-scene';
import { renderScene } from './render-scene';
import type { Size } from './scene';
import type { ChartTheme } from './theme';

export type { MapData } from './map-data';
export { mapCellAt } from './map-frame';

/** Draws a map of cells over noise and a second parameter into `svg`; called again, it changes what is there. */
export function drawMap(svg: SVGSVGElement, data: MapData, size: Size, theme: ChartTheme): void {
  renderScene(svg, mapScene(data, size, theme));
}
