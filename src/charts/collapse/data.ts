import type { Described } from '../kit/chart';

/** One row of a map as a line: what was measured against noise relative to the critical noise of that row. */
interface CollapseSeries {
  readonly label: string;
  /** Value of the second parameter: orders the shades. */
  readonly value: number;
  /** By rising x = σ/σ*; null where nothing is known yet. */
  readonly points: readonly { readonly x: number; readonly y: number | null }[];
}

/** A series, and a point of it by its index there. */
export interface CollapsePlace {
  readonly row: number;
  readonly column: number;
}

/** What a collapse chart shows: rows of a map on one axis, where they fall together if the scaling law holds. */
export interface CollapseData extends Described {
  /** In the order of their values, as in the map from the bottom upward. */
  readonly series: readonly CollapseSeries[];
  readonly yLabel: string;
  /** Ends of the y axis, where values beyond them are drawn; by default 0 and 1. */
  readonly domain?: readonly [number, number] | undefined;
  /** Right end of the x axis; points beyond it are not drawn. */
  readonly xMax: number;
  /** Where it has no room, σ/σ* stands alone. */
  readonly xLabel: string;
  /** A dashed vertical line with its name above the plot. */
  readonly reference: { readonly x: number; readonly label: string };
  readonly highlight?: CollapsePlace | undefined;
  /** The points belong to another experiment: paler and dashed. */
  readonly stale?: boolean | undefined;
}

/** A point of the plane, with its index in its series. */
interface CollapsePoint {
  readonly x: number;
  readonly y: number;
  readonly column: number;
}

/** The points of a series that can be drawn. */
export function pointsOf(series: CollapseSeries, { xMax }: Pick<CollapseData, 'xMax'>): CollapsePoint[] {
  return series.points.flatMap(({ x, y }, column) =>
    y !== null && Number.isFinite(y) && x >= 0 && x <= xMax ? [{ x, y, column }] : [],
  );
}
