import { axisLayers, type Axes } from '../kit/axes';
import { chart, type Chart, type Drawing } from '../kit/chart';
import { dotted, pinDash } from '../kit/dashes';
import { BOLD, labelLayer, type PlacedLabel } from '../kit/labels';
import type { Layer, Mark } from '../kit/scene';
import type { ChartTheme } from '../kit/theme';
import { indexTicks } from '../kit/ticks';
import { relativeToLargest, type SpectrumData } from './data';
import { indexAt, spectrumFrame, type SpectrumFrame } from './frame';
import { spectrumLabels } from './labels';
import { barsPath, edgesPath, levelsPath, throughPath } from './paths';
import { spectrumTable } from './table';

/** The singular values of one matrix: bars full up to the signal dimension, pale with a strong edge after it. */
export const spectrumChart: Chart<SpectrumData, number> = chart<SpectrumData, SpectrumFrame, number>({
  frame: spectrumFrame,
  layers: spectrumLayers,
  table: spectrumTable,
  hit: ({ x }, { data, frame }) => indexAt(x, data, frame),
});

function spectrumLayers({ data, frame, size, theme }: Drawing<SpectrumData, SpectrumFrame>): Layer[] {
  const relative = relativeToLargest(data.values, data.shownCount);
  const ghost = data.ghost ? relativeToLargest(data.ghost.values, data.shownCount) : [];
  const pins = (data.pins ?? []).map(({ values }) => relativeToLargest(values, data.shownCount));
  const dots = ghostLayer(data, ghost, frame, theme);
  const [fills, edges] = barLayers(data, relative, frame, theme);
  const axes = axisLayers(
    { ...frame, grid: frame.yTicks.slice(0, -1), ...xAxis(data, frame, theme), titles: [data.title] },
    size,
    theme,
  );
  return [
    axes.grid,
    highlightBand(data, relative, frame, theme),
    fills,
    // Filters start on their own ghost: there its dots would break the edges. Clean data may equal the data for good.
    ...(data.role === 'data' ? [edges, dots] : [dots, edges]),
    pinLayer(pins, frame, theme),
    highlightLayer(data, relative, frame, theme),
    axes.line,
    signalLayer(frame, theme),
    axes.y,
    axes.x,
    wordLayer(data, spectrumLabels(data, relative, ghost, pins, frame, size, theme), theme),
    axes.title,
  ];
}

/** A column behind the highlighted value: a value near zero has no bar that could be emphasised. */
function highlightBand(
  data: SpectrumData,
  relative: readonly number[],
  { plot, left, pitch }: SpectrumFrame,
  theme: ChartTheme,
): Layer {
  const index = data.highlight ?? -1;
  const width = Math.max(pitch, 3);
  const attributes = {
    x: left(index) + (pitch - 1 - width) / 2,
    y: plot.top,
    width: width + 1,
    height: plot.bottom - plot.top,
  };
  return {
    name: 'highlight-band',
    shape: 'rect',
    attributes: { fill: theme.grid },
    marks: relative[index] === undefined ? [] : [{ key: 0, attributes }],
  };
}

function barLayers(
  data: SpectrumData,
  relative: readonly number[],
  frame: SpectrumFrame,
  theme: ChartTheme,
): [fills: Layer, edges: Layer] {
  const hue = theme[data.role];
  const signal = frame.signalX === undefined ? 0 : data.signalDimension;
  const { edge } = theme.lineWidth;
  const parts = [
    { key: 'signal', from: 0, to: signal, fill: hue.mark },
    { key: 'tail', from: signal, to: relative.length, fill: hue.tint },
  ];
  return [
    {
      name: 'bars',
      shape: 'path',
      marks: parts.map(({ key, from, to, fill }) => ({
        key,
        attributes: { d: barsPath(relative, from, to, frame), fill },
      })),
    },
    {
      name: 'edges',
      shape: 'path',
      attributes: { stroke: hue.mark, 'stroke-width': edge },
      marks: parts.map(({ key, from, to }) => ({ key, attributes: { d: edgesPath(relative, from, to, frame, edge) } })),
    },
  ];
}

