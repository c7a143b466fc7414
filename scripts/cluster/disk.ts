import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { command, linesIn, program, rank, reference, sweep, type Bench } from './bench';

/** A disk that is full in the middle of a line: the sweep ends with one sentence and a whole last line, and goes on where there is room. */
export async function fillDisk(bench: Bench): Promise<void> {
  const small = { ...bench, runs: 100, folder: join(bench.folder, 'full') };
  const disk = join(small.folder, 'disk');
  mkdirSync(disk, { recursive: true });
  const whole = reference(small).text;
  if (process.getuid?.() !== 0) return bench.say('left out: a small disk is root’s to make');
  program('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]);
  try {
    const file = join(disk, 'runs.ndjson');
    const argv = [...sweep(small), '--workers', '2', '--out', file, '--quiet'];
    const { status, stderr } = spawnSync(process.execPath, [command, ...argv], { encoding: 'utf8' });
    if (status !== 1 || !/^[^\n]*ENOSPC[^\n]*\n$/.test(stderr)) throw new Error(`exit code ${status}: ${stderr}`);
    if (!readFileSync(file, 'utf8').endsWith('}\n')) throw new Error('half a line was left');
    const kept = linesIn(file);
    program('mount', ['-o', 'remount,size=8m', disk]);
    rank([...argv, '--resume']);
    if (readFileSync(file, 'utf8') !== whole) throw new Error('the file differs from what one core made');
    bench.say(`full after ${kept} of ${linesIn(file)} runs, and gone on with: the same bytes`);
  } finally {
    program('umount', [disk]);
  }
}
