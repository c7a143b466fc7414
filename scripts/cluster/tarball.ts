import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { linesIn, program, root, type Bench } from './bench';

/** The packed package in an empty project, without a network: help, a run, a sweep, a table and figures. */
export async function fromTarball(bench: Bench): Promise<void> {
  const project = join(bench.folder, 'project');
  mkdirSync(project);
  const packed = program('npm', ['pack', '--silent', '--pack-destination', bench.folder, root])
    .trim()
    .split('\n')
    .at(-1)!;
  writeFileSync(join(project, 'package.json'), '{ "private": true }\n');
  const inProject = (name: string, ...argv: string[]) => {
    const { status, stdout, stderr } = spawnSync(name, argv, { cwd: project, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${name} ${argv.join(' ')}: exit code ${status}: ${stderr}`);
    return stdout;
  };
  inProject('npm', 'install', '--silent', '--offline', '--no-audit', '--no-fund', join(bench.folder, packed));
  const installed = Object.keys(JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')).packages);
  if (installed.length !== 2) throw new Error(`more than the package was installed: ${installed.join(', ')}`);
  const rank = (...argv: string[]) => inProject('npx', '--offline', 'rank-under-noise', ...argv);
  if (!rank('--help').includes('Usage: rank-under-noise')) throw new Error('--help says no usage');
  const small = ['n=60', 'm=8', 'steps=60'];
  rank('run', ...small, '--history', '12', '--spectra', '--out', 'run.ndjson', '--quiet');
  rank('run', 'data=mnist', 'n=40', 'm=4', 'steps=20', '--quiet');
  rank('sweep', ...small, 'sigma=0:0.6:6', '--seeds', '2', '--out', 'sweep.ndjson', '--quiet');
  if (linesIn(join(project, 'sweep.ndjson')) !== 12) throw new Error('the sweep has not twelve lines');
  rank('merge', 'sweep.ndjson', '--out', 'sweep.csv');
  rank('merge', 'sweep.ndjson', '--out', 'sweep.npz');
  rank('figure', 'sweep', ...small, '--from', 'sweep.ndjson', '--out', 'sweep.svg');
  rank('figure', 'filters', ...small, '--out', 'filters.pdf');
  const starts = (file: string, text: string) => readFileSync(join(project, file), 'latin1').startsWith(text);
  if (!starts('sweep.svg', '<svg') || !starts('filters.pdf', '%PDF')) throw new Error('a figure is none');
  const kilobytes = (readFileSync(join(bench.folder, packed)).length / 1000).toFixed(0);
  bench.say(
    `${packed}, ${kilobytes} kB, installed offline without dependencies: help, runs, a sweep, CSV, NPZ, SVG and PDF`,
  );
}
