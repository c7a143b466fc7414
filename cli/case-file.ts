import { readFile } from 'node:fs/promises';
import { parameters } from '../src/experiment/parameters';
import type { PatchedImages } from '../src/images/patched-images';
import type { BatchStream } from '../src/training/batches';
import { explicitProblem } from '../src/training/explicit-problem';
import type { TrainingProblem } from '../src/training/trainer';
import { readMatrices } from './case-matrices';
import { isObject, scalar, tensor, word, type Fields } from './case-tensor';
import { InputError } from './input-error';

export interface Case {
  readonly problem: TrainingProblem;
  readonly steps: number;
  /** Where the case names its network: every how many steps all spectra are recorded. */
  readonly every: number | null;
}

/** Reads explicit tensors from a JSON file: its `case` member, or the file whole. @throws InputError that names the field. */
export async function readCase(file: string): Promise<Case> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new InputError(`--case: cannot read ${file} (${error.code})`);
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new InputError(`--case: ${file} is not JSON (${(error as Error).message.split('\n')[0]})`);
  }
  return parseCase(isObject(json) && 'case' in json ? json.case : json);
}

const whole = (value: number) => Number.isInteger(value) && value >= 0;
const positive = (value: number) => value > 0;

/** @throws InputError that names the field. */
export function parseCase(json: unknown): Case {
  if (!isObject(json)) throw new InputError('--case: it is not an object with patches, labels and filters');
  const network = word(
    json,
    'architecture',
    Object.keys(parameters.net.values) as (keyof typeof parameters.net.values)[],
    'cnn',
  );
  const train = readImages(json, network === 'dense');
  const matrices = readMatrices(json, network, train.dimension);
  // The reference writes a linear token as an exponent of zero.
  const isLinear = network === 'transformer' && json['q'] === 0;
  const steps = scalar(json, 'steps', whole, 'a whole number');
  const batches = readBatches(json, train.count, steps);
  return {
    problem: explicitProblem({
      network,
      train,
      matrices,
      lr: scalar(json, 'lr', positive, 'a positive number'),
      ...rateOf(json, 'lrMix', network === 'deep' || network === 'transformer'),
      ...rateOf(json, 'lrAttention', network === 'transformer'),
      q: isLinear ? 1 : scalar(json, 'q', (v) => v >= 1, 'a number of at least 1'),
      kappa: scalar(json, 'kappa', positive, 'a positive number'),
      token: isLinear ? 'linear' : word(json, 'token', ['filters', 'linear'], 'filters'),
      optimiser: {
        opt: word(json, 'opt', ['gd', 'momentum', 'adam'], 'gd'),
        // Of the largest: lists may differ in length.
        batch: batches?.reduce((most, { length }) => Math.max(most, length), 0) ?? 0,
        decay: scalar(json, 'decay', (v) => v >= 0, 'a number of at least 0', 0),
      },
      batches: batches && streamOf(batches),
    }),
    steps,
    every:
      'architecture' in json
        ? scalar(json, 'every', (v) => whole(v) && v > 0, 'a whole number of at least 1', 1)
        : null,
  };
}

/** @param asOne whether an image is one patch for the network. */
function readImages(json: Fields, asOne: boolean): PatchedImages {
  const patches = tensor(json, 'patches', 3);
  const labels = tensor(json, 'labels', 1);
  const [count, perImage, dimension] = patches.shape as [number, number, number];
  if (labels.shape[0] !== count)
    throw new InputError(`--case: labels has ${labels.shape[0]} entries for ${count} images`);
  if (!labels.values.every((label) => label === 1 || label === -1))
    throw new InputError('--case: labels must be 1 or -1');
  return {
    count,
    patches: asOne ? 1 : perImage,
    dimension: asOne ? perImage * dimension : dimension,
    values: patches.values,
    labels: labels.values,
  };
}

function rateOf(json: Fields, field: 'lrMix' | 'lrAttention', isRead: boolean): object {
  return isRead ? { [field]: scalar(json, field, (v) => v >= 0, 'a number of at least 0') } : {};
}

/** Image numbers of every step; null where each step takes all. */
function readBatches({ batches }: Fields, count: number, steps: number): number[][] | null {
  if (batches === undefined || batches === null) return null;
  if (!Array.isArray(batches)) throw new InputError('--case: batches is not a list of lists of image numbers');
  const isImage = (i: unknown) => Number.isInteger(i) && (i as number) >= 0 && (i as number) < count;
  const bad = batches.findIndex((batch) => !Array.isArray(batch) || batch.length === 0 || !batch.every(isImage));
  if (bad >= 0)
    throw new InputError(`--case: batches[${bad}] is not a non-empty list of image numbers from 0 to ${count - 1}`);
  const twice = batches.findIndex((batch) => new Set(batch).size < batch.length);
  if (twice >= 0) throw new InputError(`--case: batches[${twice}] names an image twice`);
  if (batches.length < steps) throw new InputError(`--case: batches has ${batches.length} lists for ${steps} steps`);
  return batches as number[][];
}

function streamOf(batches: number[][]): BatchStream {
  return (step) => {
    if (!batches[step])
      throw new InputError(`--case: batches has ${batches.length} lists, fewer than the steps asked for`);
    return Int32Array.from(batches[step]);
  };
}
