import { renderScene } from '../kit/render-scene';
import type { Size } from '../kit/scene';
import type { SpectrumData } from './data';
import { spectrumScene } from './scene';
import type { ChartTheme } from '../kit/theme';

export type { SpectrumData } from './data';
export { spectrumIndexAt } from './frame';

/** Draws the singular values of one matrix into `svg`; called again, it changes what is there. */
export function drawSpectrum(svg: SVGSVGElement, data: SpectrumData, size: Size, theme: ChartTheme): void {
  renderScene(svg, spectrumScene(data, size, theme));
}
