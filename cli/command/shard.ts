import { InputError } from '../input-error';

/** A part of a plan's runs: every `of`-th, from `part` on. */
export interface Shard {
  /** From 1. */
  readonly part: number;
  readonly of: number;
}

/** No job array is larger (Slurm's own limit is less). */
const mostShards = 100_000;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads `3/8`, or what the scheduler says where it is `slurm`, `kubernetes`, `github` or `auto`, the first of these that says
 * something. Kubernetes says which and not of how many: `kubernetes/8`. @throws InputError
 */
export function readShard(text: string, environment: Environment): Shard {
  const [word = '', count] = text.split('/');
  if (word === 'auto') {
    const found = schedulers.find((name) => environment[variables[name].part] !== undefined);
    if (!found) throw new InputError('--shard: auto: no scheduler says which part this is');
    return ofScheduler(found, count, environment);
  }
  const named = schedulers.find((name) => name === word);
  if (named) return ofScheduler(named, count, environment);
  if (!/^\d+\/\d+$/.test(text))
    throw new InputError(
      `--shard: “${text.slice(0, 40)}” is not a part such as 3/8, nor one of auto, ${schedulers.join(', ')}`,
    );
  return checked(Number(word), Number(count), '--shard');
}

/** Where each says which part is to be made, of how many, and which number is the first. */
const variables = {
  slurm: { part: 'SLURM_ARRAY_TASK_ID', of: 'SLURM_ARRAY_TASK_COUNT', first: 'SLURM_ARRAY_TASK_MIN', usual: '0' },
  kubernetes: { part: 'JOB_COMPLETION_INDEX', of: 'JOB_COMPLETIONS', first: '', usual: '0' },
  // Of a matrix, from `strategy.job-index` and `strategy.job-total`, which a workflow has to hand on.
  github: { part: 'STRATEGY_JOB_INDEX', of: 'STRATEGY_JOB_TOTAL', first: '', usual: '0' },
  parallel: { part: 'PARALLEL_SEQ', of: 'PARALLEL_TOTAL', first: '', usual: '1' },
} as const;
type Scheduler = keyof typeof variables;
const schedulers = Object.keys(variables) as Scheduler[];

function ofScheduler(name: Scheduler, count: string | undefined, environment: Environment): Shard {
  const { part, of, first, usual } = variables[name];
  const step = name === 'slurm' ? wholeOf('SLURM_ARRAY_TASK_STEP', environment['SLURM_ARRAY_TASK_STEP'] ?? '1') : 1;
  const from = wholeOf(first, environment[first] ?? usual);
  const index = (wholeOf(part, environment[part]) - from) / Math.max(1, step);
  return checked(index + 1, wholeOf(of, count ?? environment[of]), part);
}

function wholeOf(variable: string, text: string | undefined): number {
  if (text === undefined) throw new InputError(`--shard: ${variable} is not set`);
  if (!/^\d{1,9}$/.test(text))
    throw new InputError(`--shard: ${variable}: “${text.slice(0, 40)}” is not a whole number`);
  return Number(text);
}

function checked(part: number, of: number, named: string): Shard {
  const where = named === '--shard' ? '--shard' : `--shard: ${named}`;
  if (!(of >= 1 && of <= mostShards)) throw new InputError(`${where}: ${of} parts are outside 1 to ${mostShards}`);
  if (!Number.isInteger(part) || part < 1 || part > of)
    throw new InputError(`${where}: part ${part} is outside 1 to ${of}`);
  return { part, of };
}

/** Places of a shard's runs in their plan, ascending. */
export const runsOf = ({ part, of }: Shard, runs: number): number[] =>
  Array.from({ length: Math.ceil(Math.max(0, runs - part + 1) / of) }, (_, i) => part - 1 + i * of);
