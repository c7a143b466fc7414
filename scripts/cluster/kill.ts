import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { linesIn, rank, reference, start, sweep, until, type Bench } from './bench';

const times = 20;

/** Kills a sweep outright at random moments, and goes on with it each time: no run is made twice and none is lost. */
export async function killAgainAndAgain(bench: Bench): Promise<void> {
  const small = { ...bench, runs: Math.min(bench.runs, 500), folder: join(bench.folder, 'kill') };
  mkdirSync(small.folder);
  const whole = reference(small).text;
  const file = join(small.folder, 'killed.ndjson');
  const total = whole.split('\n').length - 1;
  let kills = 0,
    kept = '';
  while (kills < times) {
    const child = start([...sweep(small), '--workers', '2', '--out', file, '--resume', '--quiet']);
    const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
    const before = linesIn(file);
    // Somewhere within the next few runs, so that all kills fall into the sweep.
    const more = Math.max(1, Math.floor((2 * Math.random() * (total - before)) / (times - kills + 1)));
    await until('the sweep', () => linesIn(file) >= before + more || child.exitCode !== null);
    await new Promise((resolve) => setTimeout(resolve, 30 * Math.random()));
    child.kill('SIGKILL');
    await ended;
    kills += 1;
    const text = readFileSync(file, 'utf8');
    if (!text.startsWith(kept) && linesIn(file) < total)
      throw new Error(`kill ${kills}: lines that were there are gone`);
    kept = text.slice(0, text.lastIndexOf('\n') + 1);
  }
  const left = total - linesIn(file);
  rank([...sweep(small), '--workers', '2', '--out', file, '--resume', '--quiet']);
  if (readFileSync(file, 'utf8') !== whole) throw new Error('the file differs from what one core made');
  if (existsSync(`${file}.part`)) throw new Error('half a file was left behind');
  bench.say(`killed ${kills} times; ${left} of ${total} runs were left for the last: the same bytes`);
}
