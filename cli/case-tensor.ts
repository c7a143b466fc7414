import { InputError } from './input-error';

export type Fields = Record<string, unknown>;

export interface Tensor {
  readonly shape: readonly number[];
  /** Row-major. */
  readonly values: Float64Array;
}

export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @param otherwise where the field is not there; without it, it has to be. @throws InputError that names the field. */
export function scalar(
  json: Fields,
  field: string,
  valid: (value: number) => boolean,
  what: string,
  otherwise?: number,
): number {
  const value = json[field];
  if (value === undefined && otherwise !== undefined) return otherwise;
  if (typeof value !== 'number' || !Number.isFinite(value) || !valid(value))
    throw new InputError(`--case: ${field} is not ${what}`);
  return value;
}

/** One of a few words. @param otherwise where the field is not there. @throws InputError that names the field. */
export function word<const W extends string>(json: Fields, field: string, words: readonly W[], otherwise: W): W {
  const value = json[field] ?? otherwise;
  const found = words.find((each) => each === value);
  if (found === undefined) throw new InputError(`--case: ${field} is not one of ${words.join(', ')}`);
  return found;
}

/** A nested array of finite numbers with equal lengths at each depth. @param name of the field, where it stands within another. */
export function tensor(json: Fields, field: string, depth: number, name = field): Tensor {
  const shape: number[] = [];
  for (let level: unknown = json[field]; shape.length < depth; level = (level as unknown[])[0]) {
    if (!Array.isArray(level) || level.length === 0)
      throw new InputError(`--case: ${name} is not a non-empty array of ${depth} dimensions`);
    shape.push(level.length);
  }
  const values = new Float64Array(shape.reduce((a, b) => a * b));
  let at = 0;
  const visit = (node: unknown, level: number) => {
    if (level === depth) {
      if (typeof node !== 'number' || !Number.isFinite(node))
        throw new InputError(`--case: ${name} has an entry that is not a finite number`);
      values[at++] = node;
      return;
    }
    if (!Array.isArray(node) || node.length !== shape[level])
      throw new InputError(`--case: ${name} is ragged: its parts differ in length`);
    for (const child of node) visit(child, level + 1);
  };
  visit(json[field], 0);
  return { shape, values };
}
