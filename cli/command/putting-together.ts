import { extname } from 'node:path';
import type { Command } from 'commander';
import { InputError } from '../input-error';
import type { Surroundings } from './common';
import { replaceFile } from './lines-file';
import { inOrder, listed, missingRuns, onePlan, type OnePlan } from './one-plan';
import { readLines, type ReadFile } from './read-lines';
import { csvOf, npzOf } from './table';

const formats = ['ndjson', 'csv', 'npz'] as const;
type Format = (typeof formats)[number];

/** \`merge\` and its tables. */
export function addMerge(program: Command, { stdout }: Surroundings): void {
  program
    .command('merge')
    .summary('put shards together, or make a table of them')
    .description(
      'Puts files of runs together in the order of their plan: the same bytes as if one machine had made them all.',
    )
    .argument('<files...>', 'files of NDJSON')
    .option('-o, --out <file>', 'write there: .ndjson, .csv or .npz')
    .addOption(program.createOption('--format <name>', 'whatever the file is named').choices(formats))
    .option('--partial', 'where runs are missing, go without them')
    .addHelpText(
      'after',
      '\n  $ rank-under-noise merge shard-*.ndjson --out runs.ndjson\n  $ rank-under-noise merge runs.ndjson --out runs.csv',
    )
    .action(async (files: string[], options: { out?: string; format?: Format; partial?: boolean }) => {
      const format = options.format ?? formatOf(options.out);
      const one = onePlan(await readAll(files));
      if (!options.partial) refuseGaps(one);
      const parts = await written(one, format);
      if (options.out === undefined) for (const part of parts) stdout.write(part);
      else await replaceFile(options.out, parts);
    });
}

function formatOf(out: string | undefined): Format {
  if (out === undefined) return 'ndjson';
  const ending = extname(out).slice(1).toLowerCase();
  const format = formats.find((name) => name === ending);
  if (!format) throw new InputError(`--out: ${out} ends in none of .${formats.join(', .')}; --format names one`);
  return format;
}

/** In the order in which they are named, each read whole before anything is written. */
export async function readAll(files: readonly string[]): Promise<ReadFile[]> {
  const read: ReadFile[] = [];
  for (const file of files) {
    const one = await readLines(file);
    if (one.cut) throw new InputError(`${file}, line ${one.lines.length + 1}: it is cut short; --resume makes it anew`);
    read.push(one);
  }
  return read;
}

export function refuseGaps(one: OnePlan): void {
  const missing = missingRuns(one);
  if (missing.length > 0) throw new InputError(`runs: ${missing.length} of ${one.of} are missing: ${listed(missing)}`);
}

async function written(one: OnePlan, format: Format): Promise<Uint8Array[]> {
  const texts = inOrder(one);
  const lines = () => [...one.runs].toSorted(([a], [b]) => a - b).map(([, { line }]) => line);
  if (format === 'npz') return npzOf(lines());
  return [Buffer.from(format === 'csv' ? csvOf(lines()) : texts.map((text) => `${text}\n`).join(''))];
}
