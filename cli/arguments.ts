import { parseArgs } from 'node:util';
import { decodeLink } from '../src/experiment/link';
import { mend } from '../src/experiment/mend';
import { parameters, type Experiment } from '../src/experiment/parameters';
import { parseValue } from '../src/experiment/value';
import type { Backend } from '../src/training/trainer';
import { InputError, withoutRemedy } from './input-error';
import { linkWith } from './own-images';
import type { ImageCollection } from '../src/images/own/collection';
import { readSweep, type Sweep } from './sweep-arguments';

/** Backends that run without a browser. */
export const headless = ['wasm', 'cpu'] as const satisfies readonly Backend[];

/** One run: of a link's experiment, or of a file of explicit tensors. */
export type RunSource = { readonly experiment: Experiment } | { readonly caseFile: string };

export interface Arguments<Source = RunSource | { readonly sweep: Sweep }> {
  readonly source: Source;
  /** Steps asked for on the command line; null where the link or the case decides. */
  readonly steps: number | null;
  /** Every how many steps the history gets an entry. */
  readonly every: number;
  readonly backend: Backend;
  /** Whether the history has ranks of W − W₀ and the gradient as well, which cost more than a step each. */
  readonly change: boolean;
  /** Images of their own that the experiment names. */
  readonly collection: ImageCollection | null;
  /** File to write; null for standard output. */
  readonly out: string | null;
}

export const usage =
  "usage: experiment (--link '#k=3&sigma=0.2' | --case FILE) [--steps N] [--every N] [--images PATH [--classes ship,horse]] [--change] [--backend wasm|cpu] [--out FILE]" +
  ' [--sweep sigma=0:0.6:12 [--sweep n=60,120,240] [--seeds N] [--workers N] [--format json|csv]]';

/** Reads the command line. A link is read more strictly than in the page: nothing is clamped or ignored. @param collection that --images names. @throws InputError */
export function readArguments(argv: readonly string[], collection: ImageCollection | null = null): Arguments {
  const given = parse(argv);
  if (given.link !== undefined && given.case !== undefined)
    throw new InputError('--case: cannot be combined with --link');
  if (given.images !== undefined && given.case !== undefined)
    throw new InputError('--images: cannot be combined with --case');
  const text = collection ? linkWith(collection, given) : (given.link ?? '');
  if (!collection && given.classes !== undefined) throw new InputError('--classes: needs --images');
  const steps = given.steps === undefined ? null : readSteps('--steps', given.steps);
  const every = given.every === undefined ? 1 : readSteps('--every', given.every);
  if (given.out === '') throw new InputError('--out: a file name is missing');
  const backend = headless.find((name) => name === (given.backend ?? 'wasm'));
  if (!backend) throw new InputError(`--backend: “${given.backend}” is not one of ${headless.join(', ')}`);
  const common = { steps, every, backend, change: given.change ?? false, collection, out: given.out ?? null };
  const sweep = readSweep(given, () => readLink(text, steps));
  if (sweep) return { ...common, source: { sweep } };
  return {
    ...common,
    source: given.case !== undefined ? { caseFile: given.case } : { experiment: readLink(text, steps) },
  };
}

/** @throws InputError */
export function parse(argv: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = {
    link: text,
    case: text,
    images: text,
    classes: text,
    steps: text,
    every: text,
    backend: text,
    change: { type: 'boolean' },
    out: text,
    sweep: { ...text, multiple: true },
    seeds: text,
    workers: text,
    format: text,
    help: { type: 'boolean', short: 'h' },
  } as const;
  try {
    return parseArgs({ args: [...argv], options }).values;
  } catch (error) {
    throw new InputError(`${(error as Error).message.split('\n')[0]!} ${usage}`);
  }
}

function readLink(link: string, steps: number | null): Experiment {
  const { experiment, notices } = decodeLink(link);
  const asked = mend({ ...experiment, steps: steps ?? experiment.steps, step: 0 });
  // Where to open the page does not count here, and --steps may lie beyond it.
  const notice = notices.find(({ field }) => field !== 'step') ?? asked.notices[0];
  if (notice) throw new InputError(`--link: ${notice.field}: ${withoutRemedy(notice.problem)}`);
  return asked.experiment;
}

function readSteps(option: string, text: string): number {
  const { value, problem } = parseValue(parameters.steps, text);
  if (problem) throw new InputError(`${option}: ${withoutRemedy(problem)}`);
  return value as number;
}
