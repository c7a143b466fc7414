/** Checks the scripts of the built page's workers (scripts/host/whole-workers.ts); another folder may be named. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { workerFaults } from './host/whole-workers';

const dist = resolve(fileURLToPath(new URL('..', import.meta.url)), process.argv[2] ?? 'dist');
const scripts = readdirSync(join(dist, 'assets'))
  .filter((name) => name.endsWith('.js'))
  .map((name) => ({ path: `assets/${name}`, text: readFileSync(join(dist, 'assets', name), 'utf8') }));

const faults = workerFaults(scripts);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
