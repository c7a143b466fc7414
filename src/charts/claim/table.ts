import { tableNumber } from '../kit/numbers';
import type { ChartTable, TableWords } from '../kit/table';
import type { ClaimData, ClaimPoint } from './data';

interface Column {
  readonly name: string;
  of(point: ClaimPoint): number | null | undefined;
}

/** The levels that were measured, with columns for what is known of them; the prediction where nothing is yet. */
export function claimTable({ curve }: ClaimData, words: TableWords): ChartTable {
  const { points, predicted, names, xLabels } = curve;
  const measured = points.filter(({ data, filters, lost }) => data !== null || filters !== null || lost);
  const head = xLabels.at(-1) ?? '';
  if (measured.length === 0)
    return {
      head: [head, names.predicted],
      rows: (predicted ?? []).map(({ x, y }) => [tableNumber(x), tableNumber(y)]),
    };
  const columns: Column[] = [
    { name: names.data, of: ({ data }) => data },
    { name: words.lowest(names.data), of: ({ dataLow }) => dataLow },
    { name: words.highest(names.data), of: ({ dataHigh }) => dataHigh },
    { name: names.filters, of: ({ filters }) => filters },
    { name: words.lowest(names.filters), of: ({ filtersLow }) => filtersLow },
    { name: words.highest(names.filters), of: ({ filtersHigh }) => filtersHigh },
    { name: words.share, of: ({ share }) => share },
  ];
  const known = columns.filter(({ of }) => measured.some((point) => of(point) != null));
  return {
    head: [head, ...known.map(({ name }) => name)],
    rows: measured.map((point) => [tableNumber(point.x), ...known.map(({ of }) => tableNumber(of(point)))]),
  };
}
