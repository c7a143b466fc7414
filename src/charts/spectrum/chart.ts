import { axisLayers } from '../kit/axes';
import { chart, type Chart, type Drawing } from '../kit/chart';
import { dotted, pinDash } from '../kit/dashes';
import { BOLD, labelLayer, placeLabels, type PlacedLabel } from '../kit/labels';
import type { Layer, Mark } from '../kit/scene';
import { textWidth } from '../kit/text-width';
import type { ChartTheme } from '../kit/theme';
import { energies, type SpectrumData } from './data';
import { indexAt, spectrumFrame, type SpectrumFrame } from './frame';
import { spectrumLabels } from './labels';
import { barsPath, edgesPath, levelsPath, middleOf, px, throughPath } from './paths';
import { spectrumTable } from './table';

/** The singular values of one matrix as energies: bars full up to the signal dimension, pale with a strong edge after it. */
export const spectrumChart: Chart<SpectrumData, number> = chart<SpectrumData, SpectrumFrame, number>({
  frame: spectrumFrame,
  axes: (frame) => frame,
  layers: spectrumLayers,
  table: spectrumTable,
  hit: ({ x }, { data, frame }) => indexAt(x, data, frame),
});

function spectrumLayers({ data, frame, size, theme }: Drawing<SpectrumData, SpectrumFrame>): Layer[] {
  const heights = energies(data.values, data.shownCount);
  const ghost = data.ghost && frame.roomy ? energies(data.ghost.values, data.shownCount) : [];
  const pins = (data.pins ?? []).map(({ values }) => energies(values, data.shownCount));
  const dots = ghostLayer(data, ghost, frame, theme);
  const [fills, edges] = barLayers(data, heights, frame, theme);
  const axes = axisLayers(
    {
      ...frame,
      grid: frame.yTicks.slice(0, -1),
      x: (index) => middleOf(frame, index - 1),
      xTicks: [],
      titles: [],
      caption: frame.roomy ? data.caption : '',
    },
    size,
    theme,
  );
  return [
    axes.grid,
    highlightBand(data, heights, frame, theme),
    fills,
    // Filters start on their own ghost: there its dots would break the edges. Clean data may equal the data for good.
    ...(data.role === 'data' ? [edges, dots] : [dots, edges]),
    pinLayer(pins, frame, theme),
    highlightLayer(data, heights, frame, theme),
    axes.line,
    signalLayer(frame, theme),
    axes.y,
    belowLayer(data, frame, theme),
    wordLayer(data, spectrumLabels(data, heights, ghost, pins, frame, size, theme), theme),
    axes.caption,
  ];
}

/** A column behind the highlighted value: a value near zero has no bar that could be emphasised. */
function highlightBand(data: SpectrumData, heights: readonly number[], frame: SpectrumFrame, theme: ChartTheme): Layer {
  const { plot, pitch } = frame;
  const index = data.highlight ?? -1;
  const width = Math.max(pitch, 3);
  const attributes = {
    x: middleOf(frame, index) - width / 2,
    y: plot.top,
    width: width + 1,
    height: plot.bottom - plot.top,
  };
  return {
    name: 'highlight-band',
    shape: 'rect',
    attributes: { fill: theme.grid },
    marks: heights[index] === undefined ? [] : [{ key: 0, attributes }],
  };
}

function barLayers(
  data: SpectrumData,
  heights: readonly number[],
  frame: SpectrumFrame,
  theme: ChartTheme,
): [fills: Layer, edges: Layer] {
  const hue = theme[data.role];
  const { signal } = frame;
  const { edge } = theme.lineWidth;
  const parts = [
    { key: 'signal', from: 0, to: signal, fill: hue.mark },
    { key: 'tail', from: signal, to: heights.length, fill: hue.tint },
  ];
  return [
    {
      name: 'bars',
      shape: 'path',
      marks: parts.map(({ key, from, to, fill }) => ({
        key,
        attributes: { d: barsPath(heights, from, to, frame), fill },
      })),
    },
    {
      name: 'edges',
      shape: 'path',
      attributes: { stroke: hue.mark, 'stroke-width': edge },
      marks: parts.map(({ key, from, to }) => ({ key, attributes: { d: edgesPath(heights, from, to, frame, edge) } })),
    },
  ];
}

function highlightLayer(
  data: SpectrumData,
  heights: readonly number[],
  frame: SpectrumFrame,
  theme: ChartTheme,
): Layer {
  const index = data.highlight ?? -1;
  return {
    name: 'highlight',
    shape: 'path',
    attributes: { fill: theme[data.role].mark, stroke: theme.ink, 'stroke-width': theme.lineWidth.edge },
    marks:
      heights[index] === undefined ? [] : [{ key: 0, attributes: { d: barsPath(heights, index, index + 1, frame) } }],
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

function signalLayer({ signalX, plot, row }: SpectrumFrame, theme: ChartTheme): Layer {
  const marks =
    signalX === undefined
      ? []
      : [{ key: 0, attributes: { x1: signalX, x2: signalX, y1: row - theme.fontSize.label, y2: plot.bottom } }];
  return {
    name: 'signal',
    shape: 'line',
    attributes: { stroke: theme.ink, 'stroke-width': theme.lineWidth.reference, 'stroke-dasharray': '4 3' },
    marks,
  };
}

/** Under the axis in one line: the numbers of the highlighted value, the signal's last, the last and the first, and what they count, as far as there is room. */
function belowLayer(data: SpectrumData, frame: SpectrumFrame, theme: ChartTheme): Layer {
  const fontSize = theme.fontSize.tick;
  const { plot, signal } = frame;
  const y = plot.bottom + 4 + fontSize;
  const strong = [...(data.highlight === undefined ? [] : [data.highlight + 1]), ...(signal > 0 ? [signal] : [])];
  const numbers = [...new Set([...strong, data.shownCount, 1])].filter(
    (index) => index >= 1 && index <= data.shownCount,
  );
  const half = (index: number) => textWidth(String(index), fontSize, strong.includes(index)) / 2;
  /** Within the axis, at whose ends bars are narrower than numbers. */
  const at = (index: number) =>
    Math.max(plot.left + half(index), Math.min(middleOf(frame, index - 1), plot.right - half(index)));
  const ends = [strong.at(-1) ?? 1, data.shownCount].map((index, i) => at(index) + (i === 0 ? 1 : -1) * half(index));
  const placed = placeLabels(
    [
      ...numbers.map((index) => ({
        key: String(index),
        text: String(index),
        fontSize,
        bold: strong.includes(index),
        positions: [{ x: at(index), y, anchor: 'middle' as const }],
      })),
      { key: 'title', text: data.title, fontSize, positions: [{ x: (ends[0]! + ends[1]!) / 2, y, anchor: 'middle' }] },
    ],
    { left: plot.left - 1, right: plot.right + 1, top: plot.bottom, bottom: Infinity },
    [],
    4,
  );
  return {
    name: 'x-ticks',
    shape: 'text',
    attributes: { 'font-size': fontSize },
    marks: placed.map(({ key, text, x, anchor }) => {
      const named = strong.map(String).includes(key);
      return {
        key,
        text,
        attributes: {
          x: px(x),
          y,
          'text-anchor': anchor,
          fill: named ? theme.ink : theme.muted,
          'font-weight': named ? 700 : 400,
        },
      };
    }),
  };
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
