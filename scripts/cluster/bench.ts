import { spawn, spawnSync, execFileSync, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where parts of the trial are made, of how many runs, and who hears of them. */
export interface Bench {
  readonly folder: string;
  readonly runs: number;
  say(line: string): void;
}

export const root = fileURLToPath(new URL('../..', import.meta.url));
/** The built command. */
export const command = join(root, 'dist/cli/rank-under-noise.mjs');
export const shards = 8;

/** The sweep that is made again and again: twenty levels of noise, five of K, and as many seeds as there are to be runs. */
export const sweep = ({ runs }: Bench): string[] => [
  'sweep',
  'n=40',
  'm=8',
  'steps=40',
  'sigma=0:0.57:20',
  'k=1:5:5',
  '--seeds',
  String(Math.max(1, Math.round(runs / 100))),
];

/** @throws Error with what it said, where it fails. */
export function rank(argv: readonly string[], options: { readonly cwd?: string } = {}): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...argv], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    ...options,
  });
  if (status !== 0) throw new Error(`rank-under-noise ${argv.join(' ')}: exit code ${status}: ${stderr}`);
  return stdout;
}

/** Runs the command without waiting for it. */
export const start = (argv: readonly string[]): ChildProcess =>
  spawn(process.execPath, [command, ...argv], { stdio: 'ignore' });

export const linesIn = (file: string): number =>
  existsSync(file) ? readFileSync(file, 'latin1').split('\n').length - 1 : 0;

/** The file of one core, made where it is not there yet. */
export function reference(bench: Bench): { readonly file: string; readonly text: string } {
  const file = join(bench.folder, 'one-core.ndjson');
  if (!existsSync(file)) rank([...sweep(bench), '--workers', '1', '--out', file, '--quiet']);
  return { file, text: readFileSync(file, 'utf8') };
}

/** @throws Error where two files differ. */
export function sameBytes(bench: Bench, file: string): void {
  const { text } = reference(bench);
  if (readFileSync(file, 'utf8') !== text) throw new Error(`${file} differs from what one core made`);
}

/** The shards of a sweep once an engine has made them. */
interface Made {
  readonly engine: string;
  readonly folder: string;
  /** In any order. */
  readonly parts: readonly string[];
  readonly ms: number;
  /** Which was killed, and how it went on. */
  readonly killed: string;
}

/** Merges them, says how fast they came, and holds the whole against what one core made. @throws Error where they differ. */
export function mergeAndCompare(bench: Bench, { engine, folder, parts, ms, killed }: Made): void {
  const merged = join(folder, 'merged.ndjson');
  rank(['merge', ...parts, '--out', merged]);
  bench.say(`${engine}, ${shards} shards: ${throughput(linesIn(merged), ms)}; ${killed}`);
  sameBytes(bench, merged);
  bench.say('the same bytes as on one core');
}

/** Waits until something is so. @throws Error where it is not in time. */
export async function until(what: string, isSo: () => boolean, seconds = 600): Promise<void> {
  const end = Date.now() + 1000 * seconds;
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`${what} took longer than ${seconds} s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Runs a program and hands back what it prints. @throws Error where it fails. */
export const program = (name: string, argv: readonly string[], env: Readonly<Record<string, string>> = {}): string =>
  execFileSync(name, [...argv], { encoding: 'utf8', env: { ...process.env, ...env }, maxBuffer: 2 ** 26 });

/** Installs Debian's packages where a program of theirs is missing. @throws Error where that cannot be. */
export function needed(programs: readonly string[], packages: readonly string[]): void {
  const isThere = (name: string) => spawnSync('sh', ['-c', `command -v ${name}`]).status === 0;
  if (programs.every(isThere)) return;
  if (process.getuid?.() !== 0)
    throw new Error(`missing: ${programs.filter((name) => !isThere(name)).join(', ')}; install ${packages.join(' ')}`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  program('apt-get', ['update', '-qq'], env);
  program('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], env);
}

/** Runs a second, of so many that took so many milliseconds. */
export const throughput = (runs: number, ms: number): string =>
  `${runs} runs in ${(ms / 1000).toFixed(1)} s, ${((1000 * runs) / ms).toFixed(1)} a second`;
