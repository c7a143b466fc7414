import type { Described } from '../charts/kit/chart';
import { ChartFigure, type ChartFigureProps } from './chart-figure';
import { PointGrid } from './point-grid';

/** What can be found in a chart, in words: rows in the order of reading, null where nothing is measured yet. */
export interface Points<Hit> {
  readonly label: string;
  /** Whether the first row is the lowest, as along an axis. */
  readonly upward?: boolean;
  readonly rows: readonly (readonly ({ readonly label: string; readonly hit: Hit } | null)[])[];
}

export interface PickableFigureProps<Data extends Described, Hit> extends ChartFigureProps<Data, Hit> {
  onPoint(found: Hit | null, pressed: boolean): void;
  onOpen(found: Hit | null): void;
  readonly points: Points<Hit>;
}

/** A chart of which keys and screen readers find what a pointer finds, as buttons. */
export function PickableFigure<Data extends Described, Hit>({
  points: { label, upward = false, rows },
  ...figure
}: PickableFigureProps<Data, Hit>) {
  const { onPoint, onOpen } = figure;
  return (
    <>
      <ChartFigure {...figure} />
      <PointGrid
        label={label}
        upward={upward}
        rows={rows.map((row) => row.map((each) => each && { label: each.label, onOpen: () => onOpen(each.hit) }))}
        onFocus={(at) => onPoint((at && rows[at.row]?.[at.column]?.hit) ?? null, false)}
      />
    </>
  );
}
