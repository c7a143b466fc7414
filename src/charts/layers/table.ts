import { indexTable, type ChartTable, type TableWords } from '../kit/table';
import type { LayersData } from './data';

/** Every singular value of every matrix, now and at initialisation. */
export function layersTable({ layers, beforeLabel }: LayersData, words: TableWords): ChartTable {
  return indexTable(
    layers.flatMap(({ title, values, before }) => [
      { label: title, values },
      ...(before ? [{ label: `${title}, ${beforeLabel}`, values: before }] : []),
    ]),
    words,
  );
}
