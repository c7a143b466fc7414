import { chart, type Chart, type Drawing } from '../kit/chart';
import { textBox, type PlacedLabel } from '../kit/labels';
import type { Point } from '../kit/polyline';
import type { Layer, Size } from '../kit/scene';
import type { ChartTheme } from '../kit/theme';
import { gridLayer, yTickLayer } from '../kit/y-axis';
import {
  bandLayer,
  claimLines,
  cleanLayer,
  dataLayer,
  filtersLayer,
  ghostLayer,
  lostLayer,
  marksLayer,
  predictedLayer,
} from './curves';
import type { ClaimCurve, ClaimData } from './data';
import { claimFrame, claimTheme, type ClaimFrame } from './frame';
import { criticalLayer, edgeLayer, groundLayer, hatchLayer, trackLayer } from './ground';
import { handleLayer, highlightLayer, noiseLayers, readingLayer, readingMarks, type Obstacles } from './handle';
import { claimWords, faintBoxes, lineBoxes, wordLayers } from './labels';
import { claimTable } from './table';

/** Rank against background noise: what is measured stands still, and the handle moves over it. */
export const claimChart: Chart<ClaimData, number> = chart({
  frame: ({ curve }, size, theme) => stillOf(curve, size, theme),
  axes: ({ frame }) => frame,
  layers: claimLayers,
  table: claimTable,
  hit: noiseAt,
});

/** All that a curve draws whatever the noise is. */
interface Still {
  readonly size: Size;
  /** The one that it was asked for, and the one that this chart makes of it. */
  readonly given: ChartTheme;
  readonly theme: ChartTheme;
  readonly frame: ClaimFrame;
  readonly behind: readonly Layer[];
  readonly before: readonly Layer[];
  readonly obstacles: Obstacles;
}

/** Kept as long as the curve is, so that a moving handle draws nothing anew but itself. */
const kept = new WeakMap<ClaimCurve, Still>();

function stillOf(curve: ClaimCurve, size: Size, given: ChartTheme): Still {
  const known = kept.get(curve);
  if (known && known.given === given && known.size.width === size.width && known.size.height === size.height)
    return known;
  const theme = claimTheme(given, size);
  const frame = claimFrame(curve, size, theme);
  const lines = claimLines(curve, frame);
  const words = claimWords(curve, lines, frame, size, theme);
  const { plot, y, yTicks, radius } = frame;
  const { tick, label } = theme.fontSize;
  const boxes = (labels: readonly PlacedLabel[], fontSize: number, bold = false) =>
    labels.map((each) => textBox(each.text, fontSize, each, bold));
  const still: Still = {
    size,
    given,
    theme,
    frame,
    behind: [
      groundLayer(curve, frame, theme),
      bandLayer(curve, frame, theme),
      gridLayer(plot, yTicks, y, theme),
      edgeLayer(curve, frame, theme),
      ghostLayer(lines, theme),
      predictedLayer(curve, lines.predicted, theme),
      cleanLayer(curve, frame, theme),
      trackLayer(curve, frame, theme),
      hatchLayer(curve, frame, theme),
      axisLayer(frame, theme),
      criticalLayer(curve, frame, theme),
    ],
    before: [
      dataLayer(lines, theme),
      filtersLayer(lines, theme),
      marksLayer(curve, frame, theme),
      lostLayer(curve, frame, theme),
      yTickLayer(plot, yTicks, y, theme),
      ...wordLayers(words, theme),
    ],
    obstacles: {
      closed: [
        ...lineBoxes(lines, radius),
        ...boxes(words.names, label, true),
        ...boxes([...words.told, ...words.lost], label),
      ],
      faint: faintBoxes(curve, lines, frame),
      below: boxes(words.axis, tick),
    },
  };
  kept.set(curve, still);
  return still;
}

function axisLayer({ plot }: ClaimFrame, theme: ChartTheme): Layer {
  return {
    name: 'axis',
    shape: 'line',
    attributes: { stroke: theme.muted, 'stroke-width': theme.lineWidth.grid },
    marks: [{ key: 'x', attributes: { x1: plot.left, x2: plot.right, y1: plot.bottom + 0.5, y2: plot.bottom + 0.5 } }],
  };
}

function claimLayers({
  data: { curve, handle, highlight = null },
  frame: still,
  size,
}: Drawing<ClaimData, Still>): Layer[] {
  const { frame, theme, behind, before, obstacles } = still;
  return [
    ...behind,
    handleLayer(handle, curve, frame, theme),
    ...before,
    highlightLayer(highlight, curve, frame, theme),
    readingMarks(handle, curve, frame, theme),
    readingLayer(handle, curve, frame, obstacles, theme),
    ...noiseLayers(handle, curve, frame, obstacles, size.width, theme),
  ];
}

/** The noise under a pointer anywhere in the plot or on the track. */
function noiseAt({ x, y }: Point, { data: { curve }, frame: { frame } }: Drawing<ClaimData, Still>): number | null {
  const { plot, track, thumb } = frame;
  if (x < plot.left - thumb || x > plot.right + thumb || y < plot.top || y > track.middle + thumb) return null;
  const share = (x - plot.left) / (plot.right - plot.left);
  return curve.xMax * Math.max(0, Math.min(1, share));
}

/** Where the slider lies, for who lays a control over it. */
export function claimSlider({ curve }: ClaimData, size: Size, theme: ChartTheme) {
  const {
    frame: { plot, track, thumb },
  } = stillOf(curve, size, theme);
  return { plot, middle: track.middle, thumb: 2 * thumb };
}
