import { tableNumber } from '../kit/numbers';
import type { ChartTable, TableWords } from '../kit/table';
import type { SweepData, SweepPoint } from './data';

interface Column {
  readonly name: string;
  of(point: SweepPoint): number | null | undefined;
}

/** The levels that were measured, with columns for what is known of them. */
export function sweepTable({ points, predicted, names, xLabel }: SweepData, words: TableWords): ChartTable {
  const measured = points.filter(({ data, filters }) => data !== null || filters !== null);
  const expected = new Map((predicted ?? []).map(({ x, y }) => [x.toFixed(6), y]));
  const columns: Column[] = [
    { name: names.data, of: ({ data }) => data },
    { name: words.lowest(names.data), of: ({ dataLow }) => dataLow },
    { name: words.highest(names.data), of: ({ dataHigh }) => dataHigh },
    { name: names.predicted, of: ({ x }) => expected.get(x.toFixed(6)) },
    { name: names.filters, of: ({ filters }) => filters },
    { name: words.lowest(names.filters), of: ({ filtersLow }) => filtersLow },
    { name: words.highest(names.filters), of: ({ filtersHigh }) => filtersHigh },
  ];
  // Without several seeds there are no ends of a band, and some notions of rank have no prediction.
  const known = columns.filter(({ of }) => measured.some((point) => of(point) != null));
  return {
    head: [xLabel, ...known.map(({ name }) => name)],
    rows: measured.map((point) => [tableNumber(point.x), ...known.map(({ of }) => tableNumber(of(point)))]),
  };
}
