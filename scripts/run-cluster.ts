/**
 * Tries the command as a cluster would use it, with real schedulers on this machine, and says what each part came to:
 *
 *   npm run cluster                        all of it
 *   npm run cluster -- slurm kill          these parts
 *
 * - `cores`: a sweep on one core and with two workers, the bytes that all others are held against, and their throughput;
 * - `slurm`: the same in eight shards of a job array, one of them killed half way and requeued;
 * - `parallel`: the same by GNU parallel, one job killed and taken up again by its job log;
 * - `kill`: ended by SIGKILL at twenty random moments, each time gone on with;
 * - `disk`: on a disk that is full in the middle, gone on with where there is room;
 * - `tarball`: the packed package in an empty project, by `npx`;
 * - `notebook`: the notebook of docs/ANALYSIS.md, run by Jupyter.
 *
 * What is missing of Debian's packages is installed where this runs as root. `RUNS=200` makes fewer runs than 2,000,
 * `--built` takes the page as it was built.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeOnCores } from './cluster/cores';
import { fillDisk } from './cluster/disk';
import { killAgainAndAgain } from './cluster/kill';
import { runNotebook } from './cluster/notebook';
import { byParallel } from './cluster/parallel';
import type { Bench } from './cluster/bench';
import { bySlurm } from './cluster/slurm';
import { fromTarball } from './cluster/tarball';

const parts: Readonly<Record<string, (bench: Bench) => Promise<void>>> = {
  cores: makeOnCores,
  slurm: bySlurm,
  parallel: byParallel,
  kill: killAgainAndAgain,
  disk: fillDisk,
  tarball: fromTarball,
  notebook: runNotebook,
};

const argv = process.argv.slice(2);
const asked = argv.filter((name) => name !== '--built');
const unknown = asked.find((name) => !(name in parts));
if (unknown !== undefined) throw new Error(`no such part: ${unknown}; ${Object.keys(parts).join(', ')}`);

// Whatever is tried is what is shipped.
if (!argv.includes('--built')) execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });

const folder = mkdtempSync(join(tmpdir(), 'cluster-'));
const runs = Number(process.env['RUNS'] ?? 2000);
const bench: Bench = { folder, runs, say: (line) => console.log(line) };
let failed = 0;
try {
  for (const [name, part] of Object.entries(parts)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    console.log(`\n== ${name}`);
    try {
      await part(bench);
    } catch (error) {
      failed += 1;
      console.log(`FAILED: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
} finally {
  if (failed === 0) rmSync(folder, { recursive: true });
  else console.log(`\nwhat was made is in ${folder}`);
}
console.log(failed === 0 ? '\nall parts passed' : `\n${failed} parts failed`);
process.exitCode = failed === 0 ? 0 : 1;
