import { useMemo } from 'react';
import { useApp } from '../../store/use-app';
import { useStrings } from '../../store/words';
import { PointGrid } from '../../ui/point-grid';
import { filterFacts, type Filters } from './use-filters';

/** Columns of the grid that keys move in; those of the picture change with its width. */
const columns = 16;

/** The filters as buttons for keys and screen readers, in the order of the picture. */
export function FilterGrid({ filters, onFocus }: { filters: Filters; onFocus(filter: number | null): void }) {
  const app = useApp();
  const words = useStrings().filters;
  const { parts, groups, names } = filters;
  const order = useMemo(() => groups.flatMap((group) => group.filters), [groups]);
  const rows = useMemo(
    () =>
      Array.from({ length: Math.ceil(order.length / columns) }, (_, row) =>
        order
          .slice(row * columns, (row + 1) * columns)
          .map((filter) => ({
            label: words.open(filterFacts(filter, { parts, groups, names })),
            onOpen: () => app.pick(filter),
          })),
      ),
    [app, order, parts, groups, names, words],
  );
  return (
    <PointGrid
      label={words.grid}
      rows={rows}
      onFocus={(cell) => onFocus(cell && (order[cell.row * columns + cell.column] ?? null))}
    />
  );
}
