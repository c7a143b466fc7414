import { brief } from '../experiment/value';
import type { Found } from '../problems/files';
import { FileError } from './file-error';

/** Readers of single values of a file: each hands back what it was given, or says which field is wrong. @throws FileError */

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A number from 0 to `most`. */
export function finite(value: unknown, field: string, most = Number.MAX_VALUE): number {
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new FileError({ kind: 'not-finite', field, found: foundIn(value) });
  if (value < 0 || value > most)
    throw new FileError({
      kind: 'outside',
      field,
      found: foundIn(value),
      most: most === Number.MAX_VALUE ? null : most,
    });
  return value;
}

export function whole(value: unknown, field: string, most: number): number {
  const number = finite(value, field, most);
  if (!Number.isInteger(number)) throw new FileError({ kind: 'not-whole', field, found: foundIn(value) });
  return number;
}

/** A share from 0 to 1, with room for what rounding adds; or null where it was not measured. */
export function shareOrNull(value: unknown, field: string): number | null {
  return value === null ? null : finite(value, field, 1 + 1e-6);
}

export function text(value: unknown, field: string, longest: number): string {
  if (typeof value !== 'string') throw new FileError({ kind: 'not-text', field, found: foundIn(value) });
  if (value.length > longest) throw new FileError({ kind: 'too-long', field, most: longest });
  return value;
}

export function oneOf<T extends string>(value: unknown, field: string, words: readonly T[]): T {
  const found = words.find((word) => word === value);
  if (found === undefined) throw new FileError({ kind: 'not-one-of', field, found: foundIn(value), choices: words });
  return found;
}

export function arrayOf<T>(
  value: unknown,
  field: string,
  fewest: number,
  most: number,
  read: (item: unknown, field: string) => T,
): T[] {
  if (!Array.isArray(value)) throw new FileError({ kind: 'not-list', field, found: foundIn(value) });
  if (value.length < fewest || value.length > most)
    throw new FileError({ kind: 'entries', field, count: value.length, fewest, most });
  return value.map((item: unknown, i) => read(item, `${field}[${i}]`));
}

/** What was found, short enough for a notice whatever it was. */
export function foundIn(value: unknown): Found {
  if (value === undefined) return { kind: 'nothing' };
  if (Array.isArray(value)) return { kind: 'list' };
  if (isRecord(value)) return { kind: 'object' };
  return { kind: typeof value === 'string' ? 'text' : 'value', written: brief(String(value)) };
}
