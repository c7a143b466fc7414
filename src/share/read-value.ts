import { FileError } from './file-error';

/** Readers of single values of a file: each hands back what it was given, or says which field is wrong. @throws FileError */

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A number from 0 to `most`. */
export function finite(value: unknown, field: string, most = Number.MAX_VALUE): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new FileError(`${field} is ${quoted(value)}, not a finite number`);
  if (value < 0 || value > most) throw new FileError(`${field} is ${quoted(value)}, outside 0 to ${most === Number.MAX_VALUE ? 'infinity' : most}`);
  return value;
}

export function whole(value: unknown, field: string, most: number): number {
  const number = finite(value, field, most);
  if (!Number.isInteger(number)) throw new FileError(`${field} is ${quoted(value)}, not a whole number`);
  return number;
}

/** A share from 0 to 1, with room for what rounding adds; or null where it was not measured. */
export function shareOrNull(value: unknown, field: string): number | null {
  return value === null ? null : finite(value, field, 1 + 1e-6);
}

export function text(value: unknown, field: string, longest: number): string {
  if (typeof value !== 'string') throw new FileError(`${field} is ${quoted(value)}, not a text`);
  if (value.length > longest) throw new FileError(`${field} is longer than ${longest} characters`);
  return value;
}

export function oneOf<T extends string>(value: unknown, field: string, words: readonly T[]): T {
  const found = words.find((word) => word === value);
  if (found === undefined) throw new FileError(`${field} is ${quoted(value)}, not one of ${words.join(', ')}`);
  return found;
}

export function arrayOf<T>(value: unknown, field: string, fewest: number, most: number, read: (item: unknown, field: string) => T): T[] {
  if (!Array.isArray(value)) throw new FileError(`${field} is ${quoted(value)}, not a list`);
  if (value.length < fewest || value.length > most) throw new FileError(`${field} has ${value.length} entries, not ${fewest} to ${most}`);
  return value.map((item: unknown, i) => read(item, `${field}[${i}]`));
}

/** What was found, short enough for a notice whatever it was. */
export function quoted(value: unknown): string {
  if (value === undefined) return 'missing';
  if (Array.isArray(value)) return 'a list';
  if (isRecord(value)) return 'an object';
  const written = typeof value === 'string' ? `“${value}”` : String(value);
  return written.length > 40 ? `${written.slice(0, 40)}…` : written;
}