function highlightLayer(
  data: SpectrumData,
  relative: readonly number[],
  frame: SpectrumFrame,
  theme: ChartTheme,
): Layer {
  const index = data.highlight ?? -1;
  return {
    name: 'highlight',
    shape: 'path',
    attributes: { fill: theme[data.role].mark, stroke: theme.ink, 'stroke-width': theme.lineWidth.edge },
    marks:
      relative[index] === undefined ? [] : [{ key: 0, attributes: { d: barsPath(relative, index, index + 1, frame) } }],
  };
}

function ghostLayer(data: SpectrumData, ghost: readonly number[], frame: SpectrumFrame, theme: ChartTheme): Layer {
  const { ghost: width } = theme.lineWidth;
  const [d, hue] =
    data.role === 'data' ? [levelsPath(ghost, frame), theme.clean] : [throughPath(ghost, frame), theme.initialisation];
  const marks: Mark[] = [{ key: 'dots', attributes: { d, stroke: hue.mark, 'stroke-width': width } }];
  // Within the bars of noisy data, each dot has a rim of background, as green and vermillion are equally dark.
  if (data.role === 'data')
    marks.unshift({ key: 'rim', attributes: { d, stroke: theme.background, 'stroke-width': width + 1.75 } });
  return { name: 'ghost', shape: 'path', attributes: dotted(theme), marks: d === '' ? [] : marks };
}

/** Pinned runs: thin, in ink, each with its dash, on a rim of background that parts them from the bars. */
function pinLayer(pins: readonly (readonly number[])[], frame: SpectrumFrame, theme: ChartTheme): Layer {
  const { reference } = theme.lineWidth;
  const marks = pins.flatMap((values, i): Mark[] => {
    const shared = { d: throughPath(values, frame), 'stroke-dasharray': pinDash(i) };
    return shared.d === ''
      ? []
      : [
          { key: `rim-${i}`, attributes: { ...shared, stroke: theme.background, 'stroke-width': 3 * reference } },
          { key: `line-${i}`, attributes: { ...shared, stroke: theme.ink, 'stroke-width': 1.25 * reference } },
        ];
  });
  return { name: 'pins', shape: 'path', attributes: { 'stroke-linejoin': 'round' }, marks };
}

function signalLayer({ signalX, plot }: SpectrumFrame, theme: ChartTheme): Layer {
  const marks =
    signalX === undefined ? [] : [{ key: 0, attributes: { x1: signalX, x2: signalX, y1: 2, y2: plot.bottom } }];
  return {
    name: 'signal',
    shape: 'line',
    attributes: { stroke: theme.ink, 'stroke-width': theme.lineWidth.reference, 'stroke-dasharray': '4 3' },
    marks,
  };
}

function xAxis(data: SpectrumData, frame: SpectrumFrame, theme: ChartTheme): Pick<Axes, 'x' | 'xTicks'> {
  const centre = (index: number) => frame.left(index - 1) + (frame.pitch - 1) / 2;
  const strong = [
    ...(data.highlight === undefined ? [] : [data.highlight + 1]),
    ...(frame.signalX === undefined ? [] : [data.signalDimension]),
  ];
  return { x: centre, xTicks: indexTicks(data.shownCount, strong, centre, theme.fontSize.tick) };
}

function wordLayer(data: SpectrumData, labels: readonly PlacedLabel[], theme: ChartTheme): Layer {
  const fill: Readonly<Record<string, string>> = {
    annotation: theme[data.role].text,
    ghost: theme[data.role === 'data' ? 'clean' : 'initialisation'].text,
  };
  return labelLayer(labels, theme, (key) => ({
    fill: fill[key] ?? theme.ink,
    ...(key === 'value' || key.startsWith('pin') ? BOLD : {}),
  }));
}
