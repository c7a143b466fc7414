import { axisLayers } from '../kit/axes';
import { chart, type Chart, type Drawing } from '../kit/chart';
import { dotted } from '../kit/dashes';
import { BOLD, labelLayer, spread, type PlacedLabel } from '../kit/labels';
import { linePath } from '../kit/line-path';
import { paler, symbolAt, type Shape } from '../kit/marks';
import { formatValue, tableNumber } from '../kit/numbers';
import { markBox, segmentBoxes } from '../kit/obstacles';
import type { Point } from '../kit/polyline';
import { placeReadings } from '../kit/readings';
import type { Attributes, Layer, Mark } from '../kit/scene';
import type { ChartTheme } from '../kit/theme';
import { depthKeys, drawable, type DepthData, type DepthKey } from './data';
import { depthFrame, type DepthFrame } from './frame';

/** Rank against depth: where the two lines meet, noise makes no difference to the rank any more. */
export const depthChart: Chart<DepthData> = chart<DepthData, DepthFrame, never>({
  frame: depthFrame,
  axes: (frame) => frame,
  layers: depthLayers,
  table: ({ stages, names, stage }) => ({
    head: [stage, ...depthKeys.map((key) => names[key])],
    rows: stages.map((each) => [
      each.sub === '' ? each.label : `${each.label}, ${each.sub}`,
      ...depthKeys.map((key) => tableNumber(each[key])),
    ]),
  }),
});

/** Lines at initialisation lie behind; clean images lie over noisy ones, thinner and dashed, so that both are seen where they meet. */
const order: readonly DepthKey[] = ['noisyBefore', 'cleanBefore', 'noisy', 'clean'];
const hueOf: Readonly<Record<DepthKey, 'data' | 'clean'>> = {
  noisy: 'data',
  noisyBefore: 'data',
  clean: 'clean',
  cleanBefore: 'clean',
};
const shapeOf: Readonly<Record<'noisy' | 'clean', Shape>> = { noisy: 'circle', clean: 'diamond' };
const isNow = (key: DepthKey): key is 'noisy' | 'clean' => key === 'noisy' || key === 'clean';
/** Two ranks within this of each other have one number. */
const together = 0.03;

type Lines = Readonly<Record<DepthKey, readonly Point[]>>;

function depthLayers(drawing: Drawing<DepthData, DepthFrame>): Layer[] {
  const { data, frame, size, theme } = drawing;
  const lines = Object.fromEntries(
    depthKeys.map((key) => [
      key,
      data.stages.flatMap((stage, i) => (drawable(stage[key]) ? [{ x: frame.x(i), y: frame.y(stage[key]) }] : [])),
    ]),
  ) as Record<DepthKey, Point[]>;
  const names = endNames(data, lines, frame, theme);
  const axes = axisLayers({ ...frame, xTicks: [], titles: [], caption: data.caption }, size, theme);
  return [
    axes.grid,
    {
      name: 'lines',
      shape: 'path',
      attributes: { 'stroke-linejoin': 'round' },
      marks: order
        .filter((key) => lines[key].length > 1)
        .map((key) => ({ key, attributes: { d: linePath(lines[key]), ...stroke(key, data, theme) } })),
    },
    axes.line,
    marksLayer(data, lines, theme),
    samplesLayer(data, names, frame, theme),
    labelLayer(
      names.map(({ label }) => label),
      theme,
      (key) => ({ fill: theme[hueOf[key as DepthKey]].text }),
      { name: 'names' },
    ),
    labelLayer(readings(data, lines, frame, theme), theme, (key) => ({
      fill: key.startsWith('both') ? theme.ink : theme[key.startsWith('noisy') ? 'data' : 'clean'].text,
      ...BOLD,
    })),
    axes.y,
    stageLayer(data, frame, theme),
    axes.caption,
  ];
}

function colour(key: DepthKey, { stale }: DepthData, theme: ChartTheme): string {
  const { mark } = theme[hueOf[key]];
  return isNow(key) && !stale ? mark : paler(mark, theme);
}

function stroke(key: DepthKey, data: DepthData, theme: ChartTheme): Attributes {
  const { series, ghost } = theme.lineWidth;
  const shared = { stroke: colour(key, data, theme) };
  if (!isNow(key)) return { ...shared, 'stroke-width': ghost, ...dotted(theme) };
  return key === 'noisy'
    ? { ...shared, 'stroke-width': 1.2 * series }
    : { ...shared, 'stroke-width': 0.8 * series, 'stroke-dasharray': '6 4' };
}

