import { renderScene } from './render-scene';
import type { Size } from './scene';
import type { SweepData } from './sweep-data';
import { sweepScene } from './sweep-scene';
import type { ChartTheme } from './theme';

export type { SweepData, SweepPoint } from './sweep-data';
export { sweepNoiseAt, sweepPointAt } from './sweep-frame';

/** Draws ranks against background noise into `svg`; called again, it changes what is there. */
export function drawSweep(svg: SVGSVGElement, data: SweepData, size: Size, theme: ChartTheme): void {
  renderScene(svg, sweepScene(data, size, theme));
}
