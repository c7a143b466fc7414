import { extname } from 'node:path';
import type { Command } from 'commander';
import type { Measured } from '../../src/experiment/parameters';
import { looks } from '../../src/slides/blank';
import { slideSizeNames, type SlideSizeName } from '../../src/slides/sizes';
import type { Sheet } from '../../src/slides/sheet';
import { wholeWords } from '../../src/strings/load';
import type { RunSummary } from '../../src/training/summary';
import type { Backend } from '../../src/training/trainer';
import { headless } from '../arguments';
import { assetsWith } from '../assets';
import { InputError } from '../input-error';
import { linkWith, readImages } from '../own-images';
import { readWorkers, type Surroundings } from './common';
import { drawPanel } from './draw-panel';
import { layOut, type SheetOptions } from './figure-sheet';
import { figureNames, stateOfFigure, type FigureName } from './figure-state';
import { checkOutput } from '../output';
import { summaryOfLine, type Line } from './line';
import { replaceFile } from './lines-file';
import { makeRuns, workOf } from './make-runs';
import { onePlan } from './one-plan';
import { experimentOf, linkOf, planOf, readAxes } from './plan';
import { createProgress } from './progress';
import { readAll } from './putting-together';
import { versionsHere } from './versions';

const formats = ['svg', 'pdf', 'tex'] as const;
type Format = (typeof formats)[number];

interface FigureOptions {
  readonly link?: string;
  readonly images?: string;
  readonly classes?: string;
  readonly from?: readonly string[];
  readonly out?: string;
  readonly format?: Format;
  readonly size: SlideSizeName;
  readonly look: SheetOptions['look'];
  readonly title?: string;
  readonly backend: Backend;
  readonly workers?: string;
  readonly quiet?: boolean;
}

/** `figure`: a figure of the page as a file, without a browser. */
export function addFigure(program: Command, surroundings: Surroundings): void {
  program
    .command('figure')
    .summary('draw a figure of the page as SVG, PDF or TikZ')
    .description(
      'Draws a figure of the page, by its own code, as SVG, PDF or TikZ: of runs that are there, and of those that have to be made.',
    )
    .addArgument(program.createArgument('<name>', 'what is drawn').choices(figureNames))
    .argument('[values...]', 'parameters, and how they are looked at, as in sigma=0.3 rank=effective scale=log lang=zh')
    .option('-l, --link <link>', 'the experiment to start from: a link of the page, or its hash')
    .option('--images <path>', 'images of your own (docs/IMAGES.md)')
    .option('--classes <two>', 'which two classes of them, as in ship,horse')
    .option('--from <files...>', 'files of NDJSON whose runs are not made anew')
    .option('-o, --out <file>', 'write there: .svg, .pdf or .tex')
    .addOption(program.createOption('--format <name>', 'whatever the file is named').choices(formats))
    .addOption(program.createOption('--size <name>', 'what it is for').choices(slideSizeNames).default('a4'))
    .addOption(program.createOption('--look <name>', 'its ground').choices(looks).default('light'))
    .option('--title <text>', 'a line over it')
    .addOption(program.createOption('--backend <name>', 'what trains').choices(headless).default('wasm'))
    .option('-w, --workers <count>', 'threads that share the runs (default: as many as there are cores)')
    .option('-q, --quiet', 'say nothing of how far it is')
    .addHelpText(
      'after',
      '\n  $ rank-under-noise figure curve --out curve.pdf\n  $ rank-under-noise figure sweep rank=effective --from runs.ndjson --size column --out sweep.svg',
    )
    .action((name: FigureName, words: string[], options: FigureOptions) => draw(name, words, options, surroundings));
}

async function draw(
  name: FigureName,
  words: string[],
  options: FigureOptions,
  surroundings: Surroundings,
): Promise<void> {
  const { out } = options;
  const format = options.format ?? formatOf(out);
  const workers = readWorkers(options.workers, surroundings.environment);
  if (options.classes !== undefined && options.images === undefined) throw new InputError('--classes: needs --images');
  if (out !== undefined) await checkOutput(out);
  const collection = await readImages(options.images);
  const axes = readAxes(words);
  const list = axes.find(({ texts }) => texts.length > 1);
  if (list) throw new InputError(`${list.key}: it has several values; a figure is of one experiment`);
  const link = collection ? linkWith(collection, options) : (options.link ?? '');
  const experiment = experimentOf(
    link,
    axes.map(({ key, texts }) => [key, texts[0]!] as const),
  );
  const known = await knownIn(options.from ?? []);
  const versions = versionsHere();

  const summaries = async (runs: readonly Measured[]): Promise<RunSummary[]> => {
    const missing = runs.filter((run) => !known.has(linkOf(run)));
    if (missing.length > 0) {
      const plan = planOf(missing, { history: 0, spectra: false });
      const places = plan.runs.map((_, run) => run);
      const work = places.reduce((sum, run) => sum + workOf(plan, run), 0);
      const progress = options.quiet
        ? null
        : createProgress(surroundings.stderr, { runs: places.length, before: 0, work });
      const { backend } = options;
      const { makeCaller } = surroundings;
      await makeRuns(plan, places, {
        workers,
        backend,
        versions,
        collection,
        makeCaller,
        onLine(text, run) {
          const line = JSON.parse(text) as Line;
          known.set(line.link, summaryOfLine(line));
          progress?.done(workOf(plan, run));
        },
      });
      progress?.end();
    }
    return runs.map((run) => known.get(linkOf(run))!);
  };

  const state = await stateOfFigure(name, experiment, {
    assets: assetsWith(collection),
    backend: options.backend,
    summaries,
  });
  const charts = await drawPanel(name, state);
  if (charts.length === 0) throw new InputError(`${name}: there is nothing to draw of this experiment`);
  const { size, look, title = null } = options;
  const { tables } = await wholeWords(state.language);
  const file = await fileOf(layOut(charts, { size, look, title, tables }), format);
  if (out === undefined) surroundings.stdout.write(file);
  else await replaceFile(out, [file]);
}

function formatOf(out: string | undefined): Format {
  if (out === undefined) return 'svg';
  const ending = extname(out).slice(1).toLowerCase();
  const format = formats.find((one) => one === ending);
  if (!format) throw new InputError(`--out: ${out} ends in none of .${formats.join(', .')}; --format names one`);
  return format;
}

/** Where runs of files ended, by their links. @throws InputError */
async function knownIn(files: readonly string[]): Promise<Map<string, RunSummary>> {
  if (files.length === 0) return new Map();
  const { runs } = onePlan(await readAll(files));
  return new Map([...runs.values()].map(({ line }) => [line.link, summaryOfLine(line)]));
}

async function fileOf(sheet: Sheet, format: Format): Promise<Uint8Array> {
  switch (format) {
    case 'svg':
      return Buffer.from((await import('../../src/slides/write-svg')).writeSvg(sheet));
    case 'tex':
      return Buffer.from((await import('../../src/slides/write-tikz')).writeTikz(sheet));
    case 'pdf': {
      const { writePdf } = await import('../../src/slides/write-pdf');
      const unpaintable = () => {
        throw new InputError('--format: the fonts of a PDF lack letters of this language; SVG and a browser have them');
      };
      return new Uint8Array(writePdf(sheet, unpaintable));
    }
  }
}
