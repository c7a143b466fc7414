import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import type { Measured } from '../../src/experiment/parameters';
import type { ImageCollection } from '../../src/images/own/collection';
import type { Caller } from '../../src/training/protocol';
import type { Backend } from '../../src/training/trainer';
import { headless } from '../arguments';
import { InputError } from '../input-error';
import { linkWith, readImages } from '../own-images';
import { mostSeeds, mostWorkers, readCount } from '../sweep-arguments';
import { openLines, putInOrder } from './lines-file';
import { makeRuns, workOf } from './make-runs';
import { planOf, type Plan } from './plan';
import { createProgress } from './progress';
import { readShard, runsOf, type Shard } from './shard';
import { versionsHere } from './versions';

/** What a command is given of the process that it runs in. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly stdout: { write(text: string | Uint8Array): unknown };
  readonly stderr: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;
  /** Who makes the runs; threads where nobody is named. */
  readonly makeCaller?: () => Caller;
}

/** Options of every command that makes runs, as commander hands them over. */
export interface MakingOptions {
  readonly link?: string;
  readonly images?: string;
  readonly classes?: string;
  readonly seeds?: string;
  readonly history?: string;
  readonly spectra?: boolean;
  readonly change?: boolean;
  readonly backend: Backend;
  readonly workers?: string;
  readonly shard?: string;
  readonly out?: string;
  readonly resume?: boolean;
  readonly quiet?: boolean;
}

const mostPoints = 1000;

/** Options of what is made, and how. */
export function withMaking(command: Command): Command {
  return command
    .option('-l, --link <link>', 'the experiment to start from: a link of the page, or its hash')
    .option('--images <path>', 'images of your own: a file, a folder or a ZIP file (docs/IMAGES.md)')
    .option('--classes <two>', 'which two classes of them, as in ship,horse')
    .option('--seeds <count>', 'repeat every run with so many seeds, its own and those that follow')
    .option('--history <points>', 'keep so many points along every run, evenly')
    .option('--spectra', 'keep singular values: of the data, of every matrix, and at every point of a history')
    .option('--change', 'keep how every matrix has changed, W − W₀, and where its gradient pulls')
    .addOption(command.createOption('--backend <name>', 'what trains').choices(headless).default('wasm'))
    .option('-w, --workers <count>', 'threads that share the runs (default: as many as there are cores)')
    .option('--shard <part>', 'make a part only: 3/8, or slurm, kubernetes/8, github, auto')
    .option('-o, --out <file>', 'write lines there, and not to standard output; {shard} is the number of the part')
    .option('--resume', 'go on with the file: make only what it does not have')
    .option('-q, --quiet', 'say nothing of how far it is');
}

/** Makes what a command was asked for, as far as it is not there. @param list the runs of a link and of so many seeds, null where none were asked for. */
export async function makeAsked(
  options: MakingOptions,
  surroundings: Surroundings,
  list: (link: string, seeds: number | null) => readonly Measured[] | Promise<readonly Measured[]>,
): Promise<void> {
  const { environment } = surroundings;
  if (options.out === '') throw new InputError('--out: a file name is missing');
  if (options.resume && options.out === undefined) throw new InputError('--resume: needs --out');
  if (options.classes !== undefined && options.images === undefined) throw new InputError('--classes: needs --images');
  const shard = options.shard === undefined ? null : readShard(options.shard, environment);
  const workers = readWorkers(options.workers, environment);
  const seeds = options.seeds === undefined ? null : readCount('--seeds', options.seeds, mostSeeds);
  const history = options.history === undefined ? 0 : readCount('--history', options.history, mostPoints);
  const collection = await readImages(options.images);
  const link = collection ? linkWith(collection, options) : (options.link ?? '');
  const kept = { history, spectra: options.spectra ?? false, ...(options.change && { change: true as const }) };
  const plan = planOf(await list(link, seeds), kept);
  await makePlan(plan, { ...options, shard, workers, collection }, surroundings);
}

interface PlanOptions extends Pick<MakingOptions, 'backend' | 'out' | 'resume' | 'quiet'> {
  readonly shard: Shard | null;
  readonly workers: number;
  readonly collection: ImageCollection | null;
}

async function makePlan(
  plan: Plan,
  { shard, workers, collection, backend, out, resume = false, quiet }: PlanOptions,
  { stdout, stderr, makeCaller }: Surroundings,
): Promise<void> {
  const versions = versionsHere();
  const mine = runsOf(shard ?? { part: 1, of: 1 }, plan.runs.length);
  const file = out?.replaceAll('{shard}', String(shard?.part ?? 1));
  const lines = file === undefined ? null : await openLines(file, plan, versions, resume);
  const missing = mine.filter((run) => !lines?.done.has(run));
  const work = missing.reduce((sum, run) => sum + workOf(plan, run), 0);
  const progress = quiet
    ? null
    : createProgress(stderr, { runs: mine.length, before: mine.length - missing.length, work });
  try {
    await makeRuns(plan, missing, {
      workers,
      backend,
      versions,
      collection,
      makeCaller,
      onLine(line, run) {
        if (lines) lines.add(line);
        else stdout.write(`${line}\n`);
        progress?.done(workOf(plan, run));
      },
    });
    if (file !== undefined) await putInOrder(file);
  } finally {
    lines?.close();
  }
  progress?.end();
}

/** Cores that a scheduler gives to the task, or all there are. */
export function readWorkers(asked: string | undefined, environment: Surroundings['environment']): number {
  if (asked !== undefined) return readCount('--workers', asked, mostWorkers);
  const given = Number(environment['SLURM_CPUS_PER_TASK'] ?? NaN);
  const cores = Number.isInteger(given) && given > 0 ? given : availableParallelism();
  return Math.min(mostWorkers, cores);
}
