import { renderScene } from './render-scene';
import type { Size } from './scene';
import type { SpectrumData } from './spectrum-data';
import { spectrumScene } from './spectrum-scene';
import type { ChartTheme } from './theme';

export type { SpectrumData } from './spectrum-data';
export { spectrumIndexAt } from './spectrum-frame';

/** Draws the singular values of one matrix into `svg`; called again, it changes what is there. */
export function drawSpectrum(svg: SVGSVGElement, data: SpectrumData, size: Size, theme: ChartTheme): void {
  renderScene(svg, spectrumScene(data, size, theme));
}
