import { indexTable, namedRuns, type ChartTable, type TableWords } from '../kit/table';
import type { SpectrumData } from './data';

/** Every singular value, also those beyond the edge of the chart. */
export function spectrumTable({ values, ghost, pins = [] }: SpectrumData, words: TableWords): ChartTable {
  const behind = [...(ghost ? [ghost] : []), ...namedRuns(pins, words)].filter((others) => others.values.length > 0);
  return indexTable(
    [
      { label: words.value, values },
      { label: words.energy, values: overLargest(values) },
      ...behind.map((others) => ({ label: words.energyOf(others.label), values: overLargest(others.values) })),
    ],
    words,
  );
}

/** A zero matrix stays zeros. */
function overLargest(values: ArrayLike<number>): number[] {
  const largest = values[0] ?? 0;
  return Array.from(values, (value) => (largest > 0 ? (value / largest) ** 2 : value));
}
