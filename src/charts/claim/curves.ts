import { dotted } from '../kit/dashes';
import { bandPath, linePath } from '../kit/line-path';
import { paler, symbolAt, type Shape } from '../kit/marks';
import type { Point } from '../kit/polyline';
import type { Attributes, Layer, Mark } from '../kit/scene';
import type { ChartTheme } from '../kit/theme';
import { drawable, noiseLeads, onAxis, type ClaimCurve, type ClaimPoint, type ClaimRole } from './data';
import type { ClaimFrame } from './frame';
import { filterPoints, shareColour, sharePieces, type SharePoint } from './share';

const roles = ['data', 'filters'] as const;
const DASHES = { predicted: [5, 4], noise: [7, 4] } as const;

/** The lines in pixels, for what has to stand clear of them. */
export interface ClaimLines {
  readonly data: readonly Point[];
  readonly filters: readonly SharePoint[];
  readonly predicted: readonly Point[];
  readonly ghosts: Readonly<Record<ClaimRole, readonly Point[]>>;
}

export function claimLines(curve: ClaimCurve, frame: ClaimFrame): ClaimLines {
  const { x, y } = frame;
  const line = (points: readonly ClaimPoint[], role: ClaimRole) =>
    points.flatMap((point) => {
      const value = point[role];
      return onAxis(point.x, curve) && drawable(value) ? [{ x: x(point.x), y: y(value) }] : [];
    });
  return {
    data: line(curve.points, 'data'),
    filters: filterPoints(curve, frame),
    // Once all is measured it has said what it can.
    predicted:
      curve.progress < 1
        ? (curve.predicted ?? [])
            .filter((point) => onAxis(point.x, curve) && drawable(point.y))
            .map((point) => ({ x: x(point.x), y: y(point.y) }))
        : [],
    ghosts: { data: line(curve.ghosts, 'data'), filters: line(curve.ghosts, 'filters') },
  };
}

/** Between the least and the largest of several seeds; of the filters in pieces, each in its own colour. */
export function bandLayer(curve: ClaimCurve, { x, y }: ClaimFrame, theme: ChartTheme): Layer {
  const marks = roles.flatMap((role): Mark[] => {
    // A level of one seed so far leaves a gap.
    const ends = curve.points
      .filter((point) => onAxis(point.x, curve) && !point.between)
      .map((point) => {
        const [low, high] = [point[`${role}Low`], point[`${role}High`]];
        return drawable(low) && drawable(high)
          ? { x: x(point.x), low: y(low), high: y(high), share: point.share }
          : null;
      });
    const pieces = ends.slice(1).flatMap((to, i) => {
      const from = ends[i];
      return from && to ? [{ from, to, key: `${role}-${i}` }] : [];
    });
    return pieces.map(({ from, to, key }) => {
      const share = role === 'data' ? 0 : from.share === null || to.share === null ? null : (from.share + to.share) / 2;
      const fill = paler(shareColour(share, theme, 'tint'), theme, 0.35);
      return { key, attributes: { d: bandPath([from, to]), fill } };
    });
  });
  return { name: 'bands', shape: 'path', marks };
}

export function predictedLayer(curve: ClaimCurve, points: readonly Point[], theme: ChartTheme): Layer {
  return {
    name: 'predicted',
    shape: 'path',
    attributes: {
      stroke: paler(theme.data.mark, theme, 0.7 * curve.progress),
      'stroke-width': 0.6 * theme.lineWidth.series,
      'stroke-dasharray': dashes(DASHES.predicted, theme),
    },
    marks: points.length > 1 ? [{ key: 0, attributes: { d: linePath(points) } }] : [],
  };
}

export function cleanLayer({ clean }: ClaimCurve, { plot, y }: ClaimFrame, theme: ChartTheme): Layer {
  return {
    name: 'clean',
    shape: 'line',
    attributes: { stroke: theme.clean.mark, 'stroke-width': theme.lineWidth.ghost, ...dotted(theme) },
    marks: drawable(clean)
      ? [{ key: 0, attributes: { x1: plot.left, x2: plot.right, y1: y(clean), y2: y(clean) } }]
      : [],
  };
}

