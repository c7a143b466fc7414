import { attentionChart } from './attention/chart';
import { causesChart } from './causes/chart';
import { claimChart } from './claim/chart';
import { collapseChart } from './collapse/chart';
import { curveChart } from './curve/chart';
import type { Chart } from './kit/chart';
import { depthChart } from './depth/chart';
import { layersChart } from './layers/chart';
import { linesChart } from './lines/chart';
import { mapChart } from './map/chart';
import { spectrumChart } from './spectrum/chart';
import { sweepChart } from './sweep/chart';

/** Every chart, under the name of its folder. Figures import theirs alone, so that each comes with its panel. */
export const charts = {
  claim: claimChart,
  spectrum: spectrumChart,
  curve: curveChart,
  lines: linesChart,
  sweep: sweepChart,
  map: mapChart,
  collapse: collapseChart,
  layers: layersChart,
  depth: depthChart,
  attention: attentionChart,
  causes: causesChart,
} satisfies Readonly<Record<string, Chart<never>>>;

export type ChartName = keyof typeof charts;
export type DataOf<Name extends ChartName> = (typeof charts)[Name] extends Chart<infer Data> ? Data : never;
