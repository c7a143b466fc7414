import type { LinesData } from './data';
import { linesScene } from './scene';
import { renderScene } from '../kit/render-scene';
import type { Size } from '../kit/scene';
import type { ChartTheme } from '../kit/theme';

export type { LinesData, LinesRole, LinesSeries } from './data';
export { linesMargins, linesStepAt, linesTrack } from './frame';
export { widestMargins, type Margins } from '../kit/time-frame';

/** Draws several quantities against the training step into `svg`; called again, it changes what is there. */
export function drawLines(svg: SVGSVGElement, data: LinesData, size: Size, theme: ChartTheme): void {
  renderScene(svg, linesScene(data, size, theme));
}