/** The experiment before. */
export function ghostLayer({ ghosts }: ClaimLines, theme: ChartTheme): Layer {
  return {
    name: 'ghosts',
    shape: 'path',
    attributes: { 'stroke-width': 0.6 * theme.lineWidth.series, 'stroke-linejoin': 'round' },
    marks: roles.flatMap((role) =>
      ghosts[role].length > 1
        ? [{ key: role, attributes: { d: linePath(ghosts[role]), stroke: paler(theme[role].mark, theme, 0.7) } }]
        : [],
    ),
  };
}

export function dataLayer({ data }: ClaimLines, theme: ChartTheme): Layer {
  return {
    name: 'data',
    shape: 'path',
    attributes: {
      stroke: theme.data.mark,
      'stroke-width': theme.lineWidth.series,
      'stroke-linejoin': 'round',
      'stroke-linecap': 'round',
    },
    marks: data.length > 1 ? [{ key: 0, attributes: { d: linePath(data) } }] : [],
  };
}

/** Piece by piece: coloured by the share of signal, dashed where noise leads. */
export function filtersLayer({ filters }: ClaimLines, theme: ChartTheme): Layer {
  let along = 0;
  const marks = sharePieces(filters).map(({ from, to, share, noise }, i): Mark => {
    const dashed: Attributes = noise
      ? { 'stroke-dasharray': dashes(DASHES.noise, theme), 'stroke-dashoffset': along, 'stroke-linecap': 'butt' }
      : {};
    // Dashes run on from piece to piece.
    if (noise) along += Math.hypot(to.x - from.x, to.y - from.y);
    return { key: i, attributes: { d: linePath([from, to]), stroke: shareColour(share, theme), ...dashed } };
  });
  return {
    name: 'filters',
    shape: 'path',
    attributes: { 'stroke-width': theme.lineWidth.series, 'stroke-linecap': 'round' },
    marks,
  };
}

/** Data round; filters square, and hollow diamonds where noise leads: never colour alone. */
export function claimShape(role: ClaimRole, share: number | null): Shape {
  return role === 'data' ? 'circle' : noiseLeads(share) ? 'diamond' : 'square';
}

export function marksLayer(curve: ClaimCurve, { x, y, radius }: ClaimFrame, theme: ChartTheme): Layer {
  const marks = roles.flatMap((role) =>
    curve.points.flatMap((point, i): Mark[] => {
      const value = point[role];
      if (!onAxis(point.x, curve) || !drawable(value)) return [];
      const at = { x: x(point.x), y: y(value) };
      const colour = role === 'data' ? theme.data.mark : shareColour(point.share, theme);
      const hollow = role === 'filters' && noiseLeads(point.share);
      const mark = {
        key: `${role}-${i}`,
        attributes: {
          ...symbolAt(claimShape(role, point.share), at, radius),
          fill: hollow ? theme.background : colour,
          ...(hollow ? { stroke: colour, 'stroke-width': 0.65 * theme.lineWidth.series } : {}),
        },
      };
      const ring = {
        key: `${role}-${i}-own`,
        attributes: {
          ...symbolAt('circle', at, 2 * radius),
          stroke: theme.ink,
          'stroke-width': theme.lineWidth.reference,
        },
      };
      return point.own ? [ring, mark] : [mark];
    }),
  );
  return { name: 'marks', shape: 'path', marks };
}

/** Runs that diverged: crosses on the axis, which have no rank. */
export function lostLayer(curve: ClaimCurve, { x, plot, radius }: ClaimFrame, theme: ChartTheme): Layer {
  return {
    name: 'lost',
    shape: 'path',
    marks: curve.points.flatMap((point, i): Mark[] => {
      if (!point.lost || !onAxis(point.x, curve)) return [];
      const cross = symbolAt('cross', { x: x(point.x), y: plot.bottom - 3 * radius }, 1.2 * radius);
      return [{ key: i, attributes: { ...cross, transform: `${cross['transform']} rotate(45)`, fill: theme.ink } }];
    }),
  };
}

function dashes(pattern: readonly number[], theme: ChartTheme): string {
  return pattern.map((length) => Math.round((length * theme.lineWidth.series) / 2.25)).join(' ');
}
