import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import type { Measured } from '../../src/experiment/parameters';
import { sourceOf } from '../../src/images/sources/list';
import { InputError } from '../input-error';
import { readCount } from '../sweep-arguments';
import type { Surroundings } from './common';
import { isChangeKept } from './line';
import { makeRuns } from './make-runs';
import { differing, listed, missingRuns, onePlan, type OnePlan } from './one-plan';
import { experimentOf, type Plan } from './plan';
import { readAll, refuseGaps } from './putting-together';
import { versionsHere } from './versions';

const mostAgain = 1000;

/** \`check\`: whether files hold what they say. */
export function addCheck(program: Command, { stdout, makeCaller }: Surroundings): void {
  program
    .command('check')
    .summary('look whether files of runs are whole, and true')
    .description(
      'Reads every line of files of runs, says which are missing, and makes some of them again to compare all that is in them.',
    )
    .argument('<files...>', 'files of NDJSON')
    .option('--again <count>', 'make so many of the runs again, evenly among them')
    .option('--partial', 'where runs are missing, say so and go on')
    .addHelpText('after', '\n  $ rank-under-noise check runs.ndjson --again 5')
    .action(async (files: string[], options: { again?: string; partial?: boolean }) => {
      const again = options.again === undefined ? 0 : readCount('--again', options.again, mostAgain);
      const one = onePlan(await readAll(files));
      if (!options.partial) refuseGaps(one);
      const missing = missingRuns(one);
      const made = again > 0 ? await makeAgain(one, again, makeCaller) : 0;
      const gaps = missing.length > 0 ? `, ${missing.length} missing: ${listed(missing)}` : '';
      const same = made > 0 ? `, ${made} made again: the same bytes` : '';
      stdout.write(`${one.runs.size} of ${one.of} runs${gaps}${same}\n`);
    });
}

const ownImages = (run: Measured) => sourceOf(run).collection?.(run) ?? null;

/** @returns how many were made. @throws InputError where one is not what its line says. */
async function makeAgain(one: OnePlan, count: number, makeCaller: Surroundings['makeCaller']): Promise<number> {
  const versions = versionsHere();
  const apart = differing(one.versions, versions);
  if (apart !== '') throw new InputError(`--again: these runs were made by other versions: ${apart}`);
  const places = [...one.runs.keys()].toSorted((a, b) => a - b);
  const chosen = Array.from(
    { length: Math.min(count, places.length) },
    (_, i, of = Math.min(count, places.length)) => places[Math.floor(((i + 0.5) * places.length) / of)]!,
  );
  const kept = one.runs.get(chosen[0]!)!.line;
  const runs = Array.from({ length: one.of }, (_, run) => {
    const read = one.runs.get(run);
    return experimentOf(read?.line.link ?? '', []);
  });
  if (chosen.some((run) => ownImages(runs[run]!)))
    throw new InputError('--again: images of your own are not in the file');
  const plan: Plan = {
    name: one.plan,
    runs,
    history: kept.points,
    spectra: kept.spectra !== undefined,
    ...(isChangeKept(kept) && { change: true }),
  };
  const wrong: number[] = [];
  await makeRuns(plan, chosen, {
    workers: Math.min(availableParallelism(), chosen.length),
    backend: kept.backend,
    versions,
    collection: null,
    makeCaller,
    onLine: (line, run) => void (line === one.runs.get(run)!.text || wrong.push(run)),
  });
  if (wrong.length > 0) throw new InputError(`runs: ${listed(wrong.toSorted((a, b) => a - b))} came out otherwise`);
  return chosen.length;
}
