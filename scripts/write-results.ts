/**
 * Writes docs/RESULTS.md, and the same as a page beside the figure's, from the tables in docs/results/. `npm run results -- make`
 * makes their runs first, with the built command: as many seeds as `--seeds` and `--wrong-seeds` say, going on with what an earlier call left in `results/`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readLines } from '../cli/command/read-lines';
import { csvOf } from '../cli/command/table';
import { asHtml, asMarkdown } from './results/document';
import { leadOf, type LeadRow } from './results/lead';
import { resultsPage } from './results/page';
import { curveRuns, halfWayRuns, leadPoints, leadRuns } from './results/plan';
import { leadTable, writeTable } from './results/tables';

const path = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url));

/** @returns the file that holds the runs. */
function make(name: string, links: Iterable<string>, options: readonly string[]): string {
  const list = path(`results/${name}.txt`),
    out = path(`results/${name}.ndjson`);
  writeFileSync(list, `${[...links].join('\n')}\n`);
  const argv = [path('dist/cli/rank-under-noise.mjs'), 'sweep', '--links', list, '--out', out, '--resume', ...options];
  const { status } = spawnSync(process.execPath, argv, { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${name}: exit code ${status}`);
  return out;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: 'string', default: '6' },
    'wrong-seeds': { type: 'string', default: '10' },
    workers: { type: 'string' },
  },
});
const workers = values.workers === undefined ? [] : ['--workers', values.workers];

if (positionals[0] === 'make') {
  if (!existsSync(path('dist/cli'))) throw new Error('npm run build makes the command that makes the runs');
  for (const folder of ['results', 'docs/results']) mkdirSync(path(folder), { recursive: true });
  const runs = await readLines(make('runs', halfWayRuns(Number(values.seeds)).keys(), workers));
  writeTable('runs', csvOf(runs.lines.map(({ line }) => line)));
  const curve = await readLines(make('curve', curveRuns(), workers));
  writeTable('curve', csvOf(curve.lines.map(({ line }) => line)));
  const history = ['--history', String(leadPoints)];
  const wrong = await readLines(
    make('wrong-labels', leadRuns(Number(values['wrong-seeds'])).keys(), [...history, ...workers]),
  );
  const rows: LeadRow[] = [];
  for (const { line } of wrong.lines) rows.push(await leadOf(line));
  writeTable('wrong-labels', leadTable(rows));
}
const page = resultsPage();
writeFileSync(path('docs/RESULTS.md'), asMarkdown(page));
writeFileSync(path('public/results.html'), asHtml(page));
