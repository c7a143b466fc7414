import type { CurveData } from './curve-data';
import { curveScene } from './curve-scene';
import { renderScene } from './render-scene';
import type { Size } from './scene';
import type { ChartTheme } from './theme';

export type { CurveData, CurvePoint, CurveReference } from './curve-data';
export { curveMargins, curveStepAt, curveTrack } from './curve-frame';
export { curveEventAt } from './curve-layout';
export { widestMargins, type Margins } from './time-frame';

/** Draws a rank against the training step into `svg`; called again, it changes what is there. */
export function drawCurve(svg: SVGSVGElement, data: CurveData, size: Size, theme: ChartTheme): void {
  renderScene(svg, curveScene(data, size, theme));
}
