import { tableNumber } from './numbers';

/** A chart's numbers for those who cannot see it, or want to read them: the first cell of a row names it. */
export interface ChartTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Heads of columns that charts do not name themselves. */
export interface TableWords {
  readonly index: string;
  readonly value: string;
  /** Of a value's square over that of the largest of its spectrum. */
  readonly energy: string;
  readonly energyOf: (of: string) => string;
  readonly step: string;
  readonly run: (letter: string) => string;
  readonly lowest: (of: string) => string;
  readonly highest: (of: string) => string;
  /** One line of several in a chart. */
  readonly line: string;
  /** σ/σ*. */
  readonly ratio: string;
  /** Of the filters' energy in the signal span. */
  readonly share: string;
}

/** Lists beside each other: a row for each place that any of them has. */
export function indexTable(
  columns: readonly { readonly label: string; readonly values: ArrayLike<number> }[],
  words: Pick<TableWords, 'index'>,
): ChartTable {
  const rows = Math.max(0, ...columns.map(({ values }) => values.length));
  return {
    head: [words.index, ...columns.map(({ label }) => label)],
    rows: Array.from({ length: rows }, (_, i) => [
      String(i + 1),
      ...columns.map(({ values }) => tableNumber(values[i])),
    ]),
  };
}

/** Quantities that were recorded at steps of their own: a row for each step that any of them has. */
export function stepTable(
  series: readonly {
    readonly label: string;
    readonly points: readonly { readonly step: number; readonly value: number }[];
  }[],
  words: Pick<TableWords, 'step'>,
): ChartTable {
  const drawn = series.filter(({ points }) => points.length > 0);
  const at = drawn.map(({ points }) => new Map(points.map(({ step, value }) => [step, value])));
  const steps = [...new Set(at.flatMap((values) => [...values.keys()]))].toSorted((a, b) => a - b);
  return {
    head: [words.step, ...drawn.map(({ label }) => label)],
    rows: steps.map((step) => [String(step), ...at.map((values) => tableNumber(values.get(step)))]),
  };
}

/** Pinned runs under the names that a table gives them. */
export function namedRuns<Run extends { readonly label: string }>(
  runs: readonly Run[],
  words: Pick<TableWords, 'run'>,
): Run[] {
  return runs.map((run) => ({ ...run, label: words.run(run.label) }));
}
