import { rankNotions } from '../../src/spectrum/ranks';
import { csv } from '../../src/formats/csv';
import type { NpyArray } from '../../src/formats/npy';
import { writeNpz } from '../../src/formats/npz';
import type { Line } from './line';
import { versionKeys } from './versions';

type Cell = string | number | boolean | null;
type Row = ReadonlyMap<string, Cell>;

const cellOf = (value: unknown): Cell =>
  value === null || value === undefined
    ? null
    : Array.isArray(value)
      ? value.join('-')
      : (value as string | number | boolean);

const measured = [
  'signalDimension',
  'criticalNoise',
  'lawfulNoise',
  'predictedStableRank',
  'step',
  'diverged',
  'loss',
  'testLoss',
  'trainAccuracy',
  'testAccuracy',
  'attention',
] as const;

/** What is measured of a matrix, by name; of what training moved `moved.stable` and, along the signal vectors, `along1` and so on. */
function cellsOf({ change, ...measured }: Line['matrices'][string]): [string, Cell][] {
  const within = (name: string, of: object) =>
    Object.entries(of).map(([key, value]): [string, Cell] => [`${name}.${key}`, value]);
  return [
    ...Object.entries(measured),
    ...(change
      ? [
          ...within('moved', change.moved),
          ...within('gradient', change.gradient),
          ...(change.along ?? []).map((share, i): [string, Cell] => [`along${i + 1}`, share]),
        ]
      : []),
  ];
}

/** A run under the names of its columns; a matrix's are `filters.stable`. */
function rowOf(line: Line): Row {
  const { data, clean, matrices, byLabel = {}, moments = {}, link, backend, versions } = line;
  return new Map<string, Cell>([
    ['run', line.run],
    ...Object.entries(line.parameters).map(([key, value]) => [key, cellOf(value)] as const),
    ...measured.map((key) => [key, cellOf(line[key])] as const),
    ...Object.entries({ byLabel, moments }).flatMap(([name, of]) =>
      Object.entries<number | null>(of).map(([what, value]) => [`${name}.${what}`, value] as const),
    ),
    ...Object.entries({ data, clean }).flatMap(([name, ranks]) =>
      rankNotions.map((notion) => [`${name}.${notion}`, ranks[notion]] as const),
    ),
    ...Object.entries(matrices).flatMap(([name, of]) =>
      cellsOf(of).map(([what, value]) => [`${name}.${what}`, value] as const),
    ),
    ['backend', backend],
    ...versionKeys.map((key) => [`version.${key}`, versions[key]] as const),
    ['link', link],
  ]);
}

/** All columns that a line has, those of the first first. */
function tableOf(lines: readonly Line[]): { readonly columns: readonly string[]; readonly rows: readonly Row[] } {
  const rows = lines.map(rowOf);
  return { columns: [...new Set(rows.flatMap((row) => [...row.keys()]))], rows };
}

/** Runs as CSV: a row of titles, and one row a run. */
export function csvOf(lines: readonly Line[]): string {
  const { columns, rows } = tableOf(lines);
  return csv([columns, ...rows.map((row) => columns.map((column) => row.get(column) ?? null))]);
}

/**
 * Runs as NPZ: every column an array of doubles, NaN where nothing was measured; of words their places in the lists of
 * `words.json`. Spectra are [runs × values] and histories [runs × points], filled up with NaN.
 */
export async function npzOf(lines: readonly Line[]): Promise<Uint8Array[]> {
  const { columns, rows } = tableOf(lines);
  const arrays: Record<string, NpyArray> = {};
  const words: Record<string, string[]> = {};
  for (const column of columns) {
    const cells = rows.map((row) => row.get(column) ?? null);
    if (cells.some((cell) => typeof cell === 'string'))
      words[column] = [...new Set(cells.map((cell) => String(cell ?? '')))];
    const list = words[column];
    arrays[column] = vector(cells.map((cell) => (list ? list.indexOf(String(cell ?? '')) : numberOf(cell))));
  }
  const named = (name: string, of: (line: Line) => readonly (number | null)[] | undefined) => {
    arrays[name] = padded(lines.map((line) => of(line) ?? []));
  };
  for (const name of new Set(lines.flatMap(({ spectra }) => Object.keys(spectra ?? {}))))
    named(`spectra.${name}`, ({ spectra }) => spectra?.[name]);
  if (lines.some(({ history }) => history)) {
    for (const key of ['step', 'loss', 'testLoss', 'trainAccuracy', 'testAccuracy'] as const)
      named(`history.${key}`, ({ history }) => history?.map((point) => point[key]));
    if (lines.some(({ byLabel }) => byLabel))
      for (const label of ['right', 'wrong'] as const)
        named(`history.byLabel.${label}`, ({ history }) => history?.map(({ byLabel }) => byLabel?.[label] ?? null));
    for (const name of new Set(lines.flatMap(({ matrices }) => Object.keys(matrices)))) {
      const points = new Map(
        lines.map((line) => [
          line,
          line.history?.map(({ matrices: { [name]: of } }) => new Map(of && cellsOf(of))) ?? [],
        ]),
      );
      const keys = new Set([...points.values()].flatMap((of) => of.flatMap((cells) => [...cells.keys()])));
      for (const key of keys)
        named(`history.${name}.${key}`, (line) => points.get(line)!.map((cells) => numberOf(cells.get(key) ?? null)));
    }
  }
  return writeNpz(arrays, { 'words.json': `${JSON.stringify(words, null, 1)}\n` });
}

const numberOf = (cell: Cell) => (cell === null || typeof cell === 'string' ? NaN : Number(cell));

const vector = (values: readonly number[]): NpyArray => ({ values: Float64Array.from(values), shape: [values.length] });

function padded(rows: readonly (readonly (number | null)[])[]): NpyArray {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const values = new Float64Array(rows.length * columns).fill(NaN);
  rows.forEach((row, i) => row.forEach((value, j) => (values[i * columns + j] = value ?? NaN)));
  return { values, shape: [rows.length, columns] };
}
