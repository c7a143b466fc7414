import { join } from 'node:path';
import { linesIn, rank, reference, sameBytes, sweep, throughput, type Bench } from './bench';

/** One process with one worker, and one with two. */
export async function makeOnCores(bench: Bench): Promise<void> {
  const one = Date.now();
  const { file } = reference(bench);
  bench.say(`one worker: ${throughput(linesIn(file), Date.now() - one)}`);
  const two = Date.now();
  const other = join(bench.folder, 'two-workers.ndjson');
  rank([...sweep(bench), '--workers', '2', '--out', other, '--quiet']);
  bench.say(`two workers: ${throughput(linesIn(other), Date.now() - two)}`);
  sameBytes(bench, other);
  bench.say('the same bytes');
}
