import { useMemo } from 'react';
import { useApp } from '../store/use-app';
import { PointGrid } from './point-grid';
import { describeFilter, type Filters } from './use-filters';

/** Columns of the grid that keys move in; those of the picture change with its width. */
const columns = 16;

/** The filters as buttons for keys and screen readers, in the order of the picture. */
export function FilterGrid({ filters, onFocus }: { filters: Filters; onFocus(filter: number | null): void }) {
  const app = useApp();
  const { groups } = filters;
  const order = useMemo(() => groups.flatMap((group) => group.filters), [groups]);
  const rows = Array.from({ length: Math.ceil(order.length / columns) }, (_, row) => order.slice(row * columns, (row + 1) * columns).map((filter) => (
    { label: `${describeFilter(filter, filters)}. Shows its alignment over time.`, onOpen: () => app.pick(filter) }
  )));
  return <PointGrid label="Filters" rows={rows} onFocus={(cell) => onFocus(cell && (order[cell.row * columns + cell.column] ?? null))} />;
}
