import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { parameters } from '../../src/experiment/parameters';
import { sweepExperiments } from '../../src/experiment/sweep';
import { mapPlan, noisePlan } from '../../src/store/views/plans';
import { InputError, withoutRemedy } from '../input-error';
import { makeAsked, withMaking, type MakingOptions, type Surroundings } from './common';
import { combinations, experimentOf, linksIn, readAxes, type Axis } from './plan';

const valuesHelp = `
Values are written as in a link, sigma=0.3 net=deep; docs/PARAMETERS.md lists all keys.`;

/** \`run\`, \`sweep\` and \`map\`: lists of runs, each a line of NDJSON as it ends. */
export function addMaking(program: Command, surroundings: Surroundings): void {
  withMaking(program.command('run'))
    .summary('make one run')
    .description('Makes one run, or one for each of --seeds, and writes a line of NDJSON for each as it ends.')
    .argument('[values...]', 'parameters, as in sigma=0.3 m=128')
    .addHelpText('after', `${valuesHelp}\n\n  $ rank-under-noise run sigma=0.4 --history 50 --spectra --out run.ndjson`)
    .action((words: string[], options: MakingOptions) =>
      makeAsked(options, surroundings, (link, seeds) => {
        const axes = readAxes(words);
        refuseLists(axes, 'run');
        return combinations(link, axes, seeds ?? 1);
      }),
    );

  withMaking(program.command('sweep'))
    .summary('vary parameters')
    .description(
      'Makes a run for every combination of values; where none is varied, the levels of noise that the page would draw.',
    )
    .argument('[values...]', 'parameters: sigma=0:0.6:12 from, to, levels; n=60,120,240 or opt=gd,adam a list')
    .option('--links <file>', 'make the runs of a file instead, a link on every line')
    .addHelpText(
      'after',
      `${valuesHelp}\n\n  $ rank-under-noise sweep sigma=0:0.6:12 n=60,120,240 --seeds 20 --out runs.ndjson\n  $ rank-under-noise sweep sigma=0:0.6:12 --seeds 20 --shard 3/8 --out 'runs-{shard}.ndjson' --resume`,
    )
    .action((words: string[], options: MakingOptions & { readonly links?: string }) =>
      makeAsked(options, surroundings, async (link, seeds) => {
        const axes = readAxes(words);
        if (options.links !== undefined) {
          if (axes.length > 0 || options.link !== undefined || seeds !== null)
            throw new InputError('--links: cannot be combined with values, --link or --seeds');
          return linksIn(await textOf(options.links), options.links);
        }
        if (axes.some(({ texts }) => texts.length > 1)) return combinations(link, axes, seeds ?? seedsOf(link, axes));
        const experiment = experimentOf(link, single(axes));
        return planned({ ...noisePlan(experiment), seeds: seeds ?? experiment.seeds });
      }),
    );

  withMaking(program.command('map'))
    .summary('draw the phase map')
    .description('Makes the runs of the page’s phase map: noise against a second parameter, which axis=… names.')
    .argument('[values...]', 'parameters, as in axis=m n=400')
    .addHelpText('after', `${valuesHelp}\n\n  $ rank-under-noise map axis=patches --out map.ndjson`)
    .action((words: string[], options: MakingOptions) =>
      makeAsked(options, surroundings, (link, seeds) => {
        const axes = readAxes(words);
        refuseLists(axes, 'map');
        return planned({ ...mapPlan(experimentOf(link, single(axes))), seeds: seeds ?? 1 });
      }),
    );
}

const single = (axes: readonly Axis[]) => axes.map(({ key, texts }) => [key, texts[0]!] as const);

function refuseLists(axes: readonly Axis[], command: string): void {
  const list = axes.find(({ texts }) => texts.length > 1);
  if (list)
    throw new InputError(`${list.key}: it has several values, which \`${command}\` has no use for; \`sweep\` has`);
}

/** As many as the page's sweep of the same link has, where nothing else is said; one where seeds are listed. */
function seedsOf(link: string, axes: readonly Axis[]): number {
  if (axes.some(({ key, texts }) => key === 'seed' && texts.length > 1)) return 1;
  return experimentOf(
    link,
    axes.filter(({ key }) => parameters[key].of !== 'science').map(({ key, texts }) => [key, texts[0]!]),
  ).seeds;
}

function planned(plan: Parameters<typeof sweepExperiments>[0]) {
  const { experiments, notices } = sweepExperiments(plan);
  const [notice] = notices;
  if (notice) throw new InputError(`${notice.field}: ${withoutRemedy(notice.problem)}`);
  return experiments;
}

async function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new InputError(`--links: ${file} cannot be read (${error.code})`);
  });
}
