import { tableNumber, type ChartTable } from '../charts/tables';
import type { AlignmentData } from './alignment-frame';

/** The alignment map's numbers: a row for each filter, in the map's order, with its cosines and its energy off the signal span. */
export function alignmentTable({ cosines, rest, order, features, names }: AlignmentData, words: { readonly filter: string; readonly nameOf: (filter: number) => string; readonly cosine: (name: string) => string; readonly rest: string }): ChartTable {
  return {
    head: [words.filter, ...features.map((feature) => words.cosine(names[feature]!)), words.rest],
    rows: order.map((filter) => [words.nameOf(filter), ...features.map((feature) => tableNumber(cosines[filter * names.length + feature])), tableNumber(rest[filter])]),
  };
}