const radiusOf = (key: 'noisy' | 'clean', theme: ChartTheme) => (key === 'noisy' ? 2 : 1.5) * theme.lineWidth.series;

function symbol(key: 'noisy' | 'clean', at: Point, data: DepthData, theme: ChartTheme): Attributes {
  const fill = colour(key, data, theme);
  return {
    ...symbolAt(shapeOf[key], at, radiusOf(key, theme)),
    fill,
    stroke: theme.background,
    'stroke-width': theme.lineWidth.grid,
  };
}

function marksLayer(data: DepthData, lines: Lines, theme: ChartTheme): Layer {
  return {
    name: 'marks',
    shape: 'path',
    marks: order
      .filter(isNow)
      .flatMap((key) =>
        lines[key].map((at, i): Mark => ({ key: `${key}-${i}`, attributes: symbol(key, at, data, theme) })),
      ),
  };
}

interface EndName {
  readonly key: DepthKey;
  readonly y: number;
  readonly label: PlacedLabel;
}

/** Names right of the plot, each at the height where its line ends, kept apart. */
function endNames({ names }: DepthData, lines: Lines, { plot, sample }: DepthFrame, theme: ChartTheme): EndName[] {
  const { label } = theme.fontSize;
  const ends = depthKeys.flatMap((key) => {
    const end = lines[key].at(-1);
    return end ? [{ key, end: end.y }] : [];
  });
  return spread(ends, ({ end }) => end, 1.25 * label, plot.top, plot.bottom - label / 2).map(
    ({ item: { key }, at }) => ({
      key,
      y: at,
      label: {
        key,
        text: names[key],
        x: sample.left + sample.width + 0.4 * label,
        y: at + 0.35 * label,
        anchor: 'start',
      },
    }),
  );
}

/** Before each name a piece of its line. */
function samplesLayer(
  data: DepthData,
  names: readonly EndName[],
  { sample: { left, width } }: DepthFrame,
  theme: ChartTheme,
): Layer {
  return {
    name: 'samples',
    shape: 'path',
    marks: names.flatMap(({ key, y }): Mark[] => [
      { key, attributes: { d: `M${left},${y}H${left + width}`, ...stroke(key, data, theme) } },
      ...(isNow(key) ? [{ key: `${key}-mark`, attributes: symbol(key, { x: left + width / 2, y }, data, theme) }] : []),
    ]),
  };
}

/** Both ranks of each stage beside their marks; one number where they are as good as the same. */
function readings(data: DepthData, lines: Lines, { plot, x, y }: DepthFrame, theme: ChartTheme): PlacedLabel[] {
  const { label, tick } = theme.fontSize;
  const wanted = data.stages.flatMap(({ noisy, clean }, i) => {
    const reading = (key: string, value: number) => ({
      key: `${key}-${i}`,
      text: formatValue(value),
      at: { x: x(i), y: y(value) },
    });
    const both = drawable(noisy) && drawable(clean) && Math.abs(noisy - clean) <= together * Math.max(noisy, clean);
    if (both) return [reading('both', noisy)];
    return [
      ...(drawable(noisy) ? [reading('noisy', noisy)] : []),
      ...(drawable(clean) ? [reading('clean', clean)] : []),
    ];
  });
  const radius = radiusOf('noisy', theme);
  return placeReadings(
    wanted,
    radius,
    { ...plot, top: 1.4 * tick, bottom: plot.bottom },
    depthKeys.flatMap((key) => segmentBoxes(lines[key])),
    wanted.map(({ at }) => markBox(at, radius)),
    label,
  );
}

/** What stands under the axis: stages, and what they are. */
function stageLayer({ stages }: DepthData, { plot, x, subs }: DepthFrame, theme: ChartTheme): Layer {
  const { tick, label } = theme.fontSize;
  return {
    name: 'x-ticks',
    shape: 'text',
    attributes: { 'text-anchor': 'middle' },
    marks: stages.flatMap((stage, i): Mark[] => [
      {
        key: stage.label,
        text: stage.label,
        attributes: { x: x(i), y: plot.bottom + 4 + 0.9 * label, fill: theme.ink, 'font-size': label, ...BOLD },
      },
      ...(subs && stage.sub !== ''
        ? [
            {
              key: `${stage.label}-sub`,
              text: stage.sub,
              attributes: {
                x: x(i),
                y: plot.bottom + 4 + 0.9 * label + 1.25 * tick,
                fill: theme.muted,
                'font-size': tick,
              },
            },
          ]
        : []),
    ]),
  };
}
