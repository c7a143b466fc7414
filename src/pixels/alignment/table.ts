import { tableNumber } from '../../charts/kit/numbers';
import type { ChartTable } from '../../charts/kit/table';
import type { AlignmentData } from './frame';

interface AlignmentHeads {
  readonly filter: string;
  readonly cosine: (name: string) => string;
  readonly rest: string;
}

/** The alignment map's numbers: a row for each filter, in the map's order, with its cosines and its energy off the signal span. */
export function alignmentTable(
  { cosines, rest, order, features, names }: AlignmentData,
  heads: AlignmentHeads,
  nameOf: (filter: number) => string,
): ChartTable {
  return {
    head: [heads.filter, ...features.map((feature) => heads.cosine(names[feature]!)), heads.rest],
    rows: order.map((filter) => [
      nameOf(filter),
      ...features.map((feature) => tableNumber(cosines[filter * names.length + feature])),
      tableNumber(rest[filter]),
    ]),
  };
}
