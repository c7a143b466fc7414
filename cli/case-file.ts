import { readFile } from 'node:fs/promises';
import { filterMatrix } from '../src/network/filters';
import { explicitProblem } from '../src/training/explicit-problem';
import type { TrainingProblem } from '../src/training/trainer';
import { InputError } from './input-error';

export interface Case {
  readonly problem: TrainingProblem;
  readonly steps: number;
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

/** @throws InputError that names the field. */
export function parseCase(json: unknown): Case {
  if (!isObject(json)) throw new InputError('--case: it is not an object with patches, labels and filters');
  const patches = tensor(json, 'patches', 3);
  const labels = tensor(json, 'labels', 1);
  const filters = tensor(json, 'filters', 2);
  const [count, perImage, dimension] = patches.shape as [number, number, number];
  const [rows, columns] = filters.shape as [number, number];
  if (labels.shape[0] !== count)
    throw new InputError(`--case: labels has ${labels.shape[0]} entries for ${count} images`);
  if (!labels.values.every((label) => label === 1 || label === -1))
    throw new InputError('--case: labels must be 1 or -1');
  if (columns !== dimension)
    throw new InputError(`--case: filters has ${columns} columns, but patches have ${dimension} pixels`);
  if (rows % 2 !== 0) throw new InputError(`--case: filters has ${rows} rows, not the same number for both classes`);
  return {
    problem: explicitProblem({
      train: { count, patches: perImage, dimension, values: patches.values, labels: labels.values },
      matrices: [filterMatrix(filters.values, rows / 2)],
      lr: scalar(json, 'lr', (v) => v > 0, 'a positive number'),
      q: scalar(json, 'q', (v) => v >= 2, 'a number of at least 2'),
      kappa: scalar(json, 'kappa', (v) => v > 0, 'a positive number'),
    }),
    steps: scalar(json, 'steps', (v) => Number.isInteger(v) && v >= 0, 'a whole number'),
  };
}

function scalar(json: Record<string, unknown>, field: string, valid: (value: number) => boolean, what: string): number {
  const value = json[field];
  if (typeof value !== 'number' || !Number.isFinite(value) || !valid(value))
    throw new InputError(`--case: ${field} is not ${what}`);
  return value;
}

/** A nested array of finite numbers with equal lengths at each depth, flattened row-major. */
function tensor(
  json: Record<string, unknown>,
  field: string,
  depth: number,
): { shape: number[]; values: Float64Array } {
  const shape: number[] = [];
  for (let level: unknown = json[field]; shape.length < depth; level = (level as unknown[])[0]) {
    if (!Array.isArray(level) || level.length === 0)
      throw new InputError(`--case: ${field} is not a non-empty array of ${depth} dimensions`);
    shape.push(level.length);
  }
  const values = new Float64Array(shape.reduce((a, b) => a * b));
  let at = 0;
  const visit = (node: unknown, level: number) => {
    if (level === depth) {
      if (typeof node !== 'number' || !Number.isFinite(node))
        throw new InputError(`--case: ${field} has an entry that is not a finite number`);
      values[at++] = node;
      return;
    }
    if (!Array.isArray(node) || node.length !== shape[level])
      throw new InputError(`--case: ${field} is ragged: its parts differ in length`);
    for (const child of node) visit(child, level + 1);
  };
  visit(json[field], 0);
  return { shape, values };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
