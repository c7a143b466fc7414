import { csvParse } from 'd3';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { csv } from '../../src/formats/csv';
import type { EndRow } from './half-way';
import { leadColumns, type LeadRow } from './lead';

const at = (name: string) => new URL(`../../docs/results/${name}.csv.gz`, import.meta.url);

/** All tables together. */
const mostBytes = 2e6;

/** A table's bytes are the same whenever it is written. */
export function writeTable(name: string, text: string): void {
  writeFileSync(at(name), gzipSync(text, { level: 9 }));
  const bytes = ['runs', 'wrong-labels', 'curve']
    .filter((one) => existsSync(at(one)))
    .reduce((sum, one) => sum + readFileSync(at(one)).length, 0);
  console.log(`docs/results/${name}.csv.gz; all tables ${(bytes / 1000).toFixed(0)} kB`);
  if (bytes > mostBytes) throw new Error(`the tables are larger than ${mostBytes / 1e6} MB`);
}

export const leadTable = (rows: readonly LeadRow[]): string =>
  csv([[...leadColumns], ...rows.map((row) => leadColumns.map((column) => row[column]))]);

const parsed = (name: string) => csvParse(gunzipSync(readFileSync(at(name))).toString());
const number = (cell: string | undefined) => (cell === '' || cell === undefined ? null : Number(cell));

export function readEnds(): EndRow[] {
  return parsed('runs').map((row) => {
    const ranks = (of: string) => ({ stable: Number(row[`${of}.stable`]), effective: Number(row[`${of}.effective`]) });
    return {
      link: row['link']!,
      seed: Number(row['seed']),
      ratio: Number(row['sigma']) / Number(row['criticalNoise']),
      share: row['diverged'] === 'true' ? null : number(row['filters.movedShare']),
      trainAccuracy: Number(row['trainAccuracy']),
      testAccuracy: Number(row['testAccuracy']),
      filters: ranks('filters'),
      data: ranks('data'),
      clean: ranks('clean'),
    };
  });
}

export const readLeads = (): LeadRow[] =>
  parsed('wrong-labels').map(
    (row) =>
      Object.fromEntries(
        leadColumns.map((column) => [
          column,
          column === 'link' || column === 'net' ? row[column] : number(row[column]),
        ]),
      ) as unknown as LeadRow,
  );
