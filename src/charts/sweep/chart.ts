import { renderScene } from '../kit/render-scene';
import type { Size } from '../kit/scene';
import type { SweepData } from './data';
import { sweepScene } from './scene';
import type { ChartTheme } from '../kit/theme';

export type { SweepData, SweepPoint } from './data';
export { sweepNoiseAt, sweepPointAt } from './frame';

/** Draws ranks against background noise into `svg`; called again, it changes what is there. */
export function drawSweep(svg: SVGSVGElement, data: SweepData, size: Size, theme: ChartTheme): void {
  renderScene(svg, sweepScene(data, size, theme));
}
