import type { LinesData } from './lines-data';
import { linesScene } from './lines-scene';
import { renderScene } from './render-scene';
import type { Size } from './scene';
import type { ChartTheme } from './theme';

export type { LinesData, LinesRole, LinesSeries } from './lines-data';
export { linesMargins, linesStepAt, linesTrack } from './lines-frame';
export { widestMargins, type Margins } from './time-frame';

/** Draws several quantities against the training step into `svg`; called again, it changes what is there. */
export function drawLines(svg: SVGSVGElement, data: LinesData, size: Size, theme: ChartTheme): void {
  renderScene(svg, linesScene(data, size, theme));
}
