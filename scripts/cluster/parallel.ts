import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { command, linesIn, mergeAndCompare, needed, program, shards, sweep, until, type Bench } from './bench';

/** Eight jobs of GNU parallel, two at a time; one is killed half way, and taken up again as the job log says that it failed. */
export async function byParallel(bench: Bench): Promise<void> {
  needed(['parallel'], ['parallel']);
  const folder = join(bench.folder, 'parallel');
  mkdirSync(folder);
  const part = (shard: number) => join(folder, `${shard}.ndjson`);
  const job = `${process.execPath} ${command} ${sweep(bench).join(' ')} --workers 1 --shard {}/${shards} --out ${folder}/{}.ndjson --resume --quiet`;
  const log = join(folder, 'jobs.log');
  const options = ['--will-cite', '-j', '2', '--joblog', log];
  const numbers = Array.from({ length: shards }, (_, i) => String(i + 1));
  const began = Date.now();
  const jobs = spawn('parallel', [...options, job, ':::', ...numbers], { stdio: 'ignore' });
  const ended = new Promise<number | null>((resolve) => jobs.on('exit', (code) => resolve(code)));
  const each = bench.runs / shards;
  await until('half of a job', () => linesIn(part(2)) >= each / 2);
  const had = linesIn(part(2));
  const pid = program('pgrep', ['-f', '--', `--shard 2/${shards} --out ${folder}/2.ndjson`])
    .trim()
    .split('\n')
    .map(Number)
    .filter((one) => readFileSync(`/proc/${one}/cmdline`, 'latin1').startsWith(process.execPath));
  for (const one of pid) process.kill(one, 'SIGKILL');
  const failed = await ended;
  if (failed !== 1) throw new Error(`parallel ended with code ${failed} where one job was killed`);
  program('parallel', [...options, '--resume-failed', job, ':::', ...numbers]);
  mergeAndCompare(bench, {
    engine: 'GNU parallel',
    folder,
    parts: numbers.map((shard) => part(Number(shard))),
    ms: Date.now() - began,
    killed: `job 2 was killed at ${had} of ${each} runs and resumed`,
  });
}
