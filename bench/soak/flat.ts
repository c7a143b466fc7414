import type { Measured, Usage } from './measure';

/**
 * How much the middle of the second half may lie above that of the first. Caches that fill up once account for megabytes
 * (digits, compiled programs, a clean spectrum) and do so in the first minutes; a leak passes any of these within some.
 */
const tolerances: Usage = { pageMb: 2, workersMb: 3, workers: 0, nodes: 200, listeners: 20, requests: 2 };
const keys = Object.keys(tolerances) as (keyof Usage)[];

/** The middle of each measure over half of the minutes. */
export interface Halves {
  readonly first: Usage;
  readonly second: Usage;
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? 0;
  return (at(Math.floor((sorted.length - 1) / 2)) + at(Math.ceil((sorted.length - 1) / 2))) / 2;
}

/** @param rows the first of a page that was just opened, which belongs to neither half. */
export function halvesOf(rows: readonly Usage[]): Halves {
  const later = rows.slice(1),
    half = Math.floor(later.length / 2);
  const of = (part: readonly Usage[]) =>
    Object.fromEntries(keys.map((key) => [key, middle(part.map((row) => row[key]))])) as unknown as Usage;
  return { first: of(later.slice(0, half)), second: of(later.slice(later.length - half)) };
}

/**
 * The workers of a page at rest, by their scripts: one that trains and one for spectra, which every rest needs; one for what
 * panels ask for, with networks or the GPU where they asked for these; and one in which backends are raced. One that was
 * killed is there again when it is next called. Each engine of the pool keeps what it had to run. Those of pinned runs are
 * given back.
 */
const workers: Readonly<Record<string, readonly [least: number, most: number]>> = {
  worker: [2, 3],
  'networks-worker': [0, 1],
  'gpu-worker': [0, 2],
};

/** What is otherwise than expected, in words; empty where nothing is. */
function unexpected({ at, scripts }: Measured, engines: number): string[] {
  const names = new Set([...Object.keys(workers), ...scripts]);
  return [...names].flatMap((name) => {
    const [least, beside] = workers[name] ?? [0, null],
      most = beside === null ? 0 : beside + engines;
    const count = scripts.filter((each) => each === name).length;
    return count < least || count > most
      ? [`at ${at} there are ${count} workers of ${name}, not ${least} to ${most}`]
      : [];
  });
}

/**
 * What grew from the first half of the rows to the second, in words; and where there were other workers than expected.
 * @param engines of the page's pool.
 */
export function grown(rows: readonly Measured[], engines: number): string[] {
  const { first, second } = halvesOf(rows);
  const failures = keys
    .filter((key) => second[key] - first[key] > tolerances[key])
    .map(
      (key) =>
        `${key} grew from ${first[key].toFixed(1)} to ${second[key].toFixed(1)}, by more than ${tolerances[key]}`,
    );
  return [...failures, ...rows.flatMap((row) => unexpected(row, engines))];
}
