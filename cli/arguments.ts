import { parseArgs } from 'node:util';
import { decodeLink } from '../src/experiment/link';
import { mend } from '../src/experiment/mend';
import { parameters, type Experiment } from '../src/experiment/parameters';
import { parseValue } from '../src/experiment/value';
import type { Backend } from '../src/training/trainer';

/** Backends that run without a browser. */
const headless = ['wasm', 'cpu'] as const satisfies readonly Backend[];

export interface Arguments {
  /** What to run: a link's experiment, or a file of explicit tensors. */
  readonly source: { readonly experiment: Experiment } | { readonly caseFile: string };
  /** Steps asked for on the command line; null where the link or the case decides. */
  readonly steps: number | null;
  /** Every how many steps the history gets an entry. */
  readonly every: number;
  readonly backend: Backend;
  /** File to write; null for standard output. */
  readonly out: string | null;
}

/** Bad input. The message is one line that names the field. */
export class InputError extends Error {
  override name = 'InputError';
}

export const usage = "usage: experiment (--link '#k=3&sigma=0.2' | --case FILE) [--steps N] [--every N] [--backend wasm|cpu] [--out FILE]";

/** Reads the command line. A link is read more strictly than in the page: nothing is clamped or ignored. @throws InputError */
export function readArguments(argv: readonly string[]): Arguments {
  const given = parse(argv);
  if (given.link !== undefined && given.case !== undefined) throw new InputError('--case: cannot be combined with --link');
  const steps = given.steps === undefined ? null : readNumber('--steps', given.steps, 'steps');
  const every = given.every === undefined ? 1 : readNumber('--every', given.every, 'steps');
  if (given.out === '') throw new InputError('--out: a file name is missing');
  const backend = headless.find((name) => name === (given.backend ?? 'wasm'));
  if (!backend) throw new InputError(`--backend: “${given.backend}” is not one of ${headless.join(', ')}`);
  const source = given.case !== undefined ? { caseFile: given.case } : { experiment: readLink(given.link ?? '', steps) };
  return { source, steps, every, backend, out: given.out ?? null };
}

function parse(argv: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...argv], options: { link: text, case: text, steps: text, every: text, backend: text, out: text } }).values;
  } catch (error) {
    throw new InputError(`${(error as Error).message.split('\n')[0]!} ${usage}`);
  }
}

function readLink(link: string, steps: number | null): Experiment {
  const { experiment, notices } = decodeLink(link);
  const asked = mend({ ...experiment, steps: steps ?? experiment.steps, step: 0 });
  // Where to open the page does not count here, and --steps may lie beyond it.
  const notice = notices.find(({ field }) => field !== 'step') ?? asked.notices[0];
  // Without the notice's last clause, which says what the page uses instead; here nothing is.
  if (notice) throw new InputError(`--link: ${notice.message.replace(/; [^;]*$/, '')}`);
  return asked.experiment;
}

function readNumber(option: string, text: string, key: 'steps'): number {
  const { value, complaint } = parseValue(parameters[key], text);
  if (complaint) throw new InputError(`${option}: ${complaint.split(';')[0]}`);
  return value as number;
}
