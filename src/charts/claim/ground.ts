import { paler } from '../kit/marks';
import type { Layer, Mark } from '../kit/scene';
import type { ChartTheme } from '../kit/theme';
import { onAxis, type ClaimCurve } from './data';
import type { ClaimFrame } from './frame';
import { filterPoints, shareColour, sharePieces } from './share';

/** Behind everything where more of the filters' energy is noise than signal. */
export const groundColour = (theme: ChartTheme) => paler(theme.data.tint, theme, 0.82);

export function groundLayer({ noisy, xMax }: ClaimCurve, { plot, x }: ClaimFrame, theme: ChartTheme): Layer {
  return {
    name: 'ground',
    shape: 'rect',
    attributes: { fill: groundColour(theme) },
    marks: noisy.flatMap(([from, to], i) => {
      const [left, right] = [x(Math.max(0, from)), x(Math.min(to, xMax))];
      return right > left
        ? [{ key: i, attributes: { x: left, y: plot.top, width: right - left, height: plot.bottom - plot.top } }]
        : [];
    }),
  };
}

/** The edge of that ground: measured. */
export function edgeLayer(curve: ClaimCurve, { plot, x }: ClaimFrame, theme: ChartTheme): Layer {
  const at = curve.half;
  return {
    name: 'edge',
    shape: 'line',
    attributes: { stroke: theme.data.mark, 'stroke-width': theme.lineWidth.reference },
    marks:
      at !== null && onAxis(at, curve)
        ? [{ key: 0, attributes: { x1: x(at), x2: x(at), y1: plot.top, y2: plot.bottom } }]
        : [],
  };
}

/** The slider's track: grey, and in the colour of the share as far as it is measured. */
export function trackLayer(curve: ClaimCurve, frame: ClaimFrame, theme: ChartTheme): Layer {
  const { plot, track } = frame;
  const pieces = sharePieces(filterPoints(curve, frame));
  return {
    name: 'track',
    shape: 'line',
    attributes: { 'stroke-width': track.height },
    marks: [
      { key: 'whole', attributes: level(plot.left, plot.right, track.middle, theme.grid) },
      ...pieces.map(({ from, to, share }, i): Mark => ({
        key: i,
        // A little over the next piece, as a line between two shows what is behind it.
        attributes: level(from.x, Math.min(plot.right, to.x + 0.5), track.middle, shareColour(share, theme)),
      })),
    ],
  };
}

const level = (x1: number, x2: number, y: number, stroke: string) => ({ x1, x2, y1: y, y2: y, stroke });

/** Over the track where noise leads, so that colour does not say it alone. */
export function hatchLayer(curve: ClaimCurve, frame: ClaimFrame, theme: ChartTheme): Layer {
  const { track } = frame;
  const [top, bottom] = [track.middle - track.height / 2, track.middle + track.height / 2];
  const strokes = sharePieces(filterPoints(curve, frame))
    .filter(({ noise }) => noise)
    .flatMap(({ from, to }) => {
      const first = Math.ceil(from.x / track.height);
      const last = Math.floor(to.x / track.height);
      return Array.from({ length: Math.max(0, last - first) }, (_, k) => (first + k) * track.height);
    });
  return {
    name: 'hatch',
    shape: 'path',
    attributes: { stroke: theme.background, 'stroke-width': 0.22 * track.height },
    marks:
      strokes.length > 0
        ? [{ key: 0, attributes: { d: strokes.map((x) => `M${x},${bottom}L${x + track.height},${top}`).join('') } }]
        : [],
  };
}

/** The critical noise: a tick that hangs from the axis over the track. */
export function criticalLayer(curve: ClaimCurve, { plot, x, track }: ClaimFrame, theme: ChartTheme): Layer {
  const at = curve.critical?.x;
  return {
    name: 'critical',
    shape: 'line',
    attributes: { stroke: theme.ink, 'stroke-width': 1.5 * theme.lineWidth.reference },
    marks:
      at !== undefined && onAxis(at, curve)
        ? [{ key: 0, attributes: { x1: x(at), x2: x(at), y1: plot.bottom, y2: track.middle + track.height } }]
        : [],
  };
}
