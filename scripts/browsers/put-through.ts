import { readdirSync, readFileSync } from 'node:fs';
import type { Usage } from '../../bench/soak/measure';
import type { Thirds } from '../../bench/soak/flat';

const folder = new URL('../../fixtures/reliability/', import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

/** A soak that passed, as `npm run soak -- --write` keeps it. */
interface Soaked extends Thirds {
  readonly browser: string;
  readonly minutes: number;
  readonly moves: number;
  readonly places: number;
}

/** What came of hostile input, as `npm run hostile -- --write` keeps it. */
interface Tried {
  readonly tried: number;
  readonly taken: number;
  readonly slowest: number;
  /** Of the page, that failed. */
  readonly files?: number;
}

const row = (cells: readonly unknown[]) => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly unknown[])[]) =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

const measures: Readonly<Record<keyof Usage, string>> = {
  pageMb: 'page, MiB',
  workerMb: 'a worker, MiB',
  workers: 'workers',
  nodes: 'nodes in no document',
  listeners: 'listeners',
  requests: 'requests',
};
const keys = Object.keys(measures) as (keyof Usage)[];
const short = (value: number) => String(Math.round(10 * value) / 10);

/** The part of docs/BROWSERS.md on what the page was put through. */
export function putThroughDocs(): string {
  const soaked = readdirSync(folder)
    .filter((name) => name.startsWith('soak-'))
    .toSorted()
    .map((name) => read(name) as Soaked);
  const came = read('hostile.json') as Readonly<Record<string, Tried>>;
  const soaks = `\`npm run soak\` touches all that is on the page, at random, while files fail, the tab is hidden, GL contexts are lost and workers end. Once
a minute the page is brought to the same rest: its figures are those of a fresh page each time, no error was heard, and the middle of
the last third of the minutes is that of the second but for noise (\`bench/soak/flat.ts\`). Firefox counts no nodes: KiB that they take.
In Firefox a script that others share and that did not come is missing until the page is loaded again, as it says; in its soak these come.

${table(
  ['browser', 'minutes', 'moves', ...keys.map((key) => measures[key])],
  soaked.map(({ browser, minutes, moves, second, last }) => [
    browser,
    minutes,
    moves,
    ...keys.map((key) => `${short(second[key])} → ${short(last[key])}`),
  ]),
)}`;
  return `${soaked.length > 0 ? `${soaks}\n\n` : ''}\`npm run hostile\` tries what nobody should send. Nothing threw, stood still for a second or was lost. Times are the processor’s.

${table(
  ['what', 'tried', 'taken or outlasted', 'slowest, ms'],
  Object.entries(came).map(([name, { tried, taken, slowest, files }]) => [
    files === undefined ? name : `faults of ${name}, of ${files} files`,
    tried,
    taken,
    slowest,
  ]),
)}`;
}
