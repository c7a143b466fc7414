import type { Described } from '../kit/chart';

/** A place in the grid: indices from the bottom and from the left. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** What a map shows: one number for each cell of a grid, background noise across, a second parameter upward. */
export interface MapData extends Described {
  /** Noise at the centres of the columns, rising and evenly spaced. */
  readonly columns: readonly number[];
  /** Values of the second parameter, from the bottom upward, and how they are written. */
  readonly rows: readonly { readonly value: number; readonly text: string }[];
  readonly rowLabel: string;
  readonly columnLabel: string;
  /** Row by row from the bottom; null where nothing is known yet. */
  readonly cells: readonly (number | null)[];
  /** Cells whose number was taken from a coarser neighbour: paler, and without a border. */
  readonly interpolated?: readonly boolean[] | undefined;
  /** `share` colours 0…1, `accuracy` 0.5…1. */
  readonly colour: 'share' | 'accuracy';
  /** What the colours show, e.g. "signal share". */
  readonly colourLabel: string;
  /** Critical noise σ* of each row. */
  readonly boundary: readonly (number | null)[];
  /** The run on the page: noise, and value of the second parameter, which may lie between two rows. */
  readonly current: { readonly column: number; readonly row: number } | null;
  readonly highlight?: Cell | undefined;
  /** The cells belong to another experiment: paler. */
  readonly stale: boolean;
}

/** Ends of the colour scale. */
export const DOMAINS = { share: [0, 1], accuracy: [0.5, 1] } as const;

/** The number of a cell, null where there is none that can be shown. */
export function cellValue(data: Pick<MapData, 'cells' | 'columns'>, row: number, column: number): number | null {
  const value = data.cells[row * data.columns.length + column];
  return value !== undefined && value !== null && Number.isFinite(value) ? value : null;
}

/** A share as it is written in a cell: two decimals, without the zero before them. */
export function formatShare(value: number): string {
  const text = Math.min(1, Math.max(0, value)).toFixed(2);
  return text === '1.00' ? '1' : text === '0.00' ? '0' : text.slice(1);
}
