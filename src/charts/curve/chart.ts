import type { CurveData } from './data';
import { curveScene } from './scene';
import { renderScene } from '../kit/render-scene';
import type { Size } from '../kit/scene';
import type { ChartTheme } from '../kit/theme';

export type { CurveData, CurvePoint, CurveReference } from './data';
export { curveMargins, curveStepAt, curveTrack } from './frame';
export { curveEventAt } from './layout';
export { widestMargins, type Margins } from '../kit/time-frame';

/** Draws a rank against the training step into `svg`; called again, it changes what is there. */
export function drawCurve(svg: SVGSVGElement, data: CurveData, size: Size, theme: ChartTheme): void {
  renderScene(svg, curveScene(data, size, theme));
}
