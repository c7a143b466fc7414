/**
 * `npm run hostile [-- --seed N] [--small] [--only links,messages,files,loading] [--write]`: tries links, messages and files that
 * nobody should make, and opens the page with one of its files failing. Prints what came of them, and fails where anything threw,
 * stood still or was lost. `--write` keeps the figures of what was tried, from which docs/BROWSERS.md is written.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Figures } from './hostile/figures';
import { tryFiles } from './hostile/files';
import { tryLinks } from './hostile/links';
import { tryLoading } from './hostile/loading';
import { tryMessages } from './hostile/messages';

const given = process.argv.slice(2);
const at = given.indexOf('--seed');
const seed = at < 0 ? 1 : Number(given[at + 1]);
const [most, files, loads] = given.includes('--small') ? [500, 100, 10] : [10_000, 1000, 300];
const run = readFileSync(new URL('../fixtures/runs/run-v1.json', import.meta.url), 'utf8');

const attempts: Readonly<Record<string, () => Promise<Figures>>> = {
  links: () => tryLinks(most, seed),
  messages: () => tryMessages(most, seed),
  files: () => tryFiles(files, seed, run),
  loading: () => tryLoading(loads, seed),
};
console.log(`${'seed ' + seed}`.padEnd(20), '   tried   taken  faults  slowest');
const only = given.indexOf('--only') < 0 ? null : given[given.indexOf('--only') + 1]!.split(',');
const kept = new URL('../fixtures/reliability/hostile.json', import.meta.url);
const came: Record<string, object> = existsSync(kept)
  ? (JSON.parse(readFileSync(kept, 'utf8')) as Record<string, object>)
  : {};
let failed = false;
for (const [name, attempt] of Object.entries(attempts)) {
  if (only && !only.includes(name)) continue;
  const { faults, ...figures } = await attempt();
  const { tried, taken, slowest } = figures;
  came[name] = { seed, ...figures, slowest: Math.round(slowest) };
  const numbers = [tried, taken, faults.length].map((number) => String(number).padStart(8)).join('');
  console.log(name.padEnd(20), `${numbers}${slowest.toFixed(0).padStart(6)} ms`);
  failed ||= faults.length > 0;
}
if (given.includes('--write') && !failed) writeFileSync(kept, `${JSON.stringify(came, null, 2)}\n`);
// What clocks and workers of a page in Node still wait for is of no interest.
process.exit(failed ? 1 : 0);
