import type { CollapseData } from './collapse/data';
import type { CurveData } from './curve/data';
import type { LinesData } from './lines/data';
import { cellValue, type MapData } from './map/data';
import type { SpectrumData } from './spectrum/data';
import type { SweepData, SweepPoint } from './sweep/data';

/** A chart's numbers for those who cannot see it, or want to read them: the first cell of a row names it. */
export interface ChartTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Heads of columns that charts do not name themselves. */
export interface TableWords {
  readonly index: string;
  readonly value: string;
  /** Of a value over the largest of its spectrum. */
  readonly relative: string;
  readonly relativeOf: (of: string) => string;
  readonly step: string;
  readonly run: (letter: string) => string;
  readonly lowest: (of: string) => string;
  readonly highest: (of: string) => string;
  /** One line of several in a chart. */
  readonly line: string;
  /** σ/σ*. */
  readonly ratio: string;
}

/** Energies s²/s₁² of one spectrum or several, beside each other. */
export interface EnergyData {
  readonly series: readonly { readonly label: string; readonly bars: readonly number[] }[];
  /** Accessible name, and a sentence that says what can be seen. */
  readonly name: string;
  readonly description: string;
}

/** A chart, by what it shows. */
export type NumberedChart =
  | { readonly kind: 'spectrum'; readonly data: SpectrumData }
  | { readonly kind: 'curve'; readonly data: CurveData }
  | { readonly kind: 'lines'; readonly data: LinesData }
  | { readonly kind: 'sweep'; readonly data: SweepData }
  | { readonly kind: 'map'; readonly data: MapData }
  | { readonly kind: 'collapse'; readonly data: CollapseData }
  | { readonly kind: 'energies'; readonly data: EnergyData };

const unknown = '–';

/** Four significant digits; a dash for what is not known. */
export function tableNumber(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return unknown;
  const short = Number(value.toPrecision(4));
  return (Math.abs(short) < 1e-4 && short !== 0 ? short.toExponential() : String(short)).replaceAll('-', '−');
}

/** All numbers that a chart draws, and, of a spectrum, those beyond its edge too. */
export function chartTable(chart: NumberedChart, words: TableWords): ChartTable {
  switch (chart.kind) {
    case 'spectrum':
      return spectrumTable(chart.data, words);
    case 'curve':
      return stepTable(
        [{ label: chart.data.label, points: chart.data.history }, ...namedRuns(chart.data.ghosts ?? [], words)],
        words,
      );
    case 'lines':
      return stepTable(chart.data.series, words);
    case 'sweep':
      return sweepTable(chart.data, words);
    case 'map':
      return mapTable(chart.data);
    case 'collapse':
      return collapseTable(chart.data, words);
    case 'energies':
      return energyTable(chart.data, words);
  }
}

function spectrumTable({ values, ghost, pins = [] }: SpectrumData, words: TableWords): ChartTable {
  const behind = [...(ghost ? [{ label: ghost.label, values: ghost.values }] : []), ...namedRuns(pins, words)].filter(
    ({ values: others }) => others.length > 0,
  );
  const rows = Math.max(values.length, ...behind.map(({ values: others }) => others.length));
  const relative = (of: ArrayLike<number>, i: number) => tableNumber(of[0]! > 0 ? of[i]! / of[0]! : of[i]);
  return {
    head: [words.index, words.value, words.relative, ...behind.map(({ label }) => words.relativeOf(label))],
    rows: Array.from({ length: rows }, (_, i) => [
      String(i + 1),
      tableNumber(values[i]),
      relative(values, i),
      ...behind.map(({ values: others }) => relative(others, i)),
    ]),
  };
}

const namedRuns = <T extends { readonly label: string }>(runs: readonly T[], words: TableWords): T[] =>
  runs.map((run) => ({ ...run, label: words.run(run.label) }));

/** Quantities that were recorded at steps of their own: a row for each step that any of them has. */
function stepTable(
  series: readonly {
    readonly label: string;
    readonly points: readonly { readonly step: number; readonly value: number }[];
  }[],
  words: TableWords,
): ChartTable {
  const drawn = series.filter(({ points }) => points.length > 0);
  const at = drawn.map(({ points }) => new Map(points.map(({ step, value }) => [step, value])));
  const steps = [...new Set(at.flatMap((values) => [...values.keys()]))].toSorted((a, b) => a - b);
  return {
    head: [words.step, ...drawn.map(({ label }) => label)],
    rows: steps.map((step) => [String(step), ...at.map((values) => tableNumber(values.get(step)))]),
  };
}

interface SweepColumn {
  readonly name: string;
  of(point: SweepPoint): number | null | undefined;
}

function sweepTable({ points, predicted, names, xLabel }: SweepData, words: TableWords): ChartTable {
  const measured = points.filter(({ data, filters }) => data !== null || filters !== null);
  const expected = new Map((predicted ?? []).map(({ x, y }) => [x.toFixed(6), y]));
  const columns: SweepColumn[] = [
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

/** As the map stands: its uppermost row first. Cells whose colour only stands in for a measurement are left open. */
function mapTable(map: MapData): ChartTable {
  const { columns, rows, rowLabel, interpolated } = map;
  return {
    head: [rowLabel, ...columns.map((noise) => `σ = ${tableNumber(noise)}`)],
    rows: rows
      .map(({ text }, r) => [
        text,
        ...columns.map((_, c) => tableNumber(interpolated?.[r * columns.length + c] ? null : cellValue(map, r, c))),
      ])
      .toReversed(),
  };
}

function collapseTable({ series, yLabel }: CollapseData, words: TableWords): ChartTable {
  const rows = series.flatMap(({ label, points }) =>
    points.flatMap(({ x, y }) => (y === null ? [] : [[label, tableNumber(x), tableNumber(y)]])),
  );
  return { head: [words.line, words.ratio, yLabel], rows };
}

function energyTable({ series }: EnergyData, words: TableWords): ChartTable {
  const known = series.filter(({ bars }) => bars.length > 0);
  const rows = Math.max(0, ...known.map(({ bars }) => bars.length));
  return {
    head: [words.index, ...known.map(({ label }) => label)],
    rows: Array.from({ length: rows }, (_, i) => [String(i + 1), ...known.map(({ bars }) => tableNumber(bars[i]))]),
  };
}
